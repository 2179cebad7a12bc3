// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read and edit what (o2oa-forms 5.6).
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"

namespace andu::forms {

namespace {

bool hasFlags(const Module &module, const QString &prefix)
{
    for (const QString &way : { u"Activity"_s, u"Org"_s, u"Script"_s }) {
        if (isYes(module.json.value(prefix + way))) {
            return true;
        }
    }
    return false;
}

} // namespace

/// Modules load in document order, so what is around a module has been decided before it.
void FormSession::loadPermissions(const Module &module)
{
    const FieldState around = m_states.value(m_parents.value(module.id));
    const bool mayEdit = isPermitted(module, u"editBy"_s);
    const bool isGivenByEdit = hasFlags(module, u"editBy"_s) && mayEdit;
    const bool mayRead = isPermitted(module, u"readBy"_s) || isGivenByEdit;
    FieldState &state = m_states[module.id];
    state.isEditForbidden = around.isEditForbidden || !mayEdit || !mayRead;
    QString hiding = json::text(module.json, "hideCannotRead"_L1);
    if (hiding != "yes"_L1 && hiding != "no"_L1) {
        hiding = json::text(m_model.json, "hideCannotRead"_L1);
    }
    const bool isDenied = !mayRead || around.isForbidden || around.isConcealed;
    state.isConcealed = isDenied && !around.isForbidden && hiding == "no"_L1;
    state.isForbidden = isDenied && !state.isConcealed;
}

bool FormSession::isMyActivity(const QJsonArray &allowed) const
{
    const QJsonObject activity = m_input.work.raw.value("activity"_L1).toObject();
    return std::any_of(allowed.begin(), allowed.end(), [&activity](const QJsonValue &value) {
        if (value.isString()) {
            return value.toString() == json::text(activity, "name"_L1)
                || value.toString() == json::text(activity, "id"_L1);
        }
        const QJsonObject object = value.toObject();
        const QString id = json::text(object, "id"_L1);
        const bool isId = !id.isEmpty() && id == json::text(activity, "id"_L1);
        // Ids change when a process is imported elsewhere; its activities keep their names.
        return isId
            || (id.isEmpty() && json::text(object, "name"_L1) == json::text(activity, "name"_L1));
    });
}

bool FormSession::isMyOrg(const QJsonArray &allowed) const
{
    QStringList mine = m_input.user.roles;
    mine += { m_input.user.distinguishedName, m_input.user.id };
    for (const Identity &identity : m_input.user.identities) {
        const QJsonObject unit
            = m_input.directory.find(Directory::Kind::Unit, identity.unit, preferredNames());
        // Units of the whole directory come without ids; its identities name their unit in full.
        const QJsonObject row
            = m_input.directory.find(Directory::Kind::Identity, identity.distinguishedName);
        mine += { identity.distinguishedName,
                  identity.id,
                  identity.unit,
                  json::text(row, "unit"_L1),
                  json::text(unit, "distinguishedName"_L1) };
    }
    const QList<QJsonObject> groups = m_input.directory.all(Directory::Kind::Group);
    for (const QJsonObject &group : groups) {
        QStringList members = json::texts(group, "personList"_L1);
        members += json::texts(group, "identityList"_L1);
        const bool isMember = std::any_of(members.begin(), members.end(), [&](const auto &member) {
            return mine.contains(member);
        });
        if (isMember) {
            mine.append(json::text(group, "distinguishedName"_L1));
        }
    }
    mine.removeAll(QString());
    return std::any_of(allowed.begin(), allowed.end(), [&mine](const QJsonValue &value) {
        return mine.contains(value.isString()
                                 ? value.toString()
                                 : json::text(value.toObject(), "distinguishedName"_L1));
    });
}

/// readBy…/editBy… of the newer designer: unset means allowed, a "no" of any wins.
bool FormSession::isPermitted(const Module &module, const QString &prefix)
{
    const QJsonObject &definition = module.json;
    if (isYes(definition.value(prefix + u"Activity"_s))
        && !isMyActivity(definition.value(prefix + u"ActivityValue"_s).toArray())) {
        return false;
    }
    if (isYes(definition.value(prefix + u"Org"_s))
        && !isMyOrg(definition.value(prefix + u"OrgValue"_s).toArray())) {
        return false;
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
    const FieldState state = m_states.value(module.id);
    if (m_isReadonly || state.isEditForbidden) {
        return true;
    }
    const QJsonObject &definition = module.json;
    const QString mode = definition.value("showMode"_L1).toString();
    if (mode == "read"_L1 || mode == "readonlyMode"_L1 || mode == "disabled"_L1) {
        return true;
    }
    const QJsonValue flag = definition.value("isReadonly"_L1);
    if (flag.toString() == "script"_L1) {
        const ScriptResult result
            = runScript(scriptOf(definition, "readonlyScript"_L1), module.id, u"readonlyScript"_s);
        return result.state == ScriptState::Ran && isTruthy(result.value);
    }
    const bool isExact = module.info.family != Family::Classic || isGrid(module);
    if (isExact ? isYes(flag) : isTruthy(flag)) {
        return true; // even "no" locks a field in 6.0.3 [run]
    }
    const bool isAttribute
        = isYes(definition.value("readonly"_L1)) || isYes(definition.value("disabled"_L1));
    if (module.info.family != Family::Classic && isAttribute) {
        return true;
    }
    const QString editable = isGrid(module) ? scriptOf(definition, "editableScript"_L1) : QString();
    if (!editable.trimmed().isEmpty()) {
        const ScriptResult result = runScript(editable, module.id, u"editableScript"_s);
        return result.state == ScriptState::Ran && result.value.isBool() && !result.value.toBool();
    }
    return false;
}

} // namespace andu::forms
