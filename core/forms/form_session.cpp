// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_session.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/host_answers.h"
#include "core/forms/html_text.h"

namespace andu::forms {

namespace {

/// A person's unit and the rest are shown by their plain names (3.2).
QString plainName(const QJsonObject &object, QLatin1StringView key)
{
    return json::text(object, key).section(u'@', 0, 0);
}

QJsonArray recordObjects(const QList<Record> &records)
{
    QJsonArray list;
    for (const Record &record : records) {
        const QJsonObject properties{ { u"routeName"_s, record.routeName },
                                      { u"opinion"_s, record.opinion } };
        list.append(QJsonObject{
            { u"id"_s, record.id },
            { u"type"_s, record.type },
            { u"person"_s, record.person },
            { u"identity"_s, record.identity },
            { u"unit"_s, record.unit },
            { u"fromActivityName"_s, record.activityName },
            { u"recordTime"_s, record.timeUtc.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) },
            { u"properties"_s, properties } });
    }
    return list;
}

} // namespace

QJsonArray fileObjects(const QList<Attachment> &files)
{
    QJsonArray list;
    for (const Attachment &file : files) {
        list.append(QJsonObject{ { u"id"_s, file.id.text() },
                                 { u"name"_s, file.name },
                                 { u"extension"_s, file.extension },
                                 { u"length"_s, double(file.sizeBytes) },
                                 { u"site"_s, file.site },
                                 { u"person"_s, file.person },
                                 { u"activityName"_s, file.activityName } });
    }
    return list;
}

FormSession::FormSession(FormInput input)
    : m_input(std::move(input))
    , m_model(buildModel(m_input.source))
    , m_data(m_input.work.data)
{
    m_isReadonly = !m_input.work.control.allowSave || m_input.work.isFinished
        || isYes(m_model.json.value("isReadonly"_L1));
    m_scripts = std::make_unique<ScriptRuntime>(
        [this](const QString &name, const QJsonArray &arguments) {
            return HostAnswers(*this).answer(name, arguments);
        },
        scriptContext(),
        m_input.limits);
    buildWithSubforms();
    readPlaces();
    load();
    m_changedKeys.clear();
    m_isLoading = false;
}

FormSession::~FormSession() = default;

namespace {

/// A name, `{name, application}` or, as the web client reads it, `{subform, application}`.
QString subformName(const QJsonValue &wanted)
{
    const QJsonObject object = wanted.toObject();
    const QString name = json::text(object, "subform"_L1);
    return !wanted.isObject() ? wanted.toString()
        : name.isEmpty()      ? json::text(object, "name"_L1)
                              : name;
}

} // namespace

/// Sub-forms that a script names are known only once scripts run: then the model is built again.
void FormSession::buildWithSubforms()
{
    static constexpr int MaxRounds = 8;
    for (int round = 0; round < MaxRounds; ++round) {
        bool isChanged = false;
        const QStringList order = m_model.layout.order;
        for (const QString &id : order) {
            const Module module = m_model.modules.value(id);
            const bool isOpen = module.is(ModuleKind::Subform)
                && module.json.value("subformType"_L1).toString() == "script"_L1
                && !m_input.source.chosenSubforms.contains(id);
            if (!isOpen) {
                continue;
            }
            const QJsonValue wanted
                = runScript(scriptOf(module.json, "subformScript"_L1), id, u"subformScript"_s)
                      .value;
            m_input.source.chosenSubforms.insert(id, subformName(wanted));
            isChanged = true;
        }
        if (!isChanged) {
            break;
        }
        m_model = buildModel(m_input.source);
    }
    m_notes = m_model.notes + m_notes;
}

