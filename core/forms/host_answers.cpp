// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/host_answers.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"

namespace andu::forms {

namespace {

QString first(const QJsonArray &arguments)
{
    return arguments.at(0).toString();
}

} // namespace

QJsonValue HostAnswers::answer(const QString &name, const QJsonArray &arguments)
{
    using H = HostAnswers;
    static const QHash<QString, Answer> table{
        { u"getData"_s, &H::getData },
        { u"hasData"_s, &H::hasData },
        { u"setData"_s, &H::setData },
        { u"assignData"_s, &H::assignData },
        { u"addData"_s, &H::addData },
        { u"dataKeys"_s, &H::dataKeys },
        { u"allData"_s, &H::allData },
        { u"hasModule"_s, &H::hasModule },
        { u"getModuleData"_s, &H::getModuleData },
        { u"setModuleData"_s, &H::setModuleData },
        { u"getText"_s, &H::getText },
        { u"isEmpty"_s, &H::isEmpty },
        { u"resetData"_s, &H::resetData },
        { u"getOptions"_s, &H::getOptions },
        { u"setOptions"_s, &H::setOptions },
        { u"addOption"_s, &H::addOption },
        { u"resetOptions"_s, &H::resetOptions },
        { u"show"_s, &H::show },
        { u"isShown"_s, &H::isShown },
        { u"setText"_s, &H::setText },
        { u"setReadonly"_s, &H::setReadonly },
        { u"getJson"_s, &H::getJson },
        { u"setJson"_s, &H::setJson },
        { u"mark"_s, &H::mark },
        { u"focus"_s, &H::focus },
        { u"fire"_s, &H::fire },
        { u"addRow"_s, &H::addRow },
        { u"removeRow"_s, &H::removeRow },
        { u"attachments"_s, &H::attachments },
        { u"validateModule"_s, &H::validateModule },
        { u"verify"_s, &H::verify },
        { u"notice"_s, &H::notice },
        { u"currentRoute"_s, &H::currentRoute },
        { u"currentOpinion"_s, &H::currentOpinion },
        { u"org"_s, &H::org },
        { u"orgDuty"_s, &H::orgDuty },
        { u"orgIdentities"_s, &H::orgIdentities },
        { u"orgUnitOf"_s, &H::orgUnitOf },
        { u"dictionary"_s, &H::dictionary },
        { u"script"_s, &H::script },
    };
    const auto found = table.constFind(name);
    return found == table.constEnd() ? QJsonValue(QJsonValue::Undefined)
                                     : (this->*found.value())(arguments);
}

const Module *HostAnswers::module(const QJsonArray &arguments) const
{
    return m_session.m_model.find(first(arguments));
}

QJsonValue HostAnswers::getData(const QJsonArray &arguments)
{
    return m_session.m_data.value(first(arguments));
}

QJsonValue HostAnswers::hasData(const QJsonArray &arguments)
{
    return m_session.m_data.contains(first(arguments));
}

QJsonValue HostAnswers::setData(const QJsonArray &arguments)
{
    m_session.writeKey(first(arguments), arguments.at(1), FormSession::Writer::Script);
    return true;
}

/// `this.data.x = v`: refreshes the field, and numbers are padded; unknown keys are not stored
/// [run].
QJsonValue HostAnswers::assignData(const QJsonArray &arguments)
{
    const QString key = first(arguments);
    const Module *target = m_session.m_model.find(key);
    if (!target && !m_session.m_data.contains(key)) {
        return false;
    }
    QJsonValue value = arguments.at(1);
    if (target && target->is(ModuleKind::Number) && target->info.family == Family::Classic) {
        value = formattedNumber(value, decimalsOf(*target));
    }
    m_session.writeKey(key, value, FormSession::Writer::Script);
    return true;
}

QJsonValue HostAnswers::addData(const QJsonArray &arguments)
{
    m_session.writeKey(first(arguments), arguments.at(1), FormSession::Writer::Script);
    return true;
}

QJsonValue HostAnswers::dataKeys(const QJsonArray &)
{
    return QJsonArray::fromStringList(m_session.m_data.keys());
}

QJsonValue HostAnswers::allData(const QJsonArray &)
{
    return m_session.m_data;
}

QJsonValue HostAnswers::hasModule(const QJsonArray &arguments)
{
    return module(arguments) != nullptr;
}

QJsonValue HostAnswers::getModuleData(const QJsonArray &arguments)
{
    const QString id = first(arguments);
    const Module *target = module(arguments);
    if (target && !target->grid.isEmpty()) {
        return m_session.m_cellValue;
    }
    const QJsonValue value = m_session.value(id);
    if (target && target->is(ModuleKind::Text) && value.isUndefined()) {
        return QString();
    }
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

QJsonValue HostAnswers::setModuleData(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target) {
        return false;
    }
    const QJsonValue value = m_session.resolved(*target, arguments.at(1));
    m_session.write(*target, value, FormSession::Writer::Script);
    if (arguments.at(2).toBool()) {
        m_session.runEvent(target->id, u"change"_s);
    }
    return true;
}

QJsonValue HostAnswers::getText(const QJsonArray &arguments)
{
    return m_session.shown(first(arguments));
}

QJsonValue HostAnswers::isEmpty(const QJsonArray &arguments)
{
    const QJsonValue value = m_session.collected(first(arguments));
    if (value.isArray()) {
        return value.toArray().isEmpty();
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return object.isEmpty()
            || (object.contains("data"_L1) && object.value("data"_L1).toArray().isEmpty());
    }
    return value.isNull() || value.isUndefined()
        || (value.isString() && value.toString().isEmpty());
}

QJsonValue HostAnswers::resetData(const QJsonArray &arguments)
{
    if (const Module *target = module(arguments)) {
        m_session.write(*target, QString(), FormSession::Writer::Script);
        m_session.applyDefault(*target);
    }
    return true;
}

QJsonValue HostAnswers::getOptions(const QJsonArray &arguments)
{
    QJsonArray list;
    const QList<Option> options = m_session.state(first(arguments)).options;
    for (const Option &option : options) {
        list.append(QJsonObject{ { u"text"_s, option.text }, { u"value"_s, option.value } });
    }
    return list;
}

QJsonValue HostAnswers::setOptions(const QJsonArray &arguments)
{
    FieldState &state = m_session.m_states[first(arguments)];
    state.options = optionsOf(arguments.at(1));
    state.hasOptions = true;
    Q_EMIT m_session.stateChanged(first(arguments));
    return true;
}

QJsonValue HostAnswers::addOption(const QJsonArray &arguments)
{
    m_session.m_states[first(arguments)].options.append(
        Option{ arguments.at(1).toString(), arguments.at(2).toString() });
    Q_EMIT m_session.stateChanged(first(arguments));
    return true;
}

QJsonValue HostAnswers::resetOptions(const QJsonArray &arguments)
{
    if (const Module *target = module(arguments)) {
        m_session.loadOptions(*target);
        Q_EMIT m_session.stateChanged(target->id);
    }
    return true;
}

QJsonValue HostAnswers::show(const QJsonArray &arguments)
{
    FieldState &state = m_session.m_states[first(arguments)];
    const bool isHidden = !arguments.at(1).toBool();
    if (state.isHidden != isHidden) {
        state.isHidden = isHidden;
        Q_EMIT m_session.stateChanged(first(arguments));
    }
    return true;
}

QJsonValue HostAnswers::isShown(const QJsonArray &arguments)
{
    return m_session.isShown(first(arguments));
}

QJsonValue HostAnswers::setText(const QJsonArray &arguments)
{
    m_session.m_states[first(arguments)].text = arguments.at(1).toString();
    Q_EMIT m_session.stateChanged(first(arguments));
    return true;
}

QJsonValue HostAnswers::setReadonly(const QJsonArray &arguments)
{
    m_session.m_states[first(arguments)].isReadonly
        = arguments.at(1).toBool() || m_session.m_isReadonly;
    Q_EMIT m_session.stateChanged(first(arguments));
    return true;
}

QJsonValue HostAnswers::getJson(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    return target ? QJsonValue(target->json) : QJsonValue(QJsonValue::Null);
}

QJsonValue HostAnswers::setJson(const QJsonArray &arguments)
{
    const auto found = m_session.m_model.modules.find(first(arguments));
    if (found == m_session.m_model.modules.end()) {
        return false;
    }
    // The type is fixed: a script must not turn a module into another kind under our feet.
    found->json = arguments.at(1).toObject();
    if (!m_session.m_isLoading) {
        m_session.m_states[found->id].isReadonly = m_session.isLocked(*found);
        Q_EMIT m_session.stateChanged(found->id);
    }
    return true;
}

QJsonValue HostAnswers::mark(const QJsonArray &arguments)
{
    m_session.m_states[first(arguments)].mark = arguments.at(1).toString();
    Q_EMIT m_session.stateChanged(first(arguments));
    return true;
}

QJsonValue HostAnswers::focus(const QJsonArray &arguments)
{
    Q_EMIT m_session.focusWanted(first(arguments));
    return true;
}

QJsonValue HostAnswers::fire(const QJsonArray &arguments)
{
    m_session.runEvent(first(arguments), arguments.at(1).toString());
    return true;
}

QJsonValue HostAnswers::addRow(const QJsonArray &arguments)
{
    return m_session.addRow(
        first(arguments), arguments.at(1).toInt(-1), arguments.at(2).toObject());
}

QJsonValue HostAnswers::removeRow(const QJsonArray &arguments)
{
    m_session.removeRow(first(arguments), arguments.at(1).toInt(-1));
    return true;
}

QJsonValue HostAnswers::attachments(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    return target ? QJsonArray::fromStringList(m_session.attachmentNames(*target)) : QJsonArray();
}

QJsonValue HostAnswers::validateModule(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target) {
        return true;
    }
    const auto failure = m_session.checkField(
        *target, arguments.at(1).toString(), m_session.collected(target->id));
    m_session.m_states[target->id].mark = failure ? failure->text : QString();
    Q_EMIT m_session.stateChanged(target->id);
    return !failure;
}

