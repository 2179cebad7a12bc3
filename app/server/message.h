// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace andu::server {

/// Who asks; an empty person is nobody.
struct Caller
{
    QString person; ///< Distinguished name; xadmin for the manager.
    QString token;
    bool isManager = false;

    [[nodiscard]] bool isAnonymous() const { return person.isEmpty(); }
};

/// One file or field of a multi-part body.
struct Part
{
    QString name;
    QString fileName;
    QByteArray bytes;
};

struct Request
{
    QByteArray verb;
    QString path; ///< Decoded, without query.
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< Lower-case names.
    QByteArray body;
    QStringList captures; ///< Parts of the path that the route's pattern names.
    Caller caller;

    /// The body as an action reads it: anything that is no object counts as empty.
    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QList<Part> parts() const;
};

/// An answer before it is written. Success and refusals are O2OA envelopes.
struct Reply
{
    int status = 200;
    QByteArray type = "application/json;charset=utf-8";
    QByteArray body;
    QByteArray etag;
    QList<QPair<QByteArray, QByteArray>> headers;

    [[nodiscard]] static Reply data(const QJsonValue &data, qint64 count = 0, qint64 size = -1);
    [[nodiscard]] static Reply list(const QJsonArray &rows, qint64 count = 0);
    [[nodiscard]] static Reply refusal(const QString &promptClass, const QString &message);
    [[nodiscard]] static Reply failure(const QString &message);
    [[nodiscard]] static Reply anonymous(const QString &message);
    [[nodiscard]] static Reply bytes(const QByteArray &content, const QString &name, bool isStream);
    [[nodiscard]] static Reply plain(int status, const QByteArray &type, const QByteArray &body);
};

/// JSON as the server writes it: two spaces, nulls left out, markup escaped. @p doubles prints
/// every number as a double.
[[nodiscard]] QByteArray wireJson(const QJsonValue &value, bool doubles = false);
/// Marks business data: its numbers are written as doubles.
[[nodiscard]] QJsonObject asBusinessData(const QJsonObject &data);

/// Class names of O2OA that prompts use.
namespace prompts {
inline constexpr auto Base = "com.x.base.core.project.exception.";
inline constexpr auto Surface = "com.x.processplatform.assemble.surface.jaxrs.";
} // namespace prompts

} // namespace andu::server
