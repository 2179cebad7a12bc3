// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/form_session.h"

#include <cmath>

namespace andu::forms {

namespace {

/// Checked even when read-only in 6.0.3 (o2oa-forms 4).
bool isAlwaysChecked(const Module &module)
{
    return module.is(ModuleKind::Attachment) || module.is(ModuleKind::Datagrid)
        || module.is(ModuleKind::RichText) || module.is(ModuleKind::DocumentEditor)
        || module.type.compare("ImageClipper"_L1, Qt::CaseInsensitive) == 0;
}

QString keyOf(const QString &id)
{
    return pathOf(id).first();
}

bool isEmptyRow(const QJsonValue &row)
{
    const QJsonObject cells = row.toObject();
    return std::all_of(cells.begin(), cells.end(), [](const QJsonValue &cell) {
        return !isTruthy(cell) || (cell.isArray() && cell.toArray().isEmpty());
    });
}

/// A submit carries the opinion itself and leaves the field empty (2.3).
QJsonValue withoutOpinion(const QJsonObject &before, QJsonObject now, const QString &key)
{
    if (isTruthy(before.value(key))) {
        now.insert(key, QString());
    } else {
        now.remove(key);
        if (before.contains(key)) {
            now.insert(key, before.value(key));
        }
    }
    return now.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(now);
}

/// A Datagrid does not keep rows in which no cell holds anything (2.5).
QJsonValue withoutEmptyRows(const Module &module, const QJsonValue &grid)
{
    if (!module.is(ModuleKind::Datagrid)) {
        return grid;
    }
    QJsonArray kept;
    const QJsonArray rows = grid.toObject().value("data"_L1).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonObject cells = row.toObject();
        const bool isEmpty = std::all_of(
            cells.begin(), cells.end(), [](const QJsonValue &c) { return isEmptyRow(c); });
        if (!isEmpty) {
            kept.append(row);
        }
    }
    if (kept.size() == rows.size()) {
        return grid;
    }
    QJsonObject result = grid.toObject();
    result.insert(u"data"_s, kept);
    if (kept.isEmpty()) {
        result.remove(u"total"_s);
    }
    return result;
}

bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toString() == "true"_L1;
}

} // namespace

std::optional<Failure>
FormSession::runRule(const QString &code, const QString &field, const QString &rule)
{
    if (code.trimmed().isEmpty()) {
        return std::nullopt;
    }
    const ScriptResult result = runScript(code, field, rule);
    const bool couldNotRun
        = result.state == ScriptState::Unsupported || result.state == ScriptState::TimedOut;
    if (couldNotRun || (result.state == ScriptState::Ran && isTrue(result.value))) {
        return std::nullopt; // what cannot run here is checked by the server side, never blocks
                             // (3.3)
    }
    const bool isMute = result.state == ScriptState::Failed || !isTruthy(result.value);
    // the web client's words
    const QString text = isMute ? u"数据校验未通过"_s : scriptText(result.value);
    return Failure{ field, rule, text };
}

std::optional<Failure>
FormSession::checkField(const Module &module, const QString &route, const QJsonValue &value)
{
    if (module.is(ModuleKind::Number) && module.info.family == Family::Classic) {
        const QJsonValue raw = module.grid.isEmpty() ? this->value(module.id) : m_cellValue;
        if (raw.isString() && std::isnan(scriptToNumber(raw))) {
            return Failure{ module.id, u"number"_s, u"必须输入数字"_s };
        }
    }
    if (auto failure = firstFailure(module, value, route)) {
        return failure;
    }
    return runRule(scriptOf(module.json, "validation"_L1), module.id, u"script"_s);
}

/// A field of its own, and in the newer tables every cell of every row.
QList<Failure> FormSession::checkOne(const Module &module, const QString &route)
{
    QList<Failure> failures;
    if (module.is(ModuleKind::Datatable) || module.is(ModuleKind::Datatemplate)) {
        const QJsonArray all = rows(module.id);
        const QString known = route.isNull() ? u""_s : route; // a null route means one row alone
        for (int row = 0; row < int(all.size()); ++row) {
            if (!isEmptyRow(all.at(row))) { // a row that waits to be filled is no mistake
                failures += checkRow(module, row, all.at(row), known);
            }
        }
    }
    if (auto failure = checkField(module, route, collected(module.id))) {
        failures.prepend(*failure);
    }
    return failures;
}

