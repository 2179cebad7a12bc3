// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_session.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/host_answers.h"

namespace andu::forms {

namespace {

/// JavaScript's truth, for properties that scripts and designers write as they like.
bool isTruthy(const QJsonValue &value)
{
    if (value.isString()) {
        return !value.toString().isEmpty();
    }
    return value.toBool() || value.toDouble() != 0 || value.isObject() || value.isArray();
}

bool isSectioned(const Module &module)
{
    return module.is(ModuleKind::Opinion) || isYes(module.json.value("section"_L1));
}

/// What `defaultValue` fires on (o2oa-forms 2.1): falsy in the classic family, nothing in the
/// newer.
bool isMissing(const Module &module, const QJsonValue &stored)
{
    if (module.info.family == Family::Classic) {
        return !isTruthy(stored);
    }
    const bool isBlank = stored.isString() && stored.toString().isEmpty();
    const bool isEmptyList = stored.isArray() && stored.toArray().isEmpty();
    return stored.isUndefined() || stored.isNull() || isBlank || isEmptyList;
}

} // namespace

FormSession::FormSession(FormInput input)
    : m_input(std::move(input))
    , m_model(buildModel(m_input.source))
    , m_data(m_input.work.data)
    , m_notes(m_model.notes)
{
    m_isReadonly = !m_input.work.control.allowSave || m_input.work.isFinished
        || isYes(m_model.json.value("isReadonly"_L1));
    m_scripts = std::make_unique<ScriptRuntime>(
        [this](const QString &name, const QJsonArray &arguments) {
            return HostAnswers(*this).answer(name, arguments);
        },
        scriptContext(),
        m_input.limits);
    readPlaces(m_model.layout.root, {});
    for (const LayoutNode &row : std::as_const(m_model.layout.templates)) {
        readPlaces(row, {});
    }
    load();
    m_isLoading = false;
}

FormSession::~FormSession() = default;

QJsonObject FormSession::scriptContext() const
{
    const WorkItem &work = m_input.work;
    QJsonObject context = work.raw;
    context.insert(u"now"_s, double(m_input.now.toMSecsSinceEpoch()));
    context.insert(u"isReadonly"_s, m_isReadonly);
    context.insert(u"user"_s,
                   QJsonObject{ { u"id"_s, m_input.user.id },
                                { u"name"_s, m_input.user.name },
                                { u"unique"_s, m_input.user.unique },
                                { u"employee"_s, m_input.user.employee },
                                { u"distinguishedName"_s, m_input.user.distinguishedName } });
    context.insert(u"form"_s,
                   QJsonObject{ { u"id"_s, m_input.source.id }, { u"name"_s, m_model.name } });
    context.insert(u"control"_s,
                   QJsonObject{ { u"allowSave"_s, work.control.allowSave },
                                { u"allowProcessing"_s, work.control.allowProcessing },
                                { u"allowReadProcessing"_s, work.control.allowReadProcessing },
                                { u"allowVisit"_s, work.control.allowVisit } });
    return context;
}

QStringList FormSession::preferredNames() const
{
    const QJsonObject work = m_input.work.raw.value("work"_L1).toObject();
    QStringList names{ json::text(work, "creatorIdentity"_L1),
                       json::text(work, "creatorPerson"_L1),
                       json::text(work, "creatorUnit"_L1),
                       m_input.user.distinguishedName };
    for (const Identity &identity : m_input.user.identities) {
        names.append(identity.distinguishedName);
    }
    return names;
}

void FormSession::readPlaces(const LayoutNode &node, const QString &parent)
{
    QString around = parent;
    if (!node.module.isEmpty()) {
        m_parents.insert(node.module, parent);
        m_states[node.module].isHidden = node.style.isHidden;
        around = node.module;
    }
    for (const LayoutNode &child : node.children) {
        readPlaces(child, around);
    }
}

void FormSession::load()
{
    const QJsonArray includes = m_model.json.value("includeScripts"_L1).toArray();
    for (const QJsonValue &value : includes) {
        const QJsonObject object = value.toObject();
        for (const FormScript &script : std::as_const(m_model.scripts)) {
            if (script.id == json::text(object, "id"_L1)
                || script.name == json::text(object, "name"_L1)) {
                note(m_scripts->run(script.text, {}), u"include/"_s + script.name);
                break;
            }
        }
    }
    for (const auto &event : { u"queryLoad"_s, u"beforeLoad"_s, u"beforeModulesLoad"_s }) {
        runFormEvent(event);
    }
    const QStringList order = m_model.layout.order;
    for (const QString &id : order) {
        if (const Module *module = m_model.find(id)) {
            loadModule(*module);
        }
    }
    for (const auto &event : { u"postLoad"_s, u"load"_s, u"afterModulesLoad"_s, u"afterLoad"_s }) {
        runFormEvent(event);
    }
}

void FormSession::loadModule(const Module &found)
{
    runEvent(found.id, u"queryLoad"_s);
    const Module module = m_model.modules.value(found.id); // a script may have changed its json
    loadPermissions(module);
    FieldState &state = m_states[module.id];
    state.isReadonly = isLocked(module);
    loadLabel(module);
    loadOptions(module);
    if (module.info.hasValue && module.grid.isEmpty()) {
        loadValue(module);
    }
    runEvent(module.id, u"postLoad"_s);
    runEvent(module.id, u"load"_s);
}

void FormSession::loadLabel(const Module &module)
{
    FieldState &state = m_states[module.id];
    if (module.is(ModuleKind::Button)) {
        state.text = json::text(module.json, "name"_L1);
        return;
    }
    if (!module.is(ModuleKind::Label)) {
        return;
    }
    const bool isScript = module.json.value("valueType"_L1).toString() == "script"_L1;
    if (!isScript) {
        state.text = scalarText(module.json, "text"_L1);
        return;
    }
    const ScriptResult result
        = runScript(scriptOf(module.json, "script"_L1), module.id, u"script"_s);
    // 0, null and undefined show nothing [run]
    const QJsonValue value = result.value;
    state.text = isTruthy(value) ? textsIn(value).join(u',') : QString();
}

void FormSession::loadOptions(const Module &module)
{
    static const QSet<ModuleKind> choices{
        ModuleKind::Select, ModuleKind::Radio, ModuleKind::Checkbox, ModuleKind::Combox
    };
    if (!choices.contains(module.info.kind)) {
        return;
    }
    FieldState &state = m_states[module.id];
    const QString type = module.json.value("itemType"_L1).toString();
    if (type == "script"_L1) {
        const ScriptResult result
            = runScript(scriptOf(module.json, "itemScript"_L1), module.id, u"itemScript"_s);
        state.hasOptions = result.state == ScriptState::Ran && result.value.isArray();
        state.options = optionsOf(result.value);
    } else if (type == "dict"_L1) {
        const QJsonObject which = module.json.value("itemDict"_L1).toArray().first().toObject();
        QString path = json::text(module.json, "itemDictPath"_L1);
        const QJsonValue list = HostAnswers(*this).answer(
            u"dictionary"_s, { json::text(which, "name"_L1), QString(), path });
        state.options = optionsOf(list);
        state.hasOptions = list.isArray();
    } else {
        state.options = optionsOf(module.json.value("itemValues"_L1));
        state.hasOptions = true;
    }
    if (!state.hasOptions) {
        // Offline and unknown: what is stored is the only choice (2.2).
        for (const QString &text : textsIn(storedValue(module))) {
            state.options.append(Option{ text, text });
        }
    }
}

void FormSession::loadValue(const Module &module)
{
    const bool isReadonly = m_states.value(module.id).isReadonly;
    const QJsonValue stored = storedValue(module);
    if (module.is(ModuleKind::Attachment)) {
        const QJsonArray names = QJsonArray::fromStringList(attachmentNames(module));
        write(module, stored.isArray() && names.isEmpty() ? stored : names, Writer::Load);
        return;
    }
    const QString compute = module.json.value("compute"_L1).toString();
    if (compute == "show"_L1 || isMissing(module, stored)) {
        applyDefault(module);
        if (m_defaults.contains(module.id)) {
            return;
        }
    }
    const QJsonValue value = module.is(ModuleKind::Org) ? resolved(module, stored)
                                                        : loadedValue(module, stored, isReadonly);
    if (!value.isUndefined()) {
        write(module, value, Writer::Load);
    }
}

void FormSession::applyDefault(const Module &module)
{
    const QString code = scriptOf(module.json, "defaultValue"_L1);
    if (code.trimmed().isEmpty()) {
        return;
    }
    const ScriptResult result = runScript(code, module.id, u"defaultValue"_s);
    if (result.state != ScriptState::Ran || result.value.isUndefined() || result.value.isNull()) {
        return;
    }
    QJsonValue value = resolved(module, result.value);
    if (module.is(ModuleKind::Number)) {
        value = loadedValue(module, value, m_states.value(module.id).isReadonly);
    } else if (module.is(ModuleKind::Combox) && !value.isArray()) {
        value = QJsonArray::fromStringList(textsIn(value));
    }
    m_defaults.insert(module.id);
    write(module, value, Writer::Default);
}

QJsonValue FormSession::resolved(const Module &module, const QJsonValue &value) const
{
    if (!module.is(ModuleKind::Org)) {
        return value;
    }
    QJsonArray result;
    const QJsonArray entries = orgValues(value);
    for (const QJsonValue &entry : entries) {
        if (entry.isObject()) {
            result.append(entry);
            continue;
        }
        // Free text that the directory does not know stays; the web client drops it (2.4).
        const QJsonObject object = m_input.directory.find(entry.toString(), preferredNames());
        result.append(object.isEmpty() ? entry : QJsonValue(object));
    }
    return result;
}

void FormSession::loadPermissions(const Module &module)
{
    FieldState &state = m_states[module.id];
    if (!isPermitted(module, u"readBy"_s)) {
        state.isForbidden = true;
    }
}

/// readBy…/editBy… of the newer designer (5.6): unset means allowed, a "no" of any wins.
bool FormSession::isPermitted(const Module &module, const QString &prefix)
{
    const QJsonObject &definition = module.json;
    if (isYes(definition.value(prefix + u"Activity"_s))) {
        const QJsonObject activity = m_input.work.raw.value("activity"_L1).toObject();
        const QJsonArray allowed = definition.value(prefix + u"ActivityValue"_s).toArray();
        const bool isListed
            = std::any_of(allowed.begin(), allowed.end(), [&](const QJsonValue &value) {
                  const QJsonObject object = value.toObject();
                  const QString id = json::text(object, "id"_L1);
                  return id.isEmpty()
                      ? json::text(object, "name"_L1) == json::text(activity, "name"_L1)
                      : id == json::text(activity, "id"_L1);
              });
        if (!isListed) {
            return false;
        }
    }
    if (isYes(definition.value(prefix + u"Org"_s))) {
        QStringList mine = m_input.user.roles;
        mine.append(m_input.user.distinguishedName);
        for (const Identity &identity : std::as_const(m_input.user.identities)) {
            const QJsonObject unit = m_input.directory.find(Directory::Kind::Unit, identity.unit);
            mine += { identity.distinguishedName,
                      identity.unit,
                      json::text(unit, "distinguishedName"_L1) };
        }
        const QJsonArray allowed = definition.value(prefix + u"OrgValue"_s).toArray();
        const bool isListed
            = std::any_of(allowed.begin(), allowed.end(), [&](const QJsonValue &value) {
                  return mine.contains(json::text(value.toObject(), "distinguishedName"_L1));
              });
        if (!isListed) {
            return false;
        }
    }
    if (isYes(definition.value(prefix + u"Script"_s))) {
        const QString code = scriptOf(
            definition, prefix == "readBy"_L1 ? "readByScriptValue"_L1 : "editByScriptValue"_L1);
        const ScriptResult result = runScript(code, module.id, prefix + u"Script"_s);
        return result.state != ScriptState::Ran || isTruthy(result.value);
    }
    return true;
}

bool FormSession::isLocked(const Module &module)
{
    if (m_isReadonly) {
        return true;
    }
    const QJsonObject &definition = module.json;
    const QString mode = definition.value("showMode"_L1).toString();
    const bool isShownOnly
        = mode == "read"_L1 || mode == "readonlyMode"_L1 || mode == "disabled"_L1;
    if (isShownOnly) {
        return true;
    }
    if (!isPermitted(module, u"editBy"_s) || !isPermitted(module, u"readBy"_s)) {
        return true;
    }
    const QJsonValue flag = definition.value("isReadonly"_L1);
    if (flag.toString() == "script"_L1) {
        const ScriptResult result
            = runScript(scriptOf(definition, "readonlyScript"_L1), module.id, u"readonlyScript"_s);
        return result.state == ScriptState::Ran && isTruthy(result.value);
    }
    if (module.info.family == Family::Classic ? isTruthy(flag) : isYes(flag)) {
        return true; // even "no" locks in 6.0.3 [run]
    }
    const bool isGrid = module.is(ModuleKind::Datagrid) || module.is(ModuleKind::Datatable);
    const QString editable = isGrid ? scriptOf(definition, "editableScript"_L1) : QString();
    if (!editable.trimmed().isEmpty()) {
        const ScriptResult result = runScript(editable, module.id, u"editableScript"_s);
        return result.state == ScriptState::Ran && result.value.isBool() && !result.value.toBool();
    }
    return false;
}

bool FormSession::isShown(const QString &id) const
{
    static constexpr int MaxDepth = 256;
    QString at = id;
    for (int depth = 0; !at.isEmpty() && depth < MaxDepth; ++depth) {
        const FieldState &state = m_states.value(at);
        if (state.isHidden || state.isForbidden) {
            return false;
        }
        at = m_parents.value(at);
    }
    return true;
}

QString FormSession::sectionKey(const Module &module) const
{
    const QJsonObject raw = m_input.work.raw;
    const QString by
        = module.is(ModuleKind::Opinion) ? u"person"_s : json::text(module.json, "sectionBy"_L1);
    if (by == "unit"_L1) {
        const QJsonArray tasks = raw.value("taskList"_L1).toArray();
        const QJsonObject task = tasks.at(raw.value("currentTaskIndex"_L1).toInt(-1)).toObject();
        return json::text(task, "unit"_L1).section(u'@', 0, 0); // plain names, 5.3 [run]
    }
    if (by == "activity"_L1) {
        return json::text(raw.value("activity"_L1).toObject(), "id"_L1);
    }
    if (by == "splitValue"_L1) {
        return json::text(raw.value("work"_L1).toObject(), "splitValue"_L1);
    }
    if (by == "script"_L1) {
        const ScriptResult result
            = m_scripts->run(scriptOf(module.json, "sectionByScript"_L1), module.id);
        return textsIn(result.value).join(u',');
    }
    return m_input.user.id;
}

QJsonValue FormSession::storedValue(const Module &module) const
{
    const QJsonValue whole = valueAt(m_input.work.data, pathOf(module.id));
    if (!isSectioned(module)) {
        return whole;
    }
    return whole.isObject() ? whole.toObject().value(sectionKey(module)) : whole;
}

QJsonValue FormSession::value(const QString &id) const
{
    const Module *module = m_model.find(id);
    const QJsonValue whole = valueAt(m_data, pathOf(id));
    if (!module || !isSectioned(*module)) {
        return whole;
    }
    return whole.isObject() ? whole.toObject().value(sectionKey(*module)) : whole;
}

QJsonValue FormSession::collected(const QString &id) const
{
    const Module *module = m_model.find(id);
    if (!module) {
        return value(id);
    }
    const FieldState state = m_states.value(id);
    return collectedValue(*module, value(id), state.options, state.isReadonly);
}

QString FormSession::shown(const QString &id) const
{
    const Module *module = m_model.find(id);
    if (!module) {
        return {};
    }
    const FieldState state = m_states.value(id);
    if (!module->info.hasValue) {
        return state.text;
    }
    if (module->is(ModuleKind::Opinion)) {
        return value(id).toString();
    }
    QJsonValue shownValue = value(id);
    if (module->is(ModuleKind::Select) && !state.isReadonly) {
        shownValue = collected(id);
    }
    return shownText(*module, shownValue, state.options);
}

QStringList FormSession::attachmentNames(const Module &module) const
{
    QString site = json::text(module.json, "site"_L1);
    if (site.isEmpty()) {
        site = json::text(module.json, "fileSite"_L1);
    }
    if (site.isEmpty()) {
        site = module.id;
    }
    QStringList names;
    for (const Attachment &attachment : m_input.work.attachments) {
        if (attachment.site == site) {
            names.append(attachment.name);
        }
    }
    return names;
}

} // namespace andu::forms
