// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/html_text.h"

#include "core/base/literals.h"

#include <QSet>

#include <libxml/HTMLparser.h>

#include <memory>

namespace andu::forms {

namespace {

constexpr qsizetype MaxHtmlChars = 1024 * 1024;
constexpr int MaxDepth = 200;

void endLine(QString &text)
{
    while (text.endsWith(u' ')) {
        text.chop(1);
    }
    if (!text.isEmpty() && !text.endsWith(u'\n')) {
        text += u'\n';
    }
}

void append(QString &text, const QString &part)
{
    const QString folded = part.simplified();
    const bool hasGap = !part.isEmpty() && part.front().isSpace();
    if (hasGap && !text.isEmpty() && !text.back().isSpace()) {
        text += u' ';
    }
    text += folded;
    if (!folded.isEmpty() && part.back().isSpace()) {
        text += u' ';
    }
}

void read(const xmlNode *node, QString &text, int depth)
{
    static const QSet<QString> blocks{ u"p"_s,  u"div"_s, u"table"_s, u"tr"_s,  u"ul"_s,
                                       u"ol"_s, u"li"_s,  u"h1"_s,    u"h2"_s,  u"h3"_s,
                                       u"h4"_s, u"br"_s,  u"hr"_s,    u"pre"_s, u"blockquote"_s };
    static const QSet<QString> dropped{
        u"script"_s, u"style"_s, u"head"_s, u"iframe"_s, u"object"_s
    };
    for (const xmlNode *child = node->children; child && depth < MaxDepth; child = child->next) {
        if (child->type == XML_TEXT_NODE) {
            append(text, QString::fromUtf8(reinterpret_cast<const char *>(child->content)));
            continue;
        }
        const QString name
            = QString::fromUtf8(reinterpret_cast<const char *>(child->name)).toLower();
        if (child->type != XML_ELEMENT_NODE || dropped.contains(name)) {
            continue;
        }
        const bool isCell = name == "td"_L1 || name == "th"_L1;
        if (blocks.contains(name)) {
            endLine(text);
        } else if (isCell && !text.isEmpty() && !text.back().isSpace()) {
            text += u' ';
        }
        read(child, text, depth + 1);
        if (blocks.contains(name)) {
            endLine(text);
        }
    }
}

} // namespace

QString plainTextOf(const QString &html)
{
    if (!html.contains(u'<') && !html.contains(u'&')) {
        return html;
    }
    const QByteArray bytes = html.left(MaxHtmlChars).toUtf8();
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(bytes.constData(),
                       int(bytes.size()),
                       nullptr,
                       "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                           | HTML_PARSE_NONET | HTML_PARSE_COMPACT),
        &xmlFreeDoc);
    QString text;
    if (document && xmlDocGetRootElement(document.get())) {
        read(xmlDocGetRootElement(document.get()), text, 0);
    }
    return text.trimmed();
}

} // namespace andu::forms
