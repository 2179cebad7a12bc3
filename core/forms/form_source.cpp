// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_source.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QJsonDocument>
#include <QSet>

namespace andu::forms {

namespace {

constexpr qsizetype MaxBodyChars = 16 * 1024 * 1024;

std::optional<QJsonObject> objectOf(const QByteArray &utf8)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        return std::nullopt;
    }
    return document.object();
}

std::optional<QChar> escapedChar(QChar letter)
{
    switch (letter.unicode()) {
    case u'n':
        return u'\n';
    case u't':
        return u'\t';
    case u'r':
        return u'\r';
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'"':
    case u'\\':
    case u'/':
        return letter;
    default:
        return std::nullopt;
    }
}

/// Reads the text as the inside of a JSON string literal. By hand: QJsonDocument takes 80 ns for
/// each character of a string with escapes, and a form is one such string. Line breaks may stand
/// in it as they are.
std::optional<QString> unescaped(QStringView text)
{
    QString result;
    result.reserve(text.size());
    qsizetype from = 0;
    while (true) {
        const qsizetype at = text.indexOf(u'\\', from);
        result += text.mid(from, at < 0 ? -1 : at - from);
        if (at < 0) {
            return result;
        }
        if (at + 1 >= text.size()) {
            return std::nullopt;
        }
        from = at + 2;
        if (text[at + 1] == u'u') {
            bool isHex = false;
            const ushort code = text.mid(at + 2, 4).toUShort(&isHex, 16);
            if (!isHex || at + 6 > text.size()) {
                return std::nullopt;
            }
            result += QChar(code);
            from = at + 6;
            continue;
        }
        const auto letter = escapedChar(text[at + 1]);
        if (!letter) {
            return std::nullopt;
        }
        result += *letter;
    }
}

/// Ids of moduleList in the order of the text: QJsonObject keeps its members sorted.
QStringList idsInOrder(const QString &text, const QJsonObject &modules)
{
    QStringList ids;
    QSet<QString> seen;
    qsizetype at = std::max<qsizetype>(0, text.indexOf("\"moduleList\""_L1));
    while ((at = text.indexOf(u'"', at)) >= 0) {
        qsizetype end = at + 1;
        while (end < text.size() && text[end] != u'"') {
            end += text[end] == u'\\' ? 2 : 1;
        }
        qsizetype after = end + 1;
        while (after < text.size() && text[after].isSpace()) {
            ++after;
        }
        if (after < text.size() && text[after] == u':') {
            const QString key = text.mid(at + 1, end - at - 1);
            if (modules.contains(key) && !seen.contains(key)) {
                seen.insert(key);
                ids.append(key);
            }
        }
        at = end + 1;
    }
    for (const QString &key : modules.keys()) {
        if (!seen.contains(key)) {
            ids.append(key);
        }
    }
    return ids;
}

FormBody bodyOf(const QJsonObject &object, const QString &text)
{
    FormBody body;
    const QJsonValue json = object.value("json"_L1);
    // Forms written by generators have moduleList at the top and no layout (1.2).
    body.json = json.isObject() ? json.toObject() : object;
    body.html = object.value("html"_L1).toString();
    const QJsonObject modules = body.json.value("moduleList"_L1).toObject();
    body.moduleOrder = body.html.isEmpty() ? idsInOrder(text, modules) : modules.keys();
    return body;
}

QList<FormScript> scriptsOf(const QJsonObject &map)
{
    QList<FormScript> scripts;
    for (auto member = map.begin(); member != map.end(); ++member) {
        const QJsonObject object = member.value().toObject();
        FormScript script;
        script.id = member.key();
        script.name = json::text(object, "name"_L1);
        script.alias = json::text(object, "alias"_L1);
        script.text = json::text(object, "text"_L1);
        scripts.append(script);
    }
    return scripts;
}

} // namespace

Result<FormBody> decodeBody(const QJsonValue &data)
{
    if (data.isObject()) {
        const QByteArray text = json::compact(data);
        return bodyOf(data.toObject(), QString::fromUtf8(text));
    }
    const QString text = data.toString();
    if (text.isEmpty()) {
        return fail(ErrorCode::BadInput, u"the form has no data"_s);
    }
    if (text.size() > MaxBodyChars) {
        return fail(ErrorCode::BadInput, u"the form is too large"_s);
    }
    // Escaped once more by the server; proxies and exports add or take away a layer.
    static constexpr int MaxLayers = 4;
    QString layer = text;
    for (int depth = 0; depth < MaxLayers; ++depth) {
        if (const auto object = objectOf(layer.toUtf8())) {
            return bodyOf(*object, layer);
        }
        const QStringView trimmed = QStringView(layer).trimmed();
        const bool isQuoted
            = trimmed.size() > 1 && trimmed.startsWith(u'"') && trimmed.endsWith(u'"');
        const auto inner
            = unescaped(isQuoted ? trimmed.mid(1, trimmed.size() - 2) : QStringView(layer));
        if (!inner) {
            return fail(ErrorCode::BadInput, u"the text of the form cannot be unescaped"_s);
        }
        if (*inner == layer) {
            break;
        }
        layer = *inner;
    }
    return fail(ErrorCode::BadInput, u"the text of the form is not JSON"_s);
}

Result<FormSource> decodeForm(const FormDefinition &definition)
{
    const QJsonObject &raw = definition.raw;
    const QJsonObject form = raw.contains("form"_L1) ? raw.value("form"_L1).toObject() : raw;
    QJsonValue data = form.value("data"_L1);
    if (data.toString().isEmpty() && !data.isObject()) {
        data = form;
        for (const auto side : { "mobileData"_L1, "pcData"_L1 }) { // an export, a template
            data = form.contains(side) ? form.value(side) : data;
        }
    }
    const auto body = decodeBody(data);
    if (!body) {
        return tl::unexpected<Error>(body.error());
    }
    FormSource source;
    source.id = json::text(form, "id"_L1);
    source.name = json::text(form, "name"_L1);
    source.body = *body;
    const QJsonObject related = raw.value("relatedFormMap"_L1).toObject();
    for (auto member = related.begin(); member != related.end(); ++member) {
        const QJsonObject object = member.value().toObject();
        const auto subform = decodeBody(object.value("data"_L1));
        if (!subform) {
            continue;
        }
        for (const QString &key :
             { member.key(), json::text(object, "name"_L1), json::text(object, "alias"_L1) }) {
            if (!key.isEmpty()) {
                source.subforms.insert(key, *subform);
            }
        }
    }
    source.scripts = scriptsOf(raw.value("relatedScriptMap"_L1).toObject());
    return source;
}

} // namespace andu::forms
