// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/reading_places.h"

#include "core/base/literals.h"

#include <QCryptographicHash>
#include <QSettings>

namespace andu::ui {

namespace {

/// One entry is "digest page zoom percent spread rotation side"; the newest is the first of the
/// list. Older ones end after the spread.
QString digestOf(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.left(12).toHex());
}

const QString &key()
{
    static const QString name = u"pdf/places"_s;
    return name;
}

} // namespace

std::optional<ReadingPlace> ReadingPlaces::placeIn(const QString &name) const
{
    const QString digest = digestOf(name);
    for (const QString &entry : m_settings.value(key()).toStringList()) {
        const QStringList parts = entry.split(u' ');
        if (parts.size() >= 5 && parts.first() == digest) {
            ReadingPlace place;
            place.page = std::max(0, parts.at(1).toInt());
            place.zoomMode = ZoomMode(std::clamp(parts.at(2).toInt(), 0, 3));
            place.percent = parts.at(3).toDouble();
            place.spread = Spread(std::clamp(parts.at(4).toInt(), 0, 3));
            place.rotation = parts.value(5).toInt() & 3;
            place.side = SideView(std::clamp(parts.value(6, u"1"_s).toInt(), 0, 2));
            return place;
        }
    }
    return std::nullopt;
}

void ReadingPlaces::remember(const QString &name, const ReadingPlace &place)
{
    const QString digest = digestOf(name);
    QStringList entries = m_settings.value(key()).toStringList();
    entries.removeIf([&digest](const QString &entry) { return entry.startsWith(digest + u' '); });
    entries.prepend(u"%1 %2 %3 %4 %5 %6 %7"_s.arg(digest)
                        .arg(place.page)
                        .arg(int(place.zoomMode))
                        .arg(place.percent)
                        .arg(int(place.spread))
                        .arg(place.rotation)
                        .arg(int(place.side)));
    m_settings.setValue(key(), QStringList(entries.mid(0, Kept)));
}

} // namespace andu::ui
