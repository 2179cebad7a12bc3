// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/message.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QUrl>

#include <zlib.h>

#include <cmath>

namespace andu::server {

namespace {

const auto DoublesMark = "\u0001doubles"_L1;

/// Whether a character is written as it is.
bool isPlain(ushort code)
{
    return code >= 0x20 && code != '"' && code != '\\' && code != '<' && code != '>' && code != '&'
        && code != '=' && code != '\'' && code != 0x2028 && code != 0x2029
        && !QChar::isSurrogate(code);
}

void writeText(QByteArray &out, const QString &text)
{
    out += '"';
    qsizetype from = 0; // Characters that need no escape are copied in one piece.
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const ushort code = i < text.size() ? text.at(i).unicode() : 0;
        if (isPlain(code)) {
            continue;
        }
        out += QStringView(text).mid(from, i - from).toUtf8();
        from = i + 1;
        if (i == text.size()) {
            break;
        }
        switch (code) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
        }
    }
    out += '"';
}

void writeValue(QByteArray &out, const QJsonValue &value, int depth, bool doubles);

void writeObject(QByteArray &out, const QJsonObject &object, int depth, bool doubles)
{
    const bool isBusiness = doubles || object.contains(DoublesMark);
    const QByteArray indent((depth + 1) * 2, ' ');
    bool isFirst = true;
    out += '{';
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isNull() || it.value().isUndefined() || it.key() == DoublesMark) {
            continue;
        }
        out += isFirst ? "\n" : ",\n";
        out += indent;
        writeText(out, it.key());
        out += ": ";
        writeValue(out, it.value(), depth + 1, isBusiness);
        isFirst = false;
    }
    out += isFirst ? QByteArray("}") : '\n' + QByteArray(depth * 2, ' ') + '}';
}

void writeValue(QByteArray &out, const QJsonValue &value, int depth, bool doubles)
{
    if (value.isObject()) {
        writeObject(out, value.toObject(), depth, doubles);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        bool isFirst = true;
        out += '[';
        for (const QJsonValue &entry : array) {
            out += isFirst ? "\n" : ",\n";
            out += QByteArray((depth + 1) * 2, ' ');
            writeValue(out, entry, depth + 1, doubles);
            isFirst = false;
        }
        out += isFirst ? QByteArray("]") : '\n' + QByteArray(depth * 2, ' ') + ']';
    } else if (value.isString()) {
        writeText(out, value.toString());
    } else if (value.isBool()) {
        out += value.toBool() ? "true" : "false";
    } else if (value.isDouble()) {
        const double number = value.toDouble();
        constexpr double Exact = 9007199254740992.0; // 2^53
        if (number == std::floor(number) && std::abs(number) < Exact) {
            out += QByteArray::number(qint64(number)) + (doubles ? ".0" : "");
            return;
        }
        const QByteArray text = QJsonDocument(QJsonArray{ value }).toJson(QJsonDocument::Compact);
        out += text.mid(1, text.size() - 2);
    } else {
        out += "null";
    }
}

QByteArray checksum(const QByteArray &bytes)
{
    const uLong crc
        = crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size()));
    return '"' + QByteArray::number(qulonglong(crc)) + '"';
}

QJsonObject frame(const QString &type, const QString &message, qint64 count, qint64 size)
{
    const QString now
        = QDateTime::currentDateTimeUtc().addSecs(8 * 3600).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return { { u"type"_s, type }, { u"message"_s, message }, { u"date"_s, now },  { u"spent"_s, 1 },
             { u"size"_s, size }, { u"count"_s, count },     { u"position"_s, 0 } };
}

} // namespace

QByteArray wireJson(const QJsonValue &value, bool doubles)
{
    QByteArray out;
    writeValue(out, value, 0, doubles);
    return out;
}

QJsonObject asBusinessData(const QJsonObject &data)
{
    QJsonObject marked = data;
    marked.insert(DoublesMark, true);
    return marked;
}

bool Request::isArray() const
{
    const auto parsed = json::parse(body);
    return parsed && parsed->isArray();
}

std::optional<QJsonObject> Request::wrapped() const
{
    const auto parsed = json::parse(body);
    if (parsed && parsed->isObject()) {
        return parsed->toObject();
    }
    return body.trimmed().isEmpty() ? std::optional(QJsonObject()) : std::nullopt;
}

QJsonObject Request::object() const
{
    const auto parsed = json::parse(body);
    return parsed && parsed->isObject() ? parsed->toObject() : QJsonObject();
}

