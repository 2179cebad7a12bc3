// SPDX-License-Identifier: GPL-3.0-or-later
// Loading: scripts, options, defaults and values, in the web client's order (o2oa-forms 3.1).
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/form_session.h"
#include "core/forms/host_answers.h"
#include "core/forms/option_tree.h"

namespace andu::forms {

namespace {

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

bool isDropDown(const Module &module)
{
    return module.is(ModuleKind::Select) && module.info.family == Family::Classic
        && !isYes(module.json.value("multiple"_L1))
        && module.json.value("properties"_L1).toObject().value("multiple"_L1).isUndefined();
}

/// A single choice keeps the first of several values, as the web client's drop-down does.
QJsonValue firstOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().first() : value;
}

int countOf(const QJsonObject &json, QLatin1StringView key)
{
    static constexpr int MaxRows = 1000;
    return std::clamp(int(leadingNumber(scalarText(json, key)).value_or(0)), 0, MaxRows);
}

} // namespace

void FormSession::load()
{
    runIncludes(m_model.json);
    const QList<QJsonObject> inner = m_model.subformJsons;
    for (const QJsonObject &form : inner) {
        runIncludes(form);
    }
    m_isBuilding = true;
    runFormEvent(u"queryLoad"_s);
    runFormEvent(u"beforeLoad"_s);
    const QString header = scriptOf(m_model.json, "jsheader"_L1);
    if (!header.trimmed().isEmpty()) {
        record(m_scripts->runGlobal(header), u"form/jsheader"_s);
    }
    runFormEvent(u"beforeModulesLoad"_s);
    const QStringList order = m_model.layout.order;
    loadModules(order);
    m_isBuilding = false;
    for (const auto &event : { u"postLoad"_s, u"load"_s, u"afterModulesLoad"_s, u"afterLoad"_s }) {
        runFormEvent(event);
    }
}

void FormSession::runIncludes(const QJsonObject &form)
{
    const QJsonArray includes = form.value("includeScripts"_L1).toArray();
    for (const QJsonValue &value : includes) {
        const QJsonObject object = value.toObject();
        const QString name = json::text(object, "name"_L1);
        const auto found = std::find_if(
            m_model.scripts.cbegin(), m_model.scripts.cend(), [&](const FormScript &script) {
                return script.id == json::text(object, "id"_L1)
                    || (!name.isEmpty() && (script.name == name || script.alias == name));
            });
        if (found == m_model.scripts.cend()) {
            record({ ScriptState::Unsupported, QJsonValue::Undefined, u"the script is not here"_s },
                   u"include/"_s + name);
            continue;
        }
        const FormScript script = *found;
        record(m_scripts->run(script.text, {}), u"include/"_s + script.name);
    }
}

void FormSession::loadModules(const QStringList &order)
{
    for (const QString &id : order) {
        const Module *module = m_model.find(id);
        if (module && !m_registered.contains(id)) {
            loadModule(*module);
        }
    }
}

/// The modules of a sub-form are built within it, before its own load event.
void FormSession::loadSubform(const Module &module)
{
    const QStringList inner = m_model.subformModules.value(module.id);
    runEvent(module.id, u"beforeModulesLoad"_s);
    if (isTruthy(module.json.value("isReadonly"_L1))) {
        for (const QString &id : inner) {
            m_model.modules[id].json.insert(u"isReadonly"_s, true);
        }
    }
    runEvent(module.id, u"modulesLoad"_s);
    loadModules(inner);
    runEvent(module.id, u"afterModulesLoad"_s);
}

void FormSession::loadModule(const Module &found)
{
    m_registered.insert(found.id);
    runEvent(found.id, u"queryLoad"_s);
    const Module module = m_model.modules.value(found.id); // a script may have changed its json
    loadPermissions(module);
    FieldState &state = m_states[module.id];
    state.isReadonly = isLocked(module);
    loadLabel(module);
    loadOptions(module);
    if (module.is(ModuleKind::Subform)) {
        loadSubform(module);
    }
    if (module.info.hasValue && module.grid.isEmpty()) {
        if (isGrid(module)) {
            loadRows(module);
        } else {
            loadValue(module);
            nameEntries(module);
        }
    }
    m_loaded.insert(module.id);
    runEvent(module.id, u"postLoad"_s);
    runEvent(module.id, u"load"_s);
}