CheckResult FormSession::check(const QString &route, const QString &opinion)
{
    CheckResult result;
    if (m_isReadonly) {
        return result;
    }
    setChoice(route, opinion);
    if (route.isEmpty()) {
        if (auto failure = runRule(
                scriptOf(m_model.json, "validationFormCustom"_L1), {}, u"validationFormCustom"_s)) {
            result.form.append(*failure);
            return result; // then no field is checked
        }
    }
    const QStringList fields = m_model.fields();
    for (const QString &id : fields) {
        const Module module = m_model.modules.value(id);
        FieldState &state = m_states[id];
        const bool isSkipped = (state.isReadonly && !isAlwaysChecked(module)) || state.isForbidden
            || state.isConcealed;
        const QList<Failure> failures = isSkipped ? QList<Failure>() : checkOne(module, route);
        const QString mark = failures.isEmpty() ? QString() : failures.first().text;
        result.fields += failures;
        if (m_states.value(id).mark != mark) {
            m_states[id].mark = mark;
            Q_EMIT stateChanged(id);
        }
    }
    if (!route.isEmpty()) {
        for (const auto &rule : { "validationRoute"_L1, "validationOpinion"_L1 }) {
            if (auto failure = runRule(scriptOf(m_model.json, rule), {}, rule)) {
                result.form.append(*failure);
            }
        }
    }
    return result;
}

void FormSession::setChoice(const QString &route, const QString &opinion)
{
    m_route = route;
    m_opinion = opinion;
}

QList<RouteChoice> FormSession::routes()
{
    QList<RouteChoice> routes = readRoutes(m_input.work.raw.value("routeList"_L1).toArray());
    for (RouteChoice &route : routes) {
        const QString label = json::text(route.json, "displayNameScriptText"_L1);
        if (!label.trimmed().isEmpty()) {
            const ScriptResult result = runScript(label, {}, u"route/"_s + route.name);
            if (result.state == ScriptState::Ran) {
                route.label = textsIn(result.value).join(u',');
            }
        }
        const QString hidden = json::text(route.json, "hiddenScriptText"_L1);
        if (!hidden.trimmed().isEmpty()) {
            const ScriptResult result = runScript(hidden, {}, u"route/"_s + route.name);
            route.isVisible = !isTrue(result.value);
        }
    }
    return routes;
}

QList<Failure> FormSession::checkRoute(const RouteChoice &route, const QString &opinion)
{
    QList<Failure> failures;
    setChoice(route.name, opinion);
    if (route.isOpinionRequired && opinion.trimmed().isEmpty()) {
        failures.append(Failure{ {}, u"opinion"_s, u"请填写意见"_s });
    }
    for (const Selector &selector : route.selectors) {
        if (!selector.hiddenScript.trimmed().isEmpty()
            && isTrue(runScript(selector.hiddenScript, {}, u"selector"_s).value)) {
            continue;
        }
        const qsizetype chosen = orgValues(m_data.value(selector.dataKey)).size();
        if (chosen < selector.min) {
            failures.append(
                Failure{ selector.dataKey, u"selector"_s, u"请至少选择%1项"_s.arg(selector.min) });
        } else if (route.isAppendTask && chosen == 0) {
            failures.append(Failure{ selector.dataKey, u"selector"_s, u"请选择转交人"_s });
        } else if (auto failure
                   = runRule(scriptOf(selector.json, "validation"_L1), {}, u"selector"_s)) {
            failure->field = selector.dataKey;
            failures.append(*failure);
        }
    }
    if (auto failure = runRule(route.validationScript, {}, u"route"_s)) {
        if (failure->text == u"数据校验未通过"_s) {
            failure->text = u"路由校验失败"_s;
        }
        failures.append(*failure);
    }
    return failures;
}

