// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/form_files.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/codec.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"

#include <QFile>
#include <QFileInfo>

namespace andu::cli {

namespace {

Result<QJsonValue> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"cannot be read: "_s + path);
    }
    const auto parsed = json::parse(file.readAll());
    if (!parsed) {
        return fail(ErrorCode::BadInput, u"is not JSON: "_s + path);
    }
    return *parsed;
}

/// The answer inside {type, data, …}.
QJsonValue unwrapped(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QJsonValue data = object.value("data"_L1);
    const bool isEnvelope = object.contains("type"_L1) && (data.isObject() || data.isArray())
        && (object.contains("message"_L1) || object.contains("spent"_L1)
            || object.value("type"_L1).toString() == "success"_L1);
    const bool isBare = !object.contains("form"_L1) && !object.contains("work"_L1)
        && (data.toObject().contains("form"_L1) || data.toObject().contains("work"_L1));
    return isEnvelope || isBare ? data : value;
}

Result<QJsonObject> readAnswer(const QString &path)
{
    const auto value = readJson(path);
    if (!value) {
        return tl::unexpected<Error>(value.error());
    }
    const QJsonValue answer = unwrapped(*value);
    if (!answer.isObject()) {
        return fail(ErrorCode::BadInput, u"holds no object: "_s + path);
    }
    return answer.toObject();
}

/// Control rights: given, in the work, beside it, or by whether the person has a todo.
Result<WorkControl> readControl(const FormFiles &files, const QJsonObject &work)
{
    QString path = files.control;
    if (path.isEmpty() && work.value("control"_L1).isObject()) {
        return o2oa::codec::control(work.value("control"_L1).toObject());
    }
    if (path.isEmpty() && files.work.endsWith(".work.json"_L1)) {
        QString beside = files.work;
        beside.replace(".work.json"_L1, ".control.json"_L1);
        path = QFileInfo::exists(beside) ? beside : QString();
    }
    if (!path.isEmpty()) {
        const auto answer = readAnswer(path);
        if (!answer) {
            return tl::unexpected<Error>(answer.error());
        }
        return o2oa::codec::control(*answer);
    }
    WorkControl control;
    const bool hasTask = files.work.isEmpty() || work.value("currentTaskIndex"_L1).toInt(-1) >= 0;
    control.allowVisit = true;
    control.allowSave = hasTask;
    control.allowProcessing = hasTask;
    return control;
}

QList<forms::Dictionary> dictionariesIn(const QJsonValue &value)
{
    QList<forms::Dictionary> list;
    if (value.isObject()) { // data by name
        const QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member) {
            list.append(forms::Dictionary{ {}, member.key(), {}, {}, member.value() });
        }
        return list;
    }
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        list.append(forms::Dictionary{ json::text(object, "id"_L1),
                                       json::text(object, "name"_L1),
                                       json::text(object, "alias"_L1),
                                       json::text(object, "applicationName"_L1),
                                       object.value("data"_L1),
                                       json::text(object, "application"_L1) });
    }
    return list;
}

/// The person who opens the form: named, or the holder of the current todo, else who drafted it.
Account userOf(const FormFiles &files, const WorkItem &work, const forms::Directory &directory)
{
    using Kind = forms::Directory::Kind;
    const QJsonArray tasks = work.raw.value("taskList"_L1).toArray();
    const QJsonObject task = tasks.at(work.raw.value("currentTaskIndex"_L1).toInt(-1)).toObject();
    QString name = files.user;
    if (name.isEmpty()) {
        name = json::text(task, "person"_L1);
    }
    if (name.isEmpty()) {
        name = json::text(work.raw.value("work"_L1).toObject(), "creatorPerson"_L1);
    }
    const QJsonObject person = directory.find(Kind::Person, name);
    Account account;
    account.id = json::text(person, "id"_L1);
    account.distinguishedName = json::text(person, "distinguishedName"_L1);
    if (account.distinguishedName.isEmpty()) {
        account.distinguishedName = name;
    }
    if (account.id.isEmpty()) {
        account.id = name.section(u'@', 1, 1);
    }
    account.name = nameOf(account.distinguishedName);
    account.unique = json::text(person, "unique"_L1);
    account.employee = json::text(person, "employee"_L1);
    account.roles = json::texts(person, "roleList"_L1);
    const QList<QJsonObject> identities = directory.all(Kind::Identity);
    for (const QJsonObject &object : identities) {
        const QString owner = json::text(object, "person"_L1);
        const bool isMine = !owner.isEmpty()
            && (owner == account.id || owner == account.distinguishedName
                || owner == account.unique);
        if (isMine) {
            account.identities.append(Identity{ json::text(object, "id"_L1),
                                                json::text(object, "distinguishedName"_L1),
                                                json::text(object, "name"_L1),
                                                json::text(object, "unit"_L1),
                                                json::text(object, "unitName"_L1),
                                                json::text(object, "unitLevelName"_L1) });
        }
    }
    if (account.identities.isEmpty() && files.user.isEmpty() && !task.isEmpty()) {
        Identity identity;
        identity.distinguishedName = json::text(task, "identity"_L1);
        identity.name = nameOf(identity.distinguishedName);
        identity.unit = json::text(task, "unit"_L1);
        identity.unitName = nameOf(identity.unit);
        account.identities = { identity };
    }
    return account;
}