QJsonValue HostAnswers::verify(const QJsonArray &arguments)
{
    return m_session.check(first(arguments), arguments.at(1).toString()).isPassed();
}

QJsonValue HostAnswers::notice(const QJsonArray &arguments)
{
    Q_EMIT m_session.noticed(first(arguments));
    return true;
}

QJsonValue HostAnswers::currentRoute(const QJsonArray &)
{
    return m_session.m_route;
}

QJsonValue HostAnswers::currentOpinion(const QJsonArray &)
{
    return m_session.m_opinion;
}

QJsonValue HostAnswers::org(const QJsonArray &arguments)
{
    static const QHash<QString, Directory::Kind> kinds{
        { u"person"_s, Directory::Kind::Person }, { u"identity"_s, Directory::Kind::Identity },
        { u"unit"_s, Directory::Kind::Unit },     { u"group"_s, Directory::Kind::Group },
        { u"role"_s, Directory::Kind::Role },
    };
    const auto kind = kinds.constFind(first(arguments));
    if (kind == kinds.constEnd()) {
        return QJsonValue::Null;
    }
    const QJsonObject object = m_session.directory().find(
        kind.value(), arguments.at(1).toString(), m_session.preferredNames());
    return object.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(object);
}

QJsonValue HostAnswers::orgDuty(const QJsonArray &arguments)
{
    QJsonArray found;
    const QStringList names
        = m_session.directory().duty(first(arguments), arguments.at(1).toString());
    for (const QString &name : names) {
        const QJsonObject object = m_session.directory().find(Directory::Kind::Identity, name);
        if (!object.isEmpty()) {
            found.append(object);
        }
    }
    return found;
}

