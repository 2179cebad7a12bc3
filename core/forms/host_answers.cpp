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
        { u"rawData"_s, &H::rawData },
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
        { u"files"_s, &H::files },
        { u"validateModule"_s, &H::validateModule },
        { u"verify"_s, &H::verify },
        { u"notice"_s, &H::notice },
        { u"setTitle"_s, &H::setTitle },
        { u"save"_s, &H::save },
        { u"close"_s, &H::close },
        { u"process"_s, &H::process },
        { u"currentRoute"_s, &H::currentRoute },
        { u"currentOpinion"_s, &H::currentOpinion },
        { u"isReadonly"_s, &H::isReadonly },
        { u"getRow"_s, &H::getRow },
        { u"getCell"_s, &H::getCell },
        { u"setCell"_s, &H::setCell },
        { u"org"_s, &H::org },
        { u"orgDuty"_s, &H::orgDuty },
        { u"orgIdentities"_s, &H::orgIdentities },
        { u"orgPersons"_s, &H::orgPersons },
        { u"orgUnits"_s, &H::orgUnits },
        { u"orgUnitAt"_s, &H::orgUnitAt },
        { u"orgDutyNames"_s, &H::orgDutyNames },
        { u"orgGroups"_s, &H::orgGroups },
        { u"orgRoles"_s, &H::orgRoles },
        { u"dictionary"_s, &H::dictionary },
        { u"script"_s, &H::script },
        { u"place"_s, &H::place },
        { u"placeOf"_s, &H::placeOf },
        { u"showPlace"_s, &H::showPlace },
        { u"isPlaceShown"_s, &H::isPlaceShown },
        { u"tabPages"_s, &H::tabPages },
        { u"formJson"_s, &H::formJson },
        { u"inModel"_s, &H::inModel },
        { u"moduleIds"_s, &H::moduleIds },
        { u"textData"_s, &H::textData },
        { u"currentLine"_s, &H::currentLine },
        { u"currentEntry"_s, &H::currentEntry },
        { u"olderSyntax"_s, &H::olderSyntax },
        { u"orgUnitsOfDuty"_s, &H::orgUnitsOfDuty },
    };
    static const QSet<QString> reading{ u"getData"_s,  u"getModuleData"_s, u"getText"_s,
                                        u"textData"_s, u"isEmpty"_s,       u"hasData"_s };
    if (m_session.m_reading && reading.contains(name)) {
        m_session.m_reading->insert(first(arguments));
    } else if (m_session.m_reading && (name.endsWith("Data"_L1) || name == "dataKeys"_L1)) {
        m_session.m_reading->insert(u"*"_s);
    }
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