LogSource FormSession::logSource(const Module &module)
{
    const QJsonObject context = scriptContext();
    LogSource source;
    source.records = context.value("recordList"_L1).toArray();
    source.workLogs = context.value("workLogList"_L1).toArray();
    source.attachments = context.value("attachmentList"_L1).toArray();
    source.script = [this, &module](const QJsonObject &record,
                                    QLatin1StringView name) -> std::optional<QString> {
        const QString code = scriptOf(module.json, name);
        if (code.trimmed().isEmpty()) {
            return std::nullopt;
        }
        m_currentEntry = record;
        const ScriptResult result = runScript(code, module.id, name);
        m_currentEntry = {};
        const QJsonValue &value = result.value;
        return result.state == ScriptState::Ran
            ? std::optional(isTruthy(value) ? scriptText(value) : QString())
            : std::nullopt;
    };
    return source;
}

void FormSession::loadLabel(const Module &module)
{
    FieldState &state = m_states[module.id];
    if (module.is(ModuleKind::Button)) {
        const QString name = scalarText(module.json, "name"_L1);
        state.text = name.isEmpty() ? module.id : name;
        return;
    }
    if (module.is(ModuleKind::Log)) {
        m_states[module.id].text = logText(module, logSource(module));
        return;
    }
    if (module.is(ModuleKind::Html)) {
        state.text = scalarText(module.json, "text"_L1);
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
    m_states[module.id].text = isTruthy(result.value) ? scriptText(result.value) : QString();
}

void FormSession::loadOptions(const Module &module)
{
    if (!takesOptions(module)) {
        return;
    }
    const OptionShape shape
        = module.is(ModuleKind::Combox) ? OptionShape::Keyword : OptionShape::Pair;
    const QString type = module.json.value("itemType"_L1).toString();
    if (module.is(ModuleKind::Cascader)) {
        m_trees.insert(module.id, loadTree(module));
    }
    FieldState read;
    if (type == "script"_L1 || type == "dynamic"_L1) {
        const ScriptResult result
            = runScript(scriptOf(module.json, "itemScript"_L1), module.id, u"itemScript"_s);
        read.hasOptions = result.state == ScriptState::Ran && result.value.isArray();
        read.options = optionsOf(result.value, shape);
    } else if (type == "dict"_L1) {
        const QJsonObject which = module.json.value("itemDict"_L1).toArray().first().toObject();
        const QJsonValue list
            = HostAnswers(*this).answer(u"dictionary"_s,
                                        { json::text(which, "name"_L1),
                                          json::text(which, "appName"_L1),
                                          json::text(module.json, "itemDictPath"_L1) });
        read.options = dictionaryOptions(list,
                                         json::text(module.json, "dictValueKey"_L1),
                                         json::text(module.json, "dictTextKey"_L1));
        read.hasOptions = list.isArray() || list.isObject();
    } else if (type.isEmpty() || type == "values"_L1) {
        read.options = optionsOf(module.json.value("itemValues"_L1), shape);
        read.hasOptions = true;
    }
    const QString fallback = scriptOf(module.json, "defaultOptionsScript"_L1);
    if (read.options.isEmpty() && !fallback.trimmed().isEmpty()) {
        const ScriptResult result = runScript(fallback, module.id, u"defaultOptionsScript"_s);
        read.options = optionsOf(result.value, shape);
        read.hasOptions = result.value.isArray();
    }
    if (!read.hasOptions && type != "script"_L1 && type != "dynamic"_L1) {
        record(
            { ScriptState::Unsupported, QJsonValue::Undefined, u"the list is not here: "_s + type },
            module.id + "/items"_L1);
    }
    if (!read.hasOptions) {
        // Offline and unknown: what is stored is the only choice (2.2).
        for (const QString &text : textsIn(storedValue(module))) {
            read.options.append(Option{ text, text });
        }
    }
    FieldState &state = m_states[module.id];
    state.options = read.options;
    state.hasOptions = read.hasOptions;
}

QJsonArray FormSession::loadTree(const Module &module)
{
    const QString type = module.json.value("itemType"_L1).toString();
    for (const auto key : { "itemsScript"_L1, "itemScript"_L1 }) {
        const QString code = scriptOf(module.json, key);
        if (!code.trimmed().isEmpty() && type != "dict"_L1) {
            return runScript(code, module.id, key).value.toArray();
        }
    }
    if (type == "dict"_L1) {
        const QJsonObject which = module.json.value("itemDict"_L1).toArray().first().toObject();
        return HostAnswers(*this)
            .answer(u"dictionary"_s,
                    { json::text(which, "name"_L1),
                      json::text(which, "appName"_L1),
                      json::text(module.json, "itemDictPath"_L1) })
            .toArray();
    }
    return ownTree(module);
}

void FormSession::loadValue(const Module &module)
{
    const bool isReadonly = m_states.value(module.id).isReadonly;
    QJsonValue stored = storedValue(module);
    if (module.is(ModuleKind::DocumentEditor) && !isSectioned(module)) {
        fillDocument(module, Writer::Default);
        return;
    }
    if (module.is(ModuleKind::Attachment)) {
        const QJsonArray names = QJsonArray::fromStringList(attachmentNames(module));
        // The newer family stores its files itself.
        const bool isOwn = module.info.family == Family::Oo && !stored.toArray().isEmpty();
        if (isOwn) {
            return;
        }
        write(module, stored.isArray() && names.isEmpty() ? stored : names, Writer::Load);
        return;
    }
    const bool isAlways = json::text(module.json, "compute"_L1) == "show"_L1;
    if (isAlways || isMissing(module, stored)) {
        applyDefault(module);
        if (m_defaults.contains(module.id)) {
            return;
        }
    }
    if (isDropDown(module) && !isReadonly) {
        stored = firstOf(stored);
    }
    const QJsonValue value = module.is(ModuleKind::Org) ? resolved(module, stored)
                                                        : loadedValue(module, stored, isReadonly);
    if (!value.isUndefined()) {
        write(module, value, Writer::Load);
    }
}

/// Rows with their totals; `defaultData`, `defaultCount` and `minCount` when there are none (2.5).
void FormSession::loadRows(const Module &module)
{
    const bool isReadonly = m_states.value(module.id).isReadonly;
    for (const GridColumn &column : m_model.layout.columns.value(module.id)) {
        // A sum adds what the cells show, and the cells are built later.
        const Module field = m_model.modules.value(column.fields.value(0));
        const Module title = m_model.modules.value(column.titleId);
        if (takesOptions(field) && json::text(title.json, "total"_L1) == "number"_L1) {
            loadOptions(field);
        }
    }
    QJsonValue stored = storedValue(module);
    Writer writer = Writer::Load;
    const QString code = scriptOf(module.json, "defaultData"_L1);
    if (!isTruthy(stored) && !code.trimmed().isEmpty()) {
        const ScriptResult result = runScript(code, module.id, u"defaultData"_s);
        if (result.value.isArray() || result.value.isObject()) {
            stored = result.value;
            writer = Writer::Default;
        }
    }
    const QJsonValue loaded = loadedValue(module, stored, isReadonly);
    QJsonArray rows
        = loaded.isArray() ? loaded.toArray() : loaded.toObject().value("data"_L1).toArray();
    if (!isReadonly && !module.is(ModuleKind::Datagrid)) {
        const int wanted = isTruthy(stored) ? countOf(module.json, "minCount"_L1)
                                            : std::max(countOf(module.json, "minCount"_L1),
                                                       countOf(module.json, "defaultCount"_L1));
        while (rows.size() < wanted) {
            rows.append(newRow(module, {}));
            writer = Writer::Default;
        }
    }
    const bool isKept = isReadonly && stored.isObject(); // a reader sees what was saved
    if (isKept || (!stored.isArray() && !stored.isObject() && isTruthy(stored))) {
        write(module, isKept ? stored : loaded, writer);
        return;
    }
    setRows(module.id, rows, writer);
    if (writer == Writer::Default) {
        m_defaults.insert(module.id);
    }
}

QJsonArray FormSession::fixedPeople(const Module &module)
{
    QJsonArray people;
    for (const auto key : { "identityValue"_L1,
                            "personValue"_L1,
                            "unitValue"_L1,
                            "groupValue"_L1,
                            "roleValue"_L1 }) {
        for (const QJsonValue &value : orgValues(module.json.value(key))) {
            people.append(value);
        }
    }
    QJsonValue duties = module.json.value("dutyValue"_L1);
    if (duties.isString()) {
        const auto parsed = json::parse(duties.toString().toUtf8());
        duties = parsed ? *parsed : QJsonValue();
    }
    const QJsonArray list = duties.toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject duty = value.toObject();
        const QString unit
            = scriptText(runScript(json::text(duty, "code"_L1), module.id, u"dutyValue"_s).value);
        const QJsonArray found = HostAnswers(*this)
                                     .answer(u"orgDuty"_s, { json::text(duty, "name"_L1), unit })
                                     .toArray();
        for (const QJsonValue &identity : found) {
            people.append(identity);
        }
    }
    return people;
}