QJsonValue HostAnswers::orgIdentities(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const bool isPerson = first(arguments) == "person"_L1;
    const QJsonObject owner
        = directory.find(isPerson ? Directory::Kind::Person : Directory::Kind::Unit,
                         arguments.at(1).toString(),
                         m_session.preferredNames());
    const QString id = json::text(owner, "id"_L1);
    const QString dn = json::text(owner, "distinguishedName"_L1);
    QJsonArray found;
    const QList<QJsonObject> identities = directory.all(Directory::Kind::Identity);
    for (const QJsonObject &identity : identities) {
        const QString key = json::text(identity, isPerson ? "person"_L1 : "unit"_L1);
        if (!key.isEmpty() && (key == id || key == dn)) {
            found.append(identity);
        }
    }
    return found;
}

QJsonValue HostAnswers::orgUnitOf(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const QJsonObject identity
        = directory.find(Directory::Kind::Identity, first(arguments), m_session.preferredNames());
    const QJsonObject unit = directory.find(Directory::Kind::Unit, json::text(identity, "unit"_L1));
    return unit.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(unit);
}

QJsonValue HostAnswers::dictionary(const QJsonArray &arguments)
{
    const QString name = first(arguments);
    const QString application = arguments.at(1).toString();
    QString path = arguments.at(2).toString();
    path.replace(u'/', u'.');
    for (const Dictionary &dictionary : std::as_const(m_session.m_input.dictionaries)) {
        const bool isNamed
            = dictionary.name == name || dictionary.alias == name || dictionary.id == name;
        const bool isThere = application.isEmpty() || dictionary.application.isEmpty()
            || dictionary.application == application;
        if (isNamed && isThere) {
            return path.isEmpty() ? dictionary.data
                                  : valueAt(dictionary.data, path.split(u'.', Qt::SkipEmptyParts));
        }
    }
    return QJsonValue::Undefined;
}

QJsonValue HostAnswers::script(const QJsonArray &arguments)
{
    const QString wanted = first(arguments);
    for (const FormScript &script : std::as_const(m_session.m_model.scripts)) {
        if (script.id == wanted || script.name == wanted || script.alias == wanted) {
            return script.text;
        }
    }
    return QJsonValue::Undefined;
}

} // namespace andu::forms