/// `this.data.x = v`: refreshes the field, numbers are padded, and an empty value brings the
/// default back; unknown keys are not stored [run].
QJsonValue HostAnswers::assignData(const QJsonArray &arguments)
{
    const QString key = first(arguments);
    const Module *target = m_session.m_model.find(key);
    if (!target && !m_session.m_data.contains(key)) {
        return false;
    }
    QJsonValue value = arguments.at(1);
    const bool isField = target && target->info.hasValue && target->grid.isEmpty();
    if (isField && !isTruthy(value) && m_session.m_loaded.contains(key) && !isGrid(*target)) {
        const Module copy = *target;
        if (m_session.applyDefault(copy, FormSession::Writer::Script)) {
            return true;
        }
    }
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

QJsonValue HostAnswers::rawData(const QJsonArray &)
{
    return m_session.m_data;
}

/// The data with every field as it is collected.
QJsonValue HostAnswers::allData(const QJsonArray &)
{
    QJsonObject all = m_session.m_data;
    const QStringList fields = m_session.m_model.fields();
    for (const QString &id : fields) {
        const bool isBuilt = !m_session.m_isReadonly && m_session.m_loaded.contains(id);
        const QJsonValue sent
            = isBuilt && !id.contains(".."_L1) ? m_session.sentValue(id) : QJsonValue::Undefined;
        if (!sent.isUndefined()) {
            all.insert(id, sent);
        }
    }
    return all;
}

/// While the form is built, what comes later in the document is not there yet.
QJsonValue HostAnswers::hasModule(const QJsonArray &arguments)
{
    return module(arguments)
        && (!m_session.m_isBuilding || m_session.m_registered.contains(first(arguments)));
}

QJsonValue HostAnswers::getModuleData(const QJsonArray &arguments)
{
    const QString id = first(arguments);
    const Module *target = module(arguments);
    if (target && !target->grid.isEmpty()) {
        return m_session.m_cellValue;
    }
    // getData() reads the widget: the collected value, or while loading what the data holds.
    const bool isWidget = target && target->info.hasValue && !isGrid(*target)
        && target->info.family == Family::Classic && m_session.m_loaded.contains(id);
    const QJsonValue value = isWidget ? m_session.collected(id) : m_session.value(id);
    if (target && target->is(ModuleKind::Text) && value.isUndefined()) {
        return QString();
    }
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

QJsonValue HostAnswers::isReadonly(const QJsonArray &arguments)
{
    return m_session.m_isReadonly || m_session.state(first(arguments)).isReadonly;
}

QJsonValue HostAnswers::getRow(const QJsonArray &arguments)
{
    return m_session.rows(first(arguments)).at(arguments.at(1).toInt(-1));
}

QJsonValue HostAnswers::getCell(const QJsonArray &arguments)
{
    const QJsonValue value
        = m_session.cell(first(arguments), arguments.at(1).toInt(-1), arguments.at(2).toString());
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

QJsonValue HostAnswers::setCell(const QJsonArray &arguments)
{
    m_session.writeCell(
        first(arguments), arguments.at(1).toInt(-1), arguments.at(2).toString(), arguments.at(3));
    return true;
}

QJsonValue HostAnswers::setModuleData(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target) {
        return false;
    }
    const Module copy = *target;
    if (copy.is(ModuleKind::Org) && !isTruthy(arguments.at(1))) {
        return true; // only a list empties a field of people
    }
    if (isGrid(copy)) {
        const QJsonValue given = arguments.at(1);
        m_session.setRows(copy.id,
                          given.isArray() ? given.toArray()
                                          : given.toObject().value("data"_L1).toArray(),
                          FormSession::Writer::Script);
    } else {
        QJsonValue value = m_session.resolved(copy, arguments.at(1));
        if (copy.is(ModuleKind::Org)) {
            value = chosenOrg(copy, value.toArray(), m_session.directory());
        }
        const QJsonValue before = m_session.value(copy.id);
        m_session.write(copy, value, FormSession::Writer::Script);
        // Only a field of people tells of what a script wrote (3.2).
        const bool tells = copy.is(ModuleKind::Org) && !arguments.at(2).toBool()
            && m_session.m_loaded.contains(copy.id) && before != value;
        if (tells) {
            m_session.runEvent(copy.id, u"change"_s);
        }
    }
    if (arguments.at(2).toBool()) {
        m_session.runEvent(copy.id, u"change"_s);
    }
    return true;
}

QJsonValue HostAnswers::getText(const QJsonArray &arguments)
{
    return m_session.shown(first(arguments));
}

QJsonValue HostAnswers::isEmpty(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    const QJsonValue value = m_session.collected(first(arguments));
    if (value.isArray()) {
        return value.toArray().isEmpty();
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return object.isEmpty()
            || (object.contains("data"_L1) && object.value("data"_L1).toArray().isEmpty());
    }
    if (value.isDouble() && target && target->is(ModuleKind::Number)) {
        return value.toDouble() == 0 && target->info.family == Family::Classic;
    }
    return value.isNull() || value.isUndefined()
        || (value.isString() && value.toString().trimmed().isEmpty());
}

/// Shows what the data holds again, or the default when that is nothing.
QJsonValue HostAnswers::resetData(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target || !target->info.hasValue || !target->grid.isEmpty()) {
        return false;
    }
    const Module copy = *target;
    const bool isKept = isTruthy(m_session.value(copy.id));
    if (!isKept && !m_session.applyDefault(copy, FormSession::Writer::Script)) {
        m_session.write(copy, loadedValue(copy, QJsonValue(), false), FormSession::Writer::Script);
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

} // namespace andu::forms