QJsonObject FormSession::scriptContext() const
{
    const WorkItem &work = m_input.work;
    QJsonObject context = work.raw;
    context.insert(u"now"_s, double(m_input.now.toMSecsSinceEpoch()));
    context.insert(u"isReadonly"_s, m_isReadonly);
    QJsonArray identities;
    for (const Identity &identity : m_input.user.identities) {
        identities.append(QJsonObject{ { u"id"_s, identity.id },
                                       { u"name"_s, identity.name },
                                       { u"distinguishedName"_s, identity.distinguishedName },
                                       { u"unit"_s, identity.unit },
                                       { u"unitName"_s, identity.unitName },
                                       { u"unitLevelName"_s, identity.unitLevelName } });
    }
    context.insert(u"user"_s,
                   QJsonObject{ { u"id"_s, m_input.user.id },
                                { u"name"_s, m_input.user.name },
                                { u"unique"_s, m_input.user.unique },
                                { u"employee"_s, m_input.user.employee },
                                { u"distinguishedName"_s, m_input.user.distinguishedName },
                                { u"roleList"_s, QJsonArray::fromStringList(m_input.user.roles) },
                                { u"identityList"_s, identities } });
    if (!context.contains("attachmentList"_L1)) {
        context.insert(u"attachmentList"_s, fileObjects(work.attachments));
    }
    if (!context.contains("recordList"_L1)) {
        context.insert(u"recordList"_s, recordObjects(work.records));
    }
    context.insert(u"form"_s,
                   QJsonObject{ { u"id"_s, m_input.source.id },
                                { u"name"_s, m_model.name },
                                { u"alias"_s, m_model.json.value("alias"_L1) },
                                { u"description"_s, m_model.json.value("description"_L1) },
                                { u"application"_s, m_model.json.value("application"_L1) } });
    context.insert(u"control"_s,
                   QJsonObject{ { u"allowSave"_s, work.control.allowSave },
                                { u"allowProcessing"_s, work.control.allowProcessing },
                                { u"allowReadProcessing"_s, work.control.allowReadProcessing },
                                { u"allowVisit"_s, work.control.allowVisit },
                                { u"allowReset"_s, work.control.allowReset },
                                { u"allowRetract"_s, work.control.allowRetract },
                                { u"allowDelete"_s, work.control.allowDelete },
                                { u"allowPress"_s, work.control.allowPress } });
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

QString FormSession::sectionKey(const Module &module) const
{
    const QJsonObject raw = m_input.work.raw;
    const bool isOwn = module.is(ModuleKind::Opinion) && !isYes(module.json.value("section"_L1));
    const QString by = isOwn ? u"person"_s : json::text(module.json, "sectionBy"_L1);
    if (by == "unit"_L1) {
        const QJsonArray tasks = raw.value("taskList"_L1).toArray();
        const QJsonObject task = tasks.at(raw.value("currentTaskIndex"_L1).toInt(-1)).toObject();
        return plainName(task, "unit"_L1);
    }
    const QJsonObject work = raw.value("work"_L1).toObject();
    if (by == "activity"_L1) {
        const QString id = json::text(work, "activity"_L1);
        return id.isEmpty() ? json::text(raw.value("activity"_L1).toObject(), "id"_L1) : id;
    }
    if (by == "splitValue"_L1) {
        return json::text(work, "splitValue"_L1);
    }
    if (by == "script"_L1) {
        const ScriptResult result
            = m_scripts->run(scriptOf(module.json, "sectionByScript"_L1), module.id);
        return scriptText(result.value);
    }
    return m_input.user.id;
}

/// What a module finds when it loads: the server's value, or what an earlier script made of it.
QJsonValue FormSession::storedValue(const Module &module) const
{
    const QJsonValue whole = wholeValue(module.id);
    if (!isSectioned(module)) {
        return whole;
    }
    return whole.isObject() ? whole.toObject().value(sectionKey(module)) : whole;
}

QJsonValue FormSession::value(const QString &id) const
{
    const Module *module = m_model.find(id);
    const QJsonValue whole = wholeValue(id);
    if (!module || !isSectioned(*module)) {
        return whole;
    }
    return whole.isObject() ? whole.toObject().value(sectionKey(*module)) : whole;
}

QJsonValue FormSession::wholeValue(const QString &id) const
{
    return valueAt(m_data, pathOf(id));
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

QJsonValue FormSession::sentValue(const QString &id) const
{
    const Module *module = m_model.find(id);
    if (!module || !isSectioned(*module)) {
        return collected(id);
    }
    const QJsonValue whole = wholeValue(id);
    const QString key = sectionKey(*module);
    if (key.isEmpty() || (!whole.isObject() && isTruthy(whole))) {
        return whole;
    }
    QJsonObject sections = whole.toObject();
    sections.insert(key, collected(id));
    return sections;
}

QString FormSession::shown(const QString &id) const
{
    const Module *module = m_model.find(id);
    if (!module) {
        return {};
    }
    const FieldState state = m_states.value(id);
    if (!module->info.hasValue) {
        return module->is(ModuleKind::Html) ? plainTextOf(state.text) : state.text;
    }
    if (state.isConcealed || state.isForbidden || !module->grid.isEmpty()) {
        return {};
    }
    if (module->is(ModuleKind::Opinion)) {
        return scriptText(value(id));
    }
    for (const auto *texts : { &m_typed, &m_displayTexts }) {
        if (const auto text = texts->constFind(id); text != texts->constEnd()) {
            return text.value();
        }
    }
    if (module->is(ModuleKind::Cascader)) {
        return shownPath(*module);
    }
    const bool isReading = state.isReadonly || m_isReadonly;
    if (isReading && isSectioned(*module)
        && (isYes(module->json.value("showAllSection"_L1))
            || json::text(module->json, "sectionMerge"_L1) == "read"_L1)) {
        return shownSections(*module);
    }
    return shownText(
        *module, value(id), state.options, isReading ? Viewing::Reading : Viewing::Editing);
}

QString FormSession::shownSections(const Module &module) const
{
    const QJsonObject sections = wholeValue(module.id).toObject();
    const bool hasKeys = isYes(module.json.value("showSectionKey"_L1));
    const QJsonValue wanted = module.json.value("keyContentSeparator"_L1);
    const QString separator = wanted.isString() ? wanted.toString() : u"："_s;
    QStringList parts;
    for (auto part = sections.begin(); part != sections.end(); ++part) {
        const QString text = shownText(module, part.value(), m_states.value(module.id).options);
        parts.append(hasKeys ? part.key() + separator + text : text);
    }
    return parts.join(u'\n');
}

QJsonArray FormSession::shownRows(const QString &id) const
{
    QJsonArray shown;
    const QStringList fields = cellFields(id);
    const int count = rowCount(id);
    for (int row = 0; row < count; ++row) {
        QJsonObject cells;
        for (const QString &field : fields) {
            const Module *module = m_model.find(field);
            const QJsonValue content = cell(id, row, field);
            const bool isNothing = content.isUndefined() || content.isNull();
            cells.insert(field,
                         isNothing ? QString()
                                   : shownText(*module, content, m_states.value(field).options));
        }
        shown.append(cells);
    }
    return shown;
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
