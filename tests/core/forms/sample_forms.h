// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"
#include "core/o2oa/codec.h"

#include <QFile>

namespace andu::tests {

inline QJsonValue readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    const auto value = json::parse(file.readAll());
    if (!value) {
        qFatal("not JSON: %s", qPrintable(path));
    }
    return *value;
}

inline QJsonObject answerOf(const QString &path)
{
    const QJsonObject object = readJson(path).toObject();
    return object.value("data"_L1).isObject() ? object.value("data"_L1).toObject() : object;
}

inline QString dataPath(const QString &name)
{
    return QStringLiteral(ANDU_TEST_DATA) + u'/' + name;
}

inline QString samplePath(const QString &name)
{
    return QStringLiteral(ANDU_SAMPLES) + u'/' + name;
}

/// The person of the current todo, or who started the work.
inline Account userOf(const WorkItem &work, const forms::Directory &directory)
{
    const QJsonArray tasks = work.raw.value("taskList"_L1).toArray();
    const QJsonObject task = tasks.at(work.raw.value("currentTaskIndex"_L1).toInt(-1)).toObject();
    QString dn = json::text(task, "person"_L1);
    if (dn.isEmpty()) {
        dn = json::text(work.raw.value("work"_L1).toObject(), "creatorPerson"_L1);
    }
    const QJsonObject person = directory.find(forms::Directory::Kind::Person, dn);
    Account account;
    account.id = json::text(person, "id"_L1);
    account.name = nameOf(dn);
    account.distinguishedName = dn;
    Identity identity;
    identity.distinguishedName = json::text(task, "identity"_L1);
    identity.unit = json::text(task, "unit"_L1);
    account.identities = { identity };
    return account;
}

/// A sample form opened on one of its works, as of 2026-01-09 10:20:30.
inline forms::FormInput sampleInput(const QString &folder, const QString &form, const QString &work)
{
    forms::FormInput input;
    FormDefinition definition;
    definition.raw = answerOf(samplePath(u"forms/"_s + folder + u'/' + form + u".form.json"_s));
    const auto source = forms::decodeForm(definition);
    if (!source) {
        qFatal("cannot decode %s", qPrintable(form));
    }
    input.source = *source;
    const auto item = o2oa::codec::work(answerOf(dataPath(u"forms/"_s + work)), 0);
    if (!item) {
        qFatal("no work in %s", qPrintable(work));
    }
    input.work = *item;
    QString control = work;
    control.replace(".work.json"_L1, ".control.json"_L1);
    input.work.control = o2oa::codec::control(answerOf(dataPath(u"forms/"_s + control)));
    input.directory
        = forms::Directory::fromJson(readJson(samplePath(u"forms/org.json"_s)).toObject());
    const QJsonArray dictionaries = readJson(samplePath(u"forms/dictionaries.json"_s)).toArray();
    for (const QJsonValue &value : dictionaries) {
        const QJsonObject object = value.toObject();
        input.dictionaries.append(forms::Dictionary{ json::text(object, "id"_L1),
                                                     json::text(object, "name"_L1),
                                                     json::text(object, "alias"_L1),
                                                     json::text(object, "applicationName"_L1),
                                                     object.value("data"_L1) });
    }
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    input.user = userOf(input.work, input.directory);
    return input;
}

} // namespace andu::tests
