// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"

namespace andu::forms {

/// Files as scripts see them.
[[nodiscard]] QJsonArray fileObjects(const QList<Attachment> &files);

/// Answers the calls that runtime.js makes on behalf of form scripts.
class HostAnswers
{
public:
    explicit HostAnswers(FormSession &session)
        : m_session(session)
    { }

    [[nodiscard]] QJsonValue answer(const QString &name, const QJsonArray &arguments);

private:
    using Answer = QJsonValue (HostAnswers::*)(const QJsonArray &);

    QJsonValue getData(const QJsonArray &arguments);
    QJsonValue hasData(const QJsonArray &arguments);
    QJsonValue setData(const QJsonArray &arguments);
    QJsonValue assignData(const QJsonArray &arguments);
    QJsonValue addData(const QJsonArray &arguments);
    QJsonValue dataKeys(const QJsonArray &arguments);
    QJsonValue allData(const QJsonArray &arguments);
    QJsonValue rawData(const QJsonArray &arguments);
    QJsonValue hasModule(const QJsonArray &arguments);
    QJsonValue getModuleData(const QJsonArray &arguments);
    QJsonValue setModuleData(const QJsonArray &arguments);
    QJsonValue getText(const QJsonArray &arguments);
    QJsonValue isEmpty(const QJsonArray &arguments);
    QJsonValue resetData(const QJsonArray &arguments);
    QJsonValue getOptions(const QJsonArray &arguments);
    QJsonValue setOptions(const QJsonArray &arguments);
    QJsonValue addOption(const QJsonArray &arguments);
    QJsonValue resetOptions(const QJsonArray &arguments);
    QJsonValue show(const QJsonArray &arguments);
    QJsonValue isShown(const QJsonArray &arguments);
    QJsonValue setText(const QJsonArray &arguments);
    QJsonValue isReadonly(const QJsonArray &arguments);
    QJsonValue getRow(const QJsonArray &arguments);
    QJsonValue getCell(const QJsonArray &arguments);
    QJsonValue setCell(const QJsonArray &arguments);
    QJsonValue setReadonly(const QJsonArray &arguments);
    QJsonValue getJson(const QJsonArray &arguments);
    QJsonValue setJson(const QJsonArray &arguments);
    QJsonValue mark(const QJsonArray &arguments);
    QJsonValue focus(const QJsonArray &arguments);
    QJsonValue fire(const QJsonArray &arguments);
    QJsonValue addRow(const QJsonArray &arguments);
    QJsonValue removeRow(const QJsonArray &arguments);
    QJsonValue files(const QJsonArray &arguments);
    QJsonValue attachments(const QJsonArray &arguments);
    QJsonValue validateModule(const QJsonArray &arguments);
    QJsonValue verify(const QJsonArray &arguments);
    QJsonValue notice(const QJsonArray &arguments);
    QJsonValue setTitle(const QJsonArray &arguments);
    QJsonValue save(const QJsonArray &arguments);
    QJsonValue close(const QJsonArray &arguments);
    QJsonValue process(const QJsonArray &arguments);
    QJsonValue currentRoute(const QJsonArray &arguments);
    QJsonValue currentOpinion(const QJsonArray &arguments);
    QJsonValue org(const QJsonArray &arguments);
    QJsonValue orgDuty(const QJsonArray &arguments);
    QJsonValue orgIdentities(const QJsonArray &arguments);
    QJsonValue orgPersons(const QJsonArray &arguments);
    QJsonValue orgUnits(const QJsonArray &arguments);
    QJsonValue orgUnitAt(const QJsonArray &arguments);
    QJsonValue orgDutyNames(const QJsonArray &arguments);
    QJsonValue orgGroups(const QJsonArray &arguments);
    QJsonValue orgRoles(const QJsonArray &arguments);
    QJsonValue dictionary(const QJsonArray &arguments);
    QJsonValue script(const QJsonArray &arguments);
    QJsonValue place(const QJsonArray &arguments);
    QJsonValue placeOf(const QJsonArray &arguments);
    QJsonValue showPlace(const QJsonArray &arguments);
    QJsonValue isPlaceShown(const QJsonArray &arguments);
    QJsonValue tabPages(const QJsonArray &arguments);
    QJsonValue formJson(const QJsonArray &arguments);
    QJsonValue inModel(const QJsonArray &arguments);
    QJsonValue moduleIds(const QJsonArray &arguments);
    QJsonValue textData(const QJsonArray &arguments);
    QJsonValue currentLine(const QJsonArray &arguments);
    QJsonValue currentEntry(const QJsonArray &arguments);
    QJsonValue olderSyntax(const QJsonArray &arguments);
    QJsonValue orgUnitsOfDuty(const QJsonArray &arguments);

    [[nodiscard]] const Module *module(const QJsonArray &arguments) const;

    FormSession &m_session;
};

} // namespace andu::forms
