// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/phrases.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/repositories.h"

#include <qcoro/qcorofuture.h>

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
const QString MineKey = u"phrases"_s;
const QString BaseKey = u"phrases.base"_s; ///< As the server had them last.
const QString AskedKey = u"phrases.asked"_s;
constexpr qint64 AskAgainSeconds = 3600;
const QString ServerName = u"idea"_s;

QStringList cleaned(const QStringList &phrases)
{
    QStringList kept;
    for (const QString &phrase : phrases) {
        const QString text = phrase.trimmed();
        if (!text.isEmpty() && !kept.contains(text) && kept.size() < MostPhrases) {
            kept.append(text);
        }
    }
    return kept;
}

Result<QStringList> listAt(Connection &connection, const QString &key)
{
    const auto text = store::MetaRepository(connection).value(key);
    if (!text) {
        return tl::unexpected<Error>(text.error());
    }
    const auto parsed = json::parse(text->toUtf8());
    QStringList phrases;
    for (const QJsonValue &value : parsed ? parsed->toArray() : QJsonArray()) {
        phrases.append(value.toString());
    }
    return cleaned(phrases);
}

Result<void> putList(Connection &connection, const QString &key, const QStringList &list)
{
    return store::MetaRepository(connection)
        .setValue(key, QString::fromUtf8(json::compact(QJsonArray::fromStringList(list))));
}

struct Kept
{
    QStringList base;
    QStringList mine;
    QDateTime askedUtc;
};

} // namespace

Result<QStringList> readPhrases(Connection &connection)
{
    return listAt(connection, MineKey);
}

Result<void> keepPhrases(Connection &connection, const QStringList &phrases)
{
    return putList(connection, MineKey, cleaned(phrases));
}

QStringList
mergePhrases(const QStringList &base, const QStringList &mine, const QStringList &theirs)
{
    QStringList merged;
    for (const QString &phrase : theirs) {
        if (mine.contains(phrase) || !base.contains(phrase)) {
            merged.append(phrase);
        }
    }
    for (const QString &phrase : mine) {
        if (!base.contains(phrase)) {
            merged.append(phrase);
        }
    }
    return cleaned(merged);
}

QCoro::Task<Result<void>>
syncPhrases(store::Store *store, o2oa::Client *client, QDateTime nowUtc, RunMode mode)
{
    const QFuture<Result<Kept>> reading
        = store->read<Kept>([](Connection &connection) -> Result<Kept> {
              const auto base = listAt(connection, BaseKey);
              const auto mine = listAt(connection, MineKey);
              const auto asked = store::MetaRepository(connection).value(AskedKey);
              if (!base || !mine || !asked) {
                  return fail(ErrorCode::Storage, u"the phrases cannot be read"_s);
              }
              return Kept{ *base, *mine, QDateTime::fromString(*asked, Qt::ISODate) };
          });
    const Result<Kept> kept = co_await reading;
    if (!kept) {
        co_return tl::unexpected<Error>(kept.error());
    }
    const bool isFresh = kept->askedUtc.isValid() && kept->askedUtc.secsTo(nowUtc) < AskAgainSeconds
        && kept->askedUtc <= nowUtc;
    if (mode == RunMode::Incremental && isFresh && kept->base == kept->mine) {
        co_return Result<void>();
    }
    const Result<QString> text = co_await client->personalText(ServerName);
    if (!text) {
        const bool isUnknown
            = text.error().code == ErrorCode::Refused || text.error().code == ErrorCode::NotFound;
        co_return isUnknown ? Result<void>() : tl::unexpected<Error>(text.error());
    }
    const auto parsed = json::parse(text->toUtf8());
    QJsonObject object = parsed ? parsed->toObject() : QJsonObject(); // Other members stay.
    const QStringList theirs = cleaned(json::texts(object, "ideas"_L1));
    const QStringList merged = mergePhrases(kept->base, kept->mine, theirs);
    if (merged != theirs) {
        object.insert(u"ideas"_s, QJsonArray::fromStringList(merged));
        const QString written = QString::fromUtf8(json::compact(object));
        const Result<void> sent = co_await client->setPersonalText(ServerName, written);
        if (!sent) {
            co_return sent.error().code == ErrorCode::Refused ? Result<void>() : sent;
        }
    }
    const QFuture<Result<void>> writing = store->write<void>(
        Topic::Meta, [merged, before = kept->mine, nowUtc](Connection &connection) -> Result<void> {
            // What was changed here while the server was asked stays, for the next run.
            const auto now = listAt(connection, MineKey);
            const QStringList wanted = mergePhrases(before, now.value_or(before), merged);
            const auto mine = putList(connection, MineKey, wanted);
            const auto base = mine ? putList(connection, BaseKey, merged) : mine;
            return base
                ? store::MetaRepository(connection).setValue(AskedKey, nowUtc.toString(Qt::ISODate))
                : base;
        });
    co_return co_await writing;
}

} // namespace andu::sync
