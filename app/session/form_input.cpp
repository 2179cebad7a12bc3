// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/form_input.h"

#include "core/base/literals.h"
#include "core/forms/form_source.h"
#include "core/store/office_repository.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"

namespace andu::session {

namespace {

using store::Connection;

Result<forms::Directory> readDirectory(Connection &connection)
{
    const auto lists = store::OfficeRepository(connection).directory();
    if (!lists) {
        return tl::unexpected<Error>(lists.error());
    }
    return forms::Directory::fromJson(*lists);
}

Result<QList<forms::Dictionary>> readDictionaries(Connection &connection)
{
    const auto kept = store::DictionaryRepository(connection).list();
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    QList<forms::Dictionary> dictionaries;
    for (const OfficeDictionary &dictionary : *kept) {
        if (!dictionary.data.isNull()) {
            dictionaries.append(forms::Dictionary{ dictionary.name,
                                                   dictionary.name,
                                                   dictionary.name,
                                                   dictionary.application,
                                                   dictionary.data });
        }
    }
    return dictionaries;
}

} // namespace

Result<FormOpening>
readForm(Connection &connection, const TaskId &id, const Account &user, const QDateTime &nowLocal)
{
    const auto task = store::TodoRepository(connection).find(id);
    if (!task || !task->has_value()) {
        return task ? Result<FormOpening>(fail(ErrorCode::NotFound, u"the todo is not here"_s))
                    : tl::unexpected<Error>(task.error());
    }
    FormOpening opening;
    opening.task = **task;
    const auto draft = store::DraftRepository(connection).find(id);
    const auto work = store::WorkRepository(connection).find(opening.task.work);
    if (!draft || !work) {
        return tl::unexpected<Error>(draft ? work.error() : draft.error());
    }
    opening.draft = *draft;
    if (!work->has_value()) {
        return opening;
    }
    const auto form = store::FormRepository(connection).find((*work)->form, (*work)->formTag);
    if (!form || !form->has_value()) {
        return form ? Result<FormOpening>(opening) : tl::unexpected<Error>(form.error());
    }
    auto source = forms::decodeForm(**form);
    if (!source) {
        opening.formError = source.error();
        return opening;
    }
    auto directory = readDirectory(connection);
    auto dictionaries = readDictionaries(connection);
    if (!directory || !dictionaries) {
        return tl::unexpected<Error>(directory ? dictionaries.error() : directory.error());
    }
    forms::FormInput input;
    input.source = std::move(*source);
    input.work = **work;
    input.user = user;
    input.directory = std::move(*directory);
    input.dictionaries = std::move(*dictionaries);
    input.now = nowLocal;
    opening.input = std::move(input);
    return opening;
}

} // namespace andu::session