std::optional<QJsonValue> FormSession::computedDefault(const Module &module)
{
    const QString code = scriptOf(module.json, "defaultValue"_L1);
    const QString content = json::text(module.json, "templateCode"_L1);
    if (module.is(ModuleKind::RichText) && code.trimmed().isEmpty() && !content.isEmpty()
        && !m_states.value(module.id).isReadonly) {
        return content; // what the editor starts with
    }
    QJsonArray people = module.is(ModuleKind::Org) ? fixedPeople(module) : QJsonArray();
    if (code.trimmed().isEmpty()) {
        return people.isEmpty() ? std::nullopt : std::optional(resolved(module, people));
    }
    // A date is written in the field's own format.
    // With "show" the web client takes the text as it is.
    const bool isAlways = json::text(module.json, "compute"_L1) == "show"_L1;
    const bool isDate = module.is(ModuleKind::Calendar) && module.info.family == Family::Classic;
    const QString format = !isDate ? QString()
        : isAlways                 ? u"!"_s + json::text(module.json, "format"_L1)
                                   : json::text(module.json, "format"_L1);
    const QString where = module.id + "/defaultValue"_L1;
    QSet<QString> reads;
    QSet<QString> *const outer = std::exchange(m_reading, &reads);
    const ScriptResult result = m_scripts->run(code, module.id, u"defaultValue"_s, format);
    m_reading = outer;
    m_reads.insert(module.id, reads);
    record(result, where);
    const bool isNothing = result.value.isUndefined() || result.value.isNull();
    if (result.state != ScriptState::Ran || (isNothing && people.isEmpty())) {
        return std::nullopt;
    }
    if (!module.is(ModuleKind::Org)) {
        return result.value;
    }
    for (const QJsonValue &person : orgValues(result.value)) {
        people.append(person);
    }
    const int count = countOf(module.json, "count"_L1);
    while (count > 0 && people.size() > count) {
        people.removeLast();
    }
    return resolved(module, people);
}

