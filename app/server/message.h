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
    [[nodiscard]] bool isArray() const;
    /// The body as an action with a typed wrapper reads it: nothing when the converter refuses it,
    /// an empty object when there is no body.
    [[nodiscard]] std::optional<QJsonObject> wrapped() const;
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
    /// Business data: numbers are written as doubles; an absent part is no data.
    [[nodiscard]] static Reply business(const QJsonValue &part);
    [[nodiscard]] static Reply list(const QJsonArray &rows, qint64 count = 0);
    /// Page @p number (from 1) of @p rows; a size outside 1…1000 is 20.
    [[nodiscard]] static Reply page(const QJsonArray &rows, int number, int size);
    [[nodiscard]] static Reply refusal(const QString &promptClass, const QString &message);
    [[nodiscard]] static Reply notConvertible();
    [[nodiscard]] static Reply notExist(const QString &id, const QString &kind);
    [[nodiscard]] static Reply denied(const Caller &caller, const QString &id, const QString &kind);
    [[nodiscard]] static Reply failure(const QString &message);
    [[nodiscard]] static Reply anonymous(const QString &message);
    [[nodiscard]] static Reply bytes(const QByteArray &content, const QString &name, bool isStream);
    [[nodiscard]] static Reply plain(int status, const QByteArray &type, const QByteArray &body);

private:
    static Reply enveloped(const QJsonValue &data, qint64 count, qint64 size, bool hasDoubles);
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