Result<WorkItem> readWork(const FormFiles &files)
{
    WorkItem blank;
    blank.control.allowVisit = blank.control.allowSave = blank.control.allowProcessing = true;
    if (files.work.isEmpty()) {
        return blank;
    }
    const auto answer = readAnswer(files.work);
    if (!answer) {
        return tl::unexpected<Error>(answer.error());
    }
    // Times in the answers are the server's; local time is what its pages show.
    const int offset = files.at.offsetFromUtc();
    auto item = o2oa::codec::work(*answer, offset);
    if (!item) {
        item = blank; // a draft has no job yet
        item->data = answer->value("data"_L1).toObject();
        item->raw = *answer;
        item->raw.remove(u"data"_s);
    }
    item->raw.insert(u"recordList"_s, answer->value("recordList"_L1));
    item->raw.insert(u"attachmentList"_s, answer->value("attachmentList"_L1));
    const auto control = readControl(files, *answer);
    if (!control) {
        return tl::unexpected<Error>(control.error());
    }
    item->control = *control;
    return *item;
}

Result<void> readData(const QString &path, WorkItem &work)
{
    if (path.isEmpty()) {
        return {};
    }
    const auto data = readAnswer(path);
    if (!data) {
        return tl::unexpected<Error>(data.error());
    }
    work.data = *data;
    if (data->isEmpty()) {
        work.attachments.clear();
        work.raw.insert(u"attachmentList"_s, QJsonArray());
    }
    return {};
}

} // namespace

std::optional<QDateTime> localTime(const QString &text)
{
    QString iso = text.trimmed();
    iso.replace(u' ', u'T');
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return time.isValid() ? std::optional(time.toLocalTime()) : std::nullopt;
}

Result<forms::FormInput> readFormInput(const FormFiles &files)
{
    forms::FormInput input;
    const auto form = readAnswer(files.form);
    if (!form) {
        return tl::unexpected<Error>(form.error());
    }
    FormDefinition definition;
    definition.raw = *form;
    const auto source = forms::decodeForm(definition);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    input.source = *source;
    auto work = readWork(files);
    if (!work) {
        return tl::unexpected<Error>(work.error());
    }
    if (const auto data = readData(files.data, *work); !data) {
        return tl::unexpected<Error>(data.error());
    }
    input.work = std::move(*work);
    if (!files.org.isEmpty()) {
        const auto org = readAnswer(files.org);
        if (!org) {
            return tl::unexpected<Error>(org.error());
        }
        input.directory = forms::Directory::fromJson(*org);
    }
    if (!files.dictionaries.isEmpty()) {
        const auto list = readJson(files.dictionaries);
        if (!list) {
            return tl::unexpected<Error>(list.error());
        }
        input.dictionaries = dictionariesIn(unwrapped(*list));
    }
    input.user = userOf(files, input.work, input.directory);
    input.now = files.at;
    // Nobody waits at a screen: a busy machine must not change what is reported.
    input.limits.each = std::chrono::milliseconds(1000);
    input.limits.all = std::chrono::milliseconds(10000);
    return input;
}

Result<forms::FormInput>
storedFormInput(const session::Session &session, const QString &task, const QDateTime &now)
{
    const auto id = TaskId::parse(task);
    if (!id) {
        return fail(ErrorCode::BadInput, u"an id is needed"_s);
    }
    const Account user = session.account;
    const QFuture<Result<forms::FormInput>> reading = session.store->read<forms::FormInput>(
        [id, user, now](store::Connection &connection) -> Result<forms::FormInput> {
            const auto todo = store::TodoRepository(connection).find(*id);
            if (!todo || !todo->has_value()) {
                return fail(ErrorCode::NotFound, u"the todo is not here; sync first"_s);
            }
            const auto work = store::WorkRepository(connection).find((*todo)->work);
            if (!work || !work->has_value()) {
                return fail(ErrorCode::NotFound, u"its content is not here; sync first"_s);
            }
            const auto form
                = store::FormRepository(connection).find((*work)->form, (*work)->formTag);
            if (!form || !form->has_value()) {
                return fail(ErrorCode::NotFound, u"its form is not here; sync first"_s);
            }
            const auto source = forms::decodeForm(**form);
            if (!source) {
                return tl::unexpected<Error>(source.error());
            }
            forms::FormInput input;
            input.source = *source;
            input.work = **work;
            input.user = user;
            input.now = now;
            const store::MetaRepository meta(connection);
            const auto read = [&meta](const QString &key) {
                const auto value = json::parse(meta.value(key).value_or(QString()).toUtf8());
                return value ? *value : QJsonValue();
            };
            input.directory = forms::Directory::fromJson(read(u"directory"_s).toObject());
            input.dictionaries = dictionariesIn(read(u"dictionaries"_s));
            return input;
        });
    return reading.result();
}

} // namespace andu::cli
