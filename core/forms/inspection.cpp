// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/inspection.h"

#include "core/base/literals.h"

#include <QRegularExpression>

namespace andu::forms {

namespace {

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

QJsonArray optionList(const QList<Option> &options)
{
    QJsonArray list;
    for (const Option &option : options) {
        list.append(QJsonObject{ { u"text"_s, option.text }, { u"value"_s, option.value } });
    }
    return list;
}

bool hasText(const Module &module)
{
    return module.is(ModuleKind::Label) || module.is(ModuleKind::Button)
        || module.is(ModuleKind::Html) || module.is(ModuleKind::GridTitle)
        || module.is(ModuleKind::TabContent);
}

QJsonObject describe(const FormSession &session, const Module &module, const QJsonValue &value)
{
    const FieldState state = session.state(module.id);
    const bool isOwnField = module.info.hasValue && module.grid.isEmpty();
    QJsonObject row{
        { u"id"_s, module.id },
        { u"type"_s, module.type },
        { u"tier"_s, int(module.info.tier) },
        { u"visible"_s, session.isShown(module.id) },
        { u"readonly"_s,
          state.isReadonly || session.isReadonly() || session.state(module.grid).isReadonly },
        { u"label"_s, module.label },
        { u"value"_s, isOwnField ? orNull(value) : QJsonValue() },
        { u"collected"_s, isOwnField ? orNull(session.sentValue(module.id)) : QJsonValue() },
        { u"shown"_s, session.shown(module.id) },
        { u"options"_s,
          takesOptions(module) ? QJsonValue(optionList(state.options)) : QJsonValue() },
        { u"text"_s, hasText(module) ? QJsonValue(state.text) : QJsonValue() },
    };
    if (!module.grid.isEmpty()) {
        row.insert(u"grid"_s, module.grid);
    }
    if (isGrid(module)) {
        row.insert(u"rows"_s, session.shownRows(module.id));
    }
    return row;
}

QJsonObject describe(const RouteChoice &route, const std::optional<QString> &preselected)
{
    QJsonArray selectors;
    for (const Selector &selector : route.selectors) {
        selectors.append(QJsonObject{ { u"dataKey"_s, selector.dataKey },
                                      { u"title"_s, selector.title },
                                      { u"min"_s, selector.min },
                                      { u"max"_s, selector.max } });
    }
    return { { u"name"_s, route.name },
             { u"label"_s, route.label },
             { u"visible"_s, route.isVisible },
             { u"groups"_s, QJsonArray::fromStringList(route.groups) },
             { u"opinionRequired"_s, route.isOpinionRequired },
             { u"defaultOpinion"_s, route.defaultOpinion },
             { u"selectors"_s, selectors },
             { u"appendTask"_s, route.isAppendTask },
             { u"preselected"_s, preselected == route.name } };
}

QJsonArray failureList(const QList<Failure> &failures)
{
    QJsonArray list;
    for (const Failure &failure : failures) {
        list.append(QJsonObject{
            { u"id"_s, failure.field }, { u"rule"_s, failure.rule }, { u"text"_s, failure.text } });
    }
    return list;
}

/// Checks as a submit does. What only the dialog asks for, people to be chosen, is a list of its
/// own: it is no failure of the form.
QJsonObject
submit(FormSession &session, const QList<RouteChoice> &routes, const InspectionRequest &request)
{
    QList<Failure> failures;
    QList<Failure> asked;
    CheckResult check = session.check({}, request.opinion);
    if (request.route && check.form.isEmpty()) {
        const auto chosen
            = std::find_if(routes.begin(), routes.end(), [&request](const RouteChoice &route) {
                  return route.name == *request.route;
              });
        if (chosen != routes.end() && !session.isReadonly()) {
            for (const Failure &failure : session.checkRoute(*chosen, request.opinion)) {
                (failure.rule == "selector"_L1 ? asked : failures).append(failure);
            }
        }
        check = session.check(*request.route, request.opinion);
    }
    failures += check.fields + check.form;
    return { { u"pass"_s, failures.isEmpty() },
             { u"failures"_s, failureList(failures) },
             { u"dialog"_s, failureList(asked) } };
}

QString stateName(ScriptState state)
{
    switch (state) {
    case ScriptState::Ran:
        return u"ran"_s;
    case ScriptState::Failed:
        return u"failed"_s;
    case ScriptState::Unsupported:
        return u"unsupported"_s;
    case ScriptState::TimedOut:
        return u"timeout"_s;
    }
    return {};
}

QJsonArray scriptList(const QList<ScriptRun> &runs)
{
    QJsonArray list;
    for (const ScriptRun &run : runs) {
        QJsonObject row{ { u"where"_s, run.where }, { u"state"_s, stateName(run.state) } };
        if (!run.detail.isEmpty()) {
            row.insert(u"detail"_s, run.detail);
        }
        list.append(row);
    }
    return list;
}

struct CellName
{
    QString grid;
    int row = 0;
    QString field;
};

std::optional<CellName> cellIn(const FormSession &session, const QString &target)
{
    static const QRegularExpression bracket(u"^(.+)\\[(\\d+)\\]\\.(.+)$"_s);
    static const QRegularExpression dotted(u"^(.+?)\\.\\.(?:data\\.\\.)?(\\d+)\\.\\.(.+)$"_s);
    for (const QRegularExpression &pattern : { bracket, dotted }) {
        const auto match = pattern.match(target);
        if (!match.hasMatch()) {
            continue;
        }
        const CellName cell{ match.captured(1),
                             match.captured(2).toInt(),
                             match.captured(3).section(u"."_s, -1) };
        const Module *module = session.model().find(cell.field);
        if (module && module->grid == cell.grid) {
            return cell;
        }
    }
    return std::nullopt;
}

} // namespace

Result<void> applyEdit(FormSession &session, const InspectionEdit &edit)
{
    const Module *module = session.model().find(edit.target);
    if (!module) {
        if (const auto cell = cellIn(session, edit.target)) {
            if (session.state(cell->grid).isReadonly) {
                return fail(ErrorCode::Refused, u"cannot be edited here: "_s + edit.target);
            }
            while (session.rowCount(cell->grid) <= cell->row) {
                if (session.addRow(cell->grid) < 0) {
                    return fail(ErrorCode::Refused, u"too many rows: "_s + edit.target);
                }
            }
            session.editCell(cell->grid, cell->row, cell->field, edit.value);
            (void)session.completeRow(cell->grid, cell->row);
            return {};
        }
        for (const RouteChoice &route : session.routes()) {
            for (const Selector &selector : route.selectors) {
                if (selector.dataKey == edit.target) {
                    session.choosePeople(selector, session.people(edit.value));
                    return {};
                }
            }
        }
        return fail(ErrorCode::NotFound, u"the form has no field "_s + edit.target);
    }
    if (!module->info.hasValue || session.state(edit.target).isReadonly) {
        return fail(ErrorCode::Refused, u"cannot be edited here: "_s + edit.target);
    }
    if (isGrid(*module)) {
        session.editRows(edit.target, edit.value);
    } else if (module->is(ModuleKind::Org)) {
        session.edit(edit.target, session.people(edit.value));
    } else {
        session.edit(edit.target, edit.value);
    }
    return {};
}

QJsonObject inspect(FormSession &session, const InspectionRequest &request)
{
    const QList<RouteChoice> routes = session.routes();
    const QJsonObject submitted = submit(session, routes, request);
    // The data as it is after loading and editing; collecting may compute once more.
    QHash<QString, QJsonValue> values;
    for (const QString &id : session.model().layout.order) {
        values.insert(id, session.wholeValue(id));
    }
    session.computeOnCollect();
    QJsonArray modules;
    QJsonArray unknown;
    for (const QString &id : session.model().layout.order) {
        const Module *module = session.model().find(id);
        if (!module) {
            continue;
        }
        modules.append(describe(session, *module, values.value(id)));
        if (module->is(ModuleKind::Unknown)) {
            unknown.append(id);
        }
    }
    QJsonArray ways;
    const auto preselected = preselectedRoute(routes);
    for (const RouteChoice &route : routes) {
        ways.append(describe(route, preselected));
    }
    QJsonArray notes;
    for (const FormNote &note : session.notes()) {
        notes.append(QJsonObject{ { u"where"_s, note.where },
                                  { u"kind"_s, nameOf(note.kind) },
                                  { u"detail"_s, note.detail } });
    }
    return { { u"modules"_s, modules },
             { u"routes"_s, ways },
             { u"groupOrder"_s, QJsonArray::fromStringList(routeGroups(routes)) },
             { u"submit"_s, submitted },
             { u"changes"_s, session.changes(request.route.has_value()) },
             { u"unknownModules"_s, unknown },
             { u"scripts"_s, scriptList(session.scripts()) },
             { u"notes"_s, notes },
             { u"readonly"_s, session.isReadonly() } };
}

} // namespace andu::forms
