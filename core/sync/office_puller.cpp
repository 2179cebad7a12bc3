// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/office_puller.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/office_repository.h"
#include "core/store/repositories.h"
#include "core/store/row_codec.h"
#include "core/sync/form_dictionaries.h"

#include <qcoro/qcorofuture.h>

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
constexpr qint64 ListsAgeSeconds = 3600;
constexpr qint64 DictionaryAgeSeconds = qint64{ 6 } * 3600;
constexpr int MostUnitsWithDuties = 20;
const auto LastRun = "office.last"_L1;
const auto ScannedForms = "dictionaries.forms"_L1;

o2oa::OrganisationPart partOf(OfficeKind kind)
{
    switch (kind) {
    case OfficeKind::Person:
        return o2oa::OrganisationPart::Persons;
    case OfficeKind::Unit:
        return o2oa::OrganisationPart::Units;
    case OfficeKind::Identity:
        return o2oa::OrganisationPart::Identities;
    case OfficeKind::Group:
    case OfficeKind::Duty:
        break;
    }
    return o2oa::OrganisationPart::OwnGroups;
}

/// Units on top, and the units of the person with everything above: those forms ask about.
struct UnitsOfInterest
{
    QStringList top;
    QStringList own;
    QString person;
};

Result<UnitsOfInterest> readUnits(Connection &connection)
{
    const auto units = store::OfficeRepository(connection).list(OfficeKind::Unit);
    const auto text = store::MetaRepository(connection).value(u"account"_s);
    if (!units || !text) {
        return tl::unexpected<Error>(units ? text.error() : units.error());
    }
    UnitsOfInterest result;
    QHash<QString, QString> superior;
    for (const auto &value : *units) {
        const QJsonObject unit = value.toObject();
        const QString name = json::text(unit, "distinguishedName"_L1);
        const QString above = json::text(unit, "superior"_L1);
        superior.insert(name, above);
        if (above.isEmpty()) {
            result.top.append(name);
        }
    }
    const auto parsed = json::parse(text->toUtf8());
    const Account account = store::accountFromRow(parsed ? parsed->toObject() : QJsonObject());
    result.person = account.unique;
    for (const auto &value : *units) {
        const QJsonObject unit = value.toObject();
        const QString id = json::text(unit, "id"_L1);
        QString name = json::text(unit, "distinguishedName"_L1);
        const bool isOwn = std::any_of(
            account.identities.begin(), account.identities.end(), [&](const Identity &identity) {
                return identity.unit == name || (!id.isEmpty() && identity.unit == id)
                    || identity.unitLevelName == json::text(unit, "levelName"_L1);
            });
        while (isOwn && !name.isEmpty() && !result.own.contains(name)) {
            result.own.append(name);
            name = superior.value(name);
        }
    }
    return result;
}

/// Dictionaries that stored forms name and that are missing or old here.
Result<QList<DictionaryName>> readWanted(Connection &connection, const QDateTime &now, RunMode mode)
{
    const auto forms = store::FormRepository(connection).list();
    const auto kept = store::DictionaryRepository(connection).list();
    if (!forms || !kept) {
        return tl::unexpected<Error>(forms ? kept.error() : forms.error());
    }
    QList<DictionaryName> fresh;
    for (const OfficeDictionary &dictionary : *kept) {
        if (mode == RunMode::Incremental && dictionary.readUtc.secsTo(now) < DictionaryAgeSeconds) {
            fresh.append(DictionaryName{ dictionary.application, dictionary.name });
        }
    }
    QList<DictionaryName> wanted;
    for (const FormDefinition &form : *forms) {
        const QList<DictionaryName> named = dictionariesIn(form.raw);
        for (const DictionaryName &name : named) {
            if (!fresh.contains(name) && !wanted.contains(name)) {
                wanted.append(name);
            }
        }
    }
    return wanted;
}

} // namespace

OfficePuller::OfficePuller(store::Store &store, o2oa::Client &client, const Clock &clock)
    : m_store(store)
    , m_client(client)
    , m_clock(clock)
{ }

QCoro::Task<Result<QString>> OfficePuller::meta(QString name)
{
    const QFuture<Result<QString>> reading = m_store.read<QString>(
        [name](Connection &connection) { return store::MetaRepository(connection).value(name); });
    co_return co_await reading;
}

QCoro::Task<Result<void>> OfficePuller::remember(QString name, QString value)
{
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Meta, [name, value](Connection &connection) {
              return store::MetaRepository(connection).setValue(name, value);
          });
    co_return co_await writing;
}

QCoro::Task<Result<void>> OfficePuller::run(RunMode mode)
{
    const Result<void> dictionaries = co_await pullDictionaries(mode);
    if (!dictionaries) {
        co_return dictionaries;
    }
    const Result<QString> last = co_await meta(QString(LastRun));
    const QDateTime lastUtc = QDateTime::fromString(last.value_or(QString()), Qt::ISODateWithMs);
    const QDateTime now = m_clock.nowUtc();
    if (mode == RunMode::Incremental && lastUtc.isValid()
        && lastUtc.secsTo(now) < ListsAgeSeconds) {
        co_return Result<void>();
    }
    for (const OfficeKind kind : { OfficeKind::Unit, OfficeKind::Person }) {
        const Result<void> pulled = co_await pullList(kind, QStringList(), mode);
        if (!pulled) {
            co_return pulled;
        }
    }
    const QFuture<Result<UnitsOfInterest>> reading = m_store.read<UnitsOfInterest>(&readUnits);
    const Result<UnitsOfInterest> units = co_await reading;
    if (!units) {
        co_return tl::unexpected<Error>(units.error());
    }
    const Result<void> identities = co_await pullList(OfficeKind::Identity, units->top, mode);
    if (!identities) {
        co_return identities;
    }
    const QStringList person{ units->person };
    const Result<void> groups = co_await pullList(OfficeKind::Group, person, mode);
    if (!groups) {
        co_return groups;
    }
    const Result<void> duties = co_await pullDuties(units->own);
    if (!duties) {
        co_return duties;
    }
    co_return co_await remember(QString(LastRun), now.toString(Qt::ISODateWithMs));
}

