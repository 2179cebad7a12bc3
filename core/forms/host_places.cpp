// SPDX-License-Identifier: GPL-3.0-or-later
// Page nodes, the form's definition and texts of form scripts (module_api.js).
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/host_answers.h"
#include "core/forms/script_syntax.h"
#include "core/forms/text_data.h"

namespace andu::forms {

namespace {

QString first(const QJsonArray &arguments)
{
    return arguments.at(0).toString();
}

} // namespace

QJsonValue HostAnswers::place(const QJsonArray &arguments)
{
    const int index = arguments.at(0).toInt(-1);
    if (index < 0 || index >= m_session.m_places.size()) {
        return QJsonValue::Null;
    }
    const LayoutPlace &place = m_session.m_places[index];
    return QJsonObject{ { u"index"_s, index },
                        { u"parent"_s, place.parent },
                        { u"module"_s, place.module },
                        { u"tag"_s, place.tag } };
}

QJsonValue HostAnswers::placeOf(const QJsonArray &arguments)
{
    return m_session.m_placeOf.value(first(arguments), -1);
}

QJsonValue HostAnswers::showPlace(const QJsonArray &arguments)
{
    m_session.showPlace(arguments.at(0).toInt(-1), arguments.at(1).toBool());
    return true;
}

QJsonValue HostAnswers::isPlaceShown(const QJsonArray &arguments)
{
    return m_session.isPlaceShown(arguments.at(0).toInt(-1));
}

/// Contents of a Tab in their order, with the heads as far as they are known by name.
QJsonValue HostAnswers::tabPages(const QJsonArray &arguments)
{
    QJsonArray pages;
    const int tab = m_session.m_placeOf.value(first(arguments), -1);
    QStringList heads;
    for (const QString &id : std::as_const(m_session.m_model.layout.order)) {
        const Module *module = m_session.m_model.find(id);
        if (module && module->is(ModuleKind::TabPage)) {
            heads.append(id);
        }
    }
    for (const LayoutPlace &place : std::as_const(m_session.m_places)) {
        if (tab < 0 || place.parent != tab || place.module.isEmpty()) {
            continue;
        }
        // "tab_tab$Page_2" belongs to "tab_tab$Content_2"
        QString head = place.module;
        head.replace("$Content"_L1, "$Page"_L1);
        pages.append(QJsonObject{ { u"content"_s, place.module },
                                  { u"head"_s, heads.contains(head) ? head : QString() } });
    }
    return pages;
}

QJsonValue HostAnswers::formJson(const QJsonArray &)
{
    QJsonObject json = m_session.m_model.json;
    json.remove("moduleList"_L1);
    return json;
}

QJsonValue HostAnswers::inModel(const QJsonArray &arguments)
{
    return module(arguments) != nullptr;
}

QJsonValue HostAnswers::moduleIds(const QJsonArray &)
{
    return QJsonArray::fromStringList(m_session.m_model.modules.keys());
}

QJsonValue HostAnswers::textData(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target) {
        return QJsonValue::Null;
    }
    const FieldState state = m_session.state(target->id);
    const bool isCell = !target->grid.isEmpty();
    const QJsonValue value = isCell ? m_session.m_cellValue : m_session.value(target->id);
    const TextData data = textDataOf(
        *target, value, state.options, state.isReadonly ? Viewing::Reading : Viewing::Editing);
    return QJsonObject{ { u"value"_s, data.value }, { u"text"_s, data.text } };
}

QJsonValue HostAnswers::currentLine(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target || target->grid.isEmpty() || target->grid != m_session.m_currentGrid
        || m_session.m_currentRow < 0) {
        return QJsonValue::Null;
    }
    return QJsonObject{ { u"grid"_s, m_session.m_currentGrid },
                        { u"row"_s, m_session.m_currentRow } };
}

QJsonValue HostAnswers::currentEntry(const QJsonArray &)
{
    return m_session.m_currentEntry.isEmpty() ? QJsonValue(QJsonValue::Null)
                                              : QJsonValue(m_session.m_currentEntry);
}

QJsonValue HostAnswers::olderSyntax(const QJsonArray &arguments)
{
    const auto older = forms::olderSyntax(first(arguments));
    return older ? QJsonValue(*older) : QJsonValue(QJsonValue::Undefined);
}

} // namespace andu::forms
