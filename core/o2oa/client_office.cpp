// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"

namespace andu::o2oa {

namespace {

const auto Express = "x_organization_assemble_express"_L1;
const auto Personal = "x_organization_assemble_personal"_L1;
const auto Control = "x_organization_assemble_control"_L1;

} // namespace

QCoro::Task<Result<OrganisationList>>
Client::organisation(OrganisationPart part, QStringList flags, QByteArray etag)
{
    QString app(Express);
    QByteArray verb = "GET";
    QString path;
    QByteArray body;
    switch (part) {
    case OrganisationPart::Persons:
        path = u"person/list/all/object"_s;
        break;
    case OrganisationPart::Units:
        path = u"unit/list/all/object"_s;
        break;
    case OrganisationPart::Identities:
        verb = "POST";
        path = u"identity/list/unit/sub/nested/object"_s;
        body = json::compact(QJsonObject{ { u"unitList"_s, QJsonArray::fromStringList(flags) } });
        break;
    case OrganisationPart::OwnGroups:
        app = QString(Control);
        path = u"group/list/person/"_s + flags.value(0) + u"/sup/nested"_s;
        break;
    }
    const Result<Envelope> envelope = co_await askApp(app, verb, path, body, etag);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return OrganisationList{ envelope->notModified, envelope->data.toArray(), envelope->etag };
}

QCoro::Task<Result<QHash<QString, QString>>> Client::idsOf(OrganisationPart part, QStringList names)
{
    static constexpr qsizetype AtOnce = 500;
    const bool isUnits = part == OrganisationPart::Units;
    const QString path = isUnits ? u"unit/list/object"_s : u"identity/list/object"_s;
    const QString member = isUnits ? u"unitList"_s : u"identityList"_s;
    QHash<QString, QString> ids;
    for (qsizetype at = 0; at < names.size(); at += AtOnce) {
        const QJsonArray asked = QJsonArray::fromStringList(names.mid(at, AtOnce));
        const QByteArray body = json::compact(QJsonObject{ { member, asked } });
        const Result<Envelope> envelope = co_await askApp(QString(Express), "POST", path, body);
        if (!envelope) {
            co_return tl::unexpected<Error>(envelope.error());
        }
        const QJsonArray rows = envelope->data.toArray();
        for (const auto &value : rows) {
            const QJsonObject row = value.toObject();
            ids.insert(json::text(row, "distinguishedName"_L1), json::text(row, "id"_L1));
        }
    }
    co_return ids;
}

QCoro::Task<Result<QJsonArray>> Client::dutiesOf(QString unit)
{
    const Result<Envelope> duties
        = co_await askApp(QString(Control), "GET", u"unitduty/list/unit/"_s + unit);
    if (!duties) {
        co_return tl::unexpected<Error>(duties.error());
    }
    // The rows name identities by id; forms know them by distinguished name.
    const QJsonArray rows = duties->data.toArray();
    QJsonArray ids;
    for (const auto &value : rows) {
        for (const QString &id : json::texts(value.toObject(), "identityList"_L1)) {
            ids.append(id);
        }
    }
    QHash<QString, QString> names;
    if (!ids.isEmpty()) {
        const QByteArray body = json::compact(QJsonObject{ { u"identityList"_s, ids } });
        const Result<Envelope> identities
            = co_await askApp(QString(Express), "POST", u"identity/list/object"_s, body);
        if (!identities) {
            co_return tl::unexpected<Error>(identities.error());
        }
        const QJsonArray found = identities->data.toArray();
        for (const auto &value : found) {
            const QJsonObject row = value.toObject();
            names.insert(json::text(row, "matchKey"_L1), json::text(row, "distinguishedName"_L1));
        }
    }
    QJsonArray list;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        for (const QString &id : json::texts(row, "identityList"_L1)) {
            if (names.contains(id)) {
                list.append(QJsonObject{ { u"name"_s, json::text(row, "name"_L1) },
                                         { u"unit"_s, unit },
                                         { u"identity"_s, names.value(id) } });
            }
        }
    }
    co_return list;
}

QCoro::Task<Result<QJsonValue>> Client::dictionary(QString application, QString flag)
{
    const Result<Envelope> envelope = co_await ask(
        "GET", u"applicationdict/"_s + flag + u"/application/"_s + application + u"/data"_s);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return envelope->data;
}

QCoro::Task<Result<QString>> Client::personalText(QString name)
{
    const Result<Envelope> envelope
        = co_await askApp(QString(Personal), "GET", u"custom/"_s + name);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return envelope->data.toString();
}

QCoro::Task<Result<void>> Client::setPersonalText(QString name, QString text)
{
    const Result<Envelope> envelope
        = co_await askApp(QString(Personal), "PUT", u"custom/"_s + name, text.toUtf8());
    co_return envelope ? Result<void>() : tl::unexpected<Error>(envelope.error());
}

} // namespace andu::o2oa