void FormSession::choosePeople(const Selector &selector, const QJsonArray &people)
{
    QJsonArray kept;
    const bool isSimple = json::text(selector.json, "storeRange"_L1) == "simple"_L1;
    for (const QJsonValue &person : people) {
        const QJsonObject stored = storedOrg(person.toObject(), m_input.directory);
        kept.append(!person.isObject() ? person
                        : isSimple     ? QJsonValue(simpleOrg(stored))
                                       : QJsonValue(stored));
    }
    writeKey(selector.dataKey, kept, Writer::Person);
}

QString FormSession::offeredOpinion() const
{
    for (const QString &id : m_model.layout.order) {
        const Module *module = m_model.find(id);
        if (module && module->is(ModuleKind::Opinion) && !m_states.value(id).isReadonly) {
            return value(id).toString();
        }
    }
    return {};
}

void FormSession::prepareSave()
{
    runFormEvent(u"beforeSave"_s);
    computeOnCollect();
}

void FormSession::beginSubmit()
{
    runFormEvent(u"beforeProcessWork"_s);
}

void FormSession::prepareSubmit()
{
    runFormEvent(u"beforeProcess"_s);
    runFormEvent(u"submit"_s);
    prepareSave();
}

void FormSession::computeOnCollect()
{
    const QStringList fields = m_model.fields();
    for (const QString &id : fields) {
        const Module module = m_model.modules.value(id);
        if (module.json.value("compute"_L1).toString() == "save"_L1 && !m_isReadonly) {
            applyDefault(module);
        }
    }
}

QJsonObject FormSession::changes(bool withDefaults) const
{
    QSet<QString> ids = m_touched;
    if (withDefaults || !ids.isEmpty()) {
        ids.unite(m_defaults);
    }
    QJsonObject changed;
    if (m_isReadonly) {
        return changed;
    }
    for (const QString &id : std::as_const(ids)) {
        const QString key = keyOf(id);
        if (key.startsWith(u'$') || key.isEmpty()) {
            continue; // the server's own keys are never sent back (5.1)
        }
        const QJsonValue before = m_input.work.data.value(key);
        QJsonValue now = sendable(id, key);
        const Module *module = m_model.find(id);
        if (withDefaults && module && module->is(ModuleKind::Opinion)) {
            now = withoutOpinion(before.toObject(), now.toObject(), sectionKey(*module));
        }
        if (now.isNull() && isTruthy(before)) {
            now = QString(); // the server ignores null: an emptied drop-down would keep its value
        }
        if (now.isUndefined() || now.isNull() || sameValue(before, now)) {
            continue;
        }
        const bool isWhole = module && isGrid(*module);
        const bool isMerged = before.isObject() && now.isObject() && !isWhole;
        changed.insert(key,
                       isMerged ? QJsonValue(difference(before.toObject(), now.toObject())) : now);
    }
    return changed;
}

/// Value of a top-level key as it goes out: collected like the web client does, but never an
/// object turned into a text.
QJsonValue FormSession::sendable(const QString &id, const QString &key) const
{
    const Module *module = m_model.find(id);
    const QJsonValue whole = m_data.value(key);
    if (!module || isSectioned(*module)) {
        return whole;
    }
    const QJsonValue own = value(id);
    const bool isText = module->is(ModuleKind::Text) || module->is(ModuleKind::TextArea);
    const QJsonValue sent
        = isText && own.isObject() ? own : withoutEmptyRows(*module, collected(id));
    return key == id ? sent : withValueAt(whole, pathOf(id).mid(1), sent);
}

QJsonObject FormSession::base(const QJsonObject &changes) const
{
    QJsonObject base;
    for (auto member = changes.begin(); member != changes.end(); ++member) {
        const QJsonValue before = m_input.work.data.value(member.key());
        if (!before.isUndefined()) {
            base.insert(member.key(), before);
        }
    }
    return base;
}

} // namespace andu::forms