QList<Part> Request::parts() const
{
    QList<Part> list;
    const QByteArray contentType = headers.value("content-type");
    const qsizetype at = contentType.indexOf("boundary=");
    if (at < 0) {
        return list;
    }
    QByteArray boundary = contentType.mid(at + 9).split(';').first().trimmed();
    boundary.replace("\"", "");
    const QByteArray mark = "--" + boundary;
    qsizetype from = body.indexOf(mark);
    while (from >= 0) {
        const qsizetype start = from + mark.size() + 2;
        const qsizetype end = body.indexOf("\r\n" + mark, start - 2);
        if (end < 0) {
            break;
        }
        const QByteArray piece = body.mid(start, end - start);
        const qsizetype blank = piece.indexOf("\r\n\r\n");
        if (blank >= 0) {
            const QString head = QString::fromUtf8(piece.left(blank));
            static const QRegularExpression namePattern(u"[; ]name=\"?([^\";\r\n]*)"_s);
            static const QRegularExpression filePattern(u"filename=\"?([^\"\r\n]*)"_s);
            list.append(Part{ namePattern.match(head).captured(1),
                              filePattern.match(head).captured(1),
                              piece.mid(blank + 4) });
        }
        from = end + 2;
    }
    return list;
}

Reply Reply::data(const QJsonValue &data, qint64 count, qint64 size)
{
    return enveloped(data, count, size, false);
}

Reply Reply::business(const QJsonValue &part)
{
    return enveloped(part, 0, -1, true);
}

Reply Reply::enveloped(const QJsonValue &data, qint64 count, qint64 size, bool hasDoubles)
{
    // The data are written once: for their tag and into the envelope.
    Reply reply;
    QByteArray text;
    const bool hasData = !data.isNull() && !data.isUndefined();
    if (hasData) {
        writeValue(text, data, 1, hasDoubles);
    }
    reply.etag = checksum(text);
    const QByteArray rest = wireJson(frame(u"success"_s, QString(), count, size));
    reply.body = "{\n" + (hasData ? "  \"data\": " + text + ",\n" : QByteArray()) + rest.mid(2);
    return reply;
}

Reply Reply::page(const QJsonArray &rows, int number, int size)
{
    const int length = size < 1 || size > 1000 ? 20 : size;
    QJsonArray slice;
    const qsizetype from = qsizetype(qMax(1, number) - 1) * length;
    for (qsizetype i = from; i < qMin<qsizetype>(from + length, rows.size()); ++i) {
        slice.append(rows.at(i));
    }
    return list(slice, rows.size());
}

Reply Reply::list(const QJsonArray &rows, qint64 count)
{
    return data(rows, count, rows.size());
}

Reply Reply::refusal(const QString &promptClass, const QString &message)
{
    Reply reply;
    reply.status = 500;
    QJsonObject envelope = frame(u"error"_s, message, 0, -1);
    envelope.insert(u"prompt"_s, promptClass);
    reply.body = wireJson(envelope);
    return reply;
}

Reply Reply::notConvertible()
{
    return refusal(QLatin1StringView(prompts::Base) + u"JsonElementConvertToWrapInException"_s,
                   u"JSON 无法转换."_s);
}

Reply Reply::notExist(const QString &id, const QString &kind)
{
    return refusal(QLatin1StringView(prompts::Base) + u"ExceptionEntityNotExist"_s,
                   u"标识为:%1 的 %2 对象不存在."_s.arg(id, kind));
}

Reply Reply::denied(const Caller &caller, const QString &id, const QString &kind)
{
    return refusal(
        QLatin1StringView(prompts::Base) + u"ExceptionAccessDenied"_s,
        u"用户:%1 访问对象 class:com.x.processplatform.core.entity.content.%2, id:%3, 权限不足."_s
            .arg(caller.person, kind, id));
}

Reply Reply::failure(const QString &message)
{
    Reply reply;
    reply.status = 500;
    reply.body = wireJson(frame(u"error"_s, message, 0, -1));
    return reply;
}

Reply Reply::anonymous(const QString &message)
{
    Reply reply;
    reply.status = 500;
    reply.body = wireJson(QJsonObject{ { u"type"_s, u"error"_s }, { u"message"_s, message } });
    return reply;
}

Reply Reply::bytes(const QByteArray &content, const QString &name, bool isStream)
{
    Reply reply;
    reply.body = content;
    reply.etag = checksum(content);
    const QString type
        = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    reply.type = isStream ? QByteArray("application/octet-stream") : type.toLatin1();
    const QByteArray encoded = QUrl::toPercentEncoding(name);
    reply.headers.append(
        { "Content-Disposition",
          QByteArray(isStream ? "attachment" : "inline") + "; filename*=UTF-8''" + encoded });
    return reply;
}

Reply Reply::plain(int status, const QByteArray &type, const QByteArray &body)
{
    Reply reply;
    reply.status = status;
    reply.type = type;
    reply.body = body;
    if (status >= 400 && !type.isEmpty()) {
        reply.headers.append(qMakePair(QByteArray("Cache-Control"),
                                       QByteArray("must-revalidate,no-cache,no-store")));
    }
    return reply;
}

} // namespace andu::server