/// A list the server will not give does not hold up the rest: what is here stays.
QCoro::Task<Result<void>> OfficePuller::pullList(OfficeKind kind, QStringList flags, RunMode mode)
{
    const QString tagName = u"etag.office.%1"_s.arg(int(kind));
    const Result<QString> kept = co_await meta(tagName);
    const bool isConditional = mode == RunMode::Incremental && kept.has_value();
    const QByteArray etag = isConditional ? kept->toLatin1() : QByteArray();
    const Result<o2oa::OrganisationList> list
        = co_await m_client.organisation(partOf(kind), flags, etag);
    if (!list) {
        co_return endsPull(list.error()) ? tl::unexpected<Error>(list.error()) : Result<void>();
    }
    if (list->isNotModified) {
        co_return Result<void>();
    }
    const Result<QJsonArray> complete = co_await withIds(kind, list->rows);
    if (!complete) {
        co_return tl::unexpected<Error>(complete.error());
    }
    const QString tag = QString::fromLatin1(list->etag);
    const QFuture<Result<void>> writing = m_store.write<void>(
        Topic::Office, [kind, tagName, tag, rows = *complete](Connection &connection) {
            const auto replaced = store::OfficeRepository(connection).replaceAll(kind, rows);
            return replaced ? store::MetaRepository(connection).setValue(tagName, tag) : replaced;
        });
    co_return co_await writing;
}

QCoro::Task<Result<QJsonArray>> OfficePuller::withIds(OfficeKind kind, QJsonArray rows)
{
    if (kind != OfficeKind::Unit && kind != OfficeKind::Identity) {
        co_return rows;
    }
    QStringList nameless;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        if (json::text(row, "id"_L1).isEmpty()) {
            nameless.append(json::text(row, "distinguishedName"_L1));
        }
    }
    const Result<QHash<QString, QString>> ids = co_await m_client.idsOf(partOf(kind), nameless);
    if (!ids) {
        co_return endsPull(ids.error()) ? tl::unexpected<Error>(ids.error())
                                        : Result<QJsonArray>(rows);
    }
    for (qsizetype at = 0; at < rows.size(); ++at) {
        QJsonObject row = rows.at(at).toObject();
        const QString id = ids->value(json::text(row, "distinguishedName"_L1));
        if (!id.isEmpty()) {
            row.insert(u"id"_s, id);
            rows.replace(at, row);
        }
    }
    co_return rows;
}

QCoro::Task<Result<void>> OfficePuller::pullDuties(QStringList units)
{
    QJsonArray duties;
    for (const QString &unit : units.mid(0, MostUnitsWithDuties)) {
        const Result<QJsonArray> rows = co_await m_client.dutiesOf(unit);
        if (!rows) {
            // Without all of them nothing is known to be gone.
            co_return endsPull(rows.error()) ? tl::unexpected<Error>(rows.error()) : Result<void>();
        }
        for (const auto &row : *rows) {
            duties.append(row);
        }
    }
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Office, [duties](Connection &connection) {
              return store::OfficeRepository(connection).replaceAll(OfficeKind::Duty, duties);
          });
    co_return co_await writing;
}

/// Forms are looked through only when one of them is new, or the dictionaries are old.
QCoro::Task<Result<void>> OfficePuller::pullDictionaries(RunMode mode)
{
    const QDateTime now = m_clock.nowUtc();
    const QFuture<Result<QString>> asking = m_store.read<QString>(
        [](Connection &connection) { return store::FormRepository(connection).stamp(); });
    const Result<QString> forms = co_await asking;
    if (!forms) {
        co_return tl::unexpected<Error>(forms.error());
    }
    const QString stamp = *forms + QString::number(now.toSecsSinceEpoch() / DictionaryAgeSeconds);
    const Result<QString> kept = co_await meta(QString(ScannedForms));
    if (mode == RunMode::Incremental && kept && *kept == stamp) {
        co_return Result<void>();
    }
    const QFuture<Result<QList<DictionaryName>>> reading = m_store.read<QList<DictionaryName>>(
        [now, mode](Connection &connection) { return readWanted(connection, now, mode); });
    const Result<QList<DictionaryName>> wanted = co_await reading;
    if (!wanted) {
        co_return tl::unexpected<Error>(wanted.error());
    }
    for (const DictionaryName &name : *wanted) {
        const Result<QJsonValue> data = co_await m_client.dictionary(name.application, name.name);
        if (!data && endsPull(data.error())) {
            co_return tl::unexpected<Error>(data.error());
        }
        const bool isMissing = !data && data.error().code == ErrorCode::NotFound;
        if (!data && !isMissing) {
            continue;
        }
        const OfficeDictionary dictionary{
            name.application, name.name, isMissing ? QJsonValue() : *data, now
        };
        const QFuture<Result<void>> writing
            = m_store.write<void>(Topic::Office, [dictionary](Connection &connection) {
                  return store::DictionaryRepository(connection).save(dictionary);
              });
        const Result<void> written = co_await writing;
        if (!written) {
            co_return written;
        }
    }
    co_return co_await remember(QString(ScannedForms), stamp);
}

} // namespace andu::sync
