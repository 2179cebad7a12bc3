// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QUrl>
#include <qcoro/qcorotask.h>

class QNetworkAccessManager;

namespace andu::o2oa {

/// How a verb that a gateway does not pass is spelled instead: PUT p becomes POST p/mockputtopost.
struct VerbTwin
{
    QByteArray verb; ///< PUT or DELETE.
    QByteArray to;
    QString append;

    friend bool operator==(const VerbTwin &, const VerbTwin &) = default;
};

/// Where the applications of one O2OA installation are. Plain value, kept in the store so that a
/// start needs no network.
struct Endpoint
{
    QUrl base; ///< Address that answered as center.
    QString tokenName = QStringLiteral("x-token");
    int utcOffsetSeconds = 8 * 3600; ///< Zone of the server's times.
    QHash<QString, QUrl> apps; ///< Application → origin; one that is missing lives at base.
    QHash<QString, QList<VerbTwin>> twins; ///< Application → verbs a gateway does not pass.

    [[nodiscard]] QUrl url(const QString &app, const QString &path) const;
    [[nodiscard]] QUrl webSocket() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Endpoint fromJson(const QJsonObject &object);

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Page of the web client that shows a work.
[[nodiscard]] QUrl workPage(const Endpoint &endpoint, const QString &work);

/// Finds the installation behind an address as a person types it (scheme and port may be missing).
/// NotO2oa when something else answers, Offline when nothing does, Tls when the certificate is
/// refused.
[[nodiscard]] QCoro::Task<Result<Endpoint>> discover(QNetworkAccessManager &network, QString typed);
[[nodiscard]] QCoro::Task<Result<Endpoint>> discover(QNetworkAccessManager &network,
                                                     const QUrl &typed);

} // namespace andu::o2oa