bool FormSession::applyDefault(const Module &module, Writer writer)
{
    auto value = computedDefault(module);
    if (!value) {
        return false;
    }
    const bool isReadonly = m_states.value(module.id).isReadonly;
    const bool isAlways = json::text(module.json, "compute"_L1) == "show"_L1;
    if (module.is(ModuleKind::Number) && !isAlways) {
        value = loadedValue(module, *value, isReadonly);
    } else if (module.is(ModuleKind::Combox) && !value->isArray()) {
        value = QJsonArray::fromStringList(textsIn(*value));
    } else if (isDropDown(module) && !isReadonly) {
        value = firstOf(*value);
    }
    if (writer == Writer::Default) {
        m_defaults.insert(module.id);
    }
    write(module, *value, writer);
    return true;
}

QJsonValue FormSession::resolved(const Module &module, const QJsonValue &value) const
{
    if (!module.is(ModuleKind::Org)) {
        return value;
    }
    QJsonArray entries = people(value);
    for (qsizetype at = 0; at < entries.size() && !isOlderOrg(module); ++at) {
        if (entries.at(at).isObject()) {
            entries.replace(at, storedOrg(entries.at(at).toObject(), m_input.directory));
        }
    }
    return entries;
}

QJsonArray FormSession::people(const QJsonValue &value) const
{
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

} // namespace andu::forms
