// SPDX-License-Identifier: GPL-3.0-or-later
// Page nodes, files, the form's definition and its requests to the program (module_api.js).
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

QJsonValue HostAnswers::attachments(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    return target ? QJsonArray::fromStringList(m_session.attachmentNames(*target)) : QJsonArray();
}

/// The files of an Attachment as its value names them: those just added have a name only.
QJsonValue HostAnswers::files(const QJsonArray &arguments)
{
    const Module *target = module(arguments);
    if (!target) {
        return QJsonArray();
    }
    const QJsonArray known = fileObjects(m_session.m_input.work.attachments);
    QJsonArray list;
    const QJsonArray names = m_session.value(target->id).toArray();
    for (const QJsonValue &entry : names) {
        if (entry.isObject()) {
            list.append(entry);
            continue;
        }
        const auto found = std::find_if(known.begin(), known.end(), [&entry](const auto &file) {
            return file.toObject().value("name"_L1) == entry;
        });
        list.append(found == known.end() ? QJsonValue(QJsonObject{ { u"name"_s, entry } })
                                         : QJsonValue(*found));
    }
    return list;
}

QJsonValue HostAnswers::notice(const QJsonArray &arguments)
{
    Q_EMIT m_session.noticed(first(arguments));
    return true;
}

QJsonValue HostAnswers::setTitle(const QJsonArray &arguments)
{
    Q_EMIT m_session.titleWanted(first(arguments));
    return true;
}

QJsonValue HostAnswers::save(const QJsonArray &)
{
    Q_EMIT m_session.saveRequested();
    return true;
}

QJsonValue HostAnswers::close(const QJsonArray &)
{
    Q_EMIT m_session.closeRequested();
    return true;
}

QJsonValue HostAnswers::process(const QJsonArray &)
{
    Q_EMIT m_session.processRequested();
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
