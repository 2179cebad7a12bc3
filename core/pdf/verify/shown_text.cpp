// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/shown_text.h"

#include "core/pdf/verify/parser.h"

#include <QString>

#include <algorithm>

namespace andu::pdf::verify {

namespace {

/// The strings of a content stream, and what stands between them.
struct Parts
{
    std::string strings;
    std::string rest; ///< A string is one blank.
};

Parts partsOf(std::string_view content)
{
    Parts parts;
    Parser parser(content);
    while (!parser.atEnd()) {
        const auto at = static_cast<std::size_t>(parser.position());
        const bool isString = content[at] == '('
            || (content[at] == '<' && at + 1 < content.size() && content[at + 1] != '<');
        const auto string = isString ? parser.takeObject() : std::nullopt;
        if (string && string->isString()) {
            parts.strings += string->text;
            parts.rest += ' ';
            continue;
        }
        if (content[at] == '(') {
            parts.rest += content.substr(at);
            break; // it never ends; looking for the end from everywhere would take too long
        }
        const bool isDictionary = content.substr(at, 2) == "<<";
        const std::size_t taken = isDictionary ? 2 : 1;
        parts.rest += content.substr(at, taken);
        parser.seek(static_cast<std::int64_t>(at + taken));
    }
    return parts;
}

std::string withoutSpace(std::string_view text)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char byte) {
        return !isSpace(byte);
    });
    return out;
}

} // namespace

std::string shownText(std::string_view content)
{
    return withoutSpace(partsOf(content).strings);
}

std::string comparableText(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const QByteArray simple = text.toLatin1();
    if (QString::fromLatin1(simple) != text) {
        return std::string(1, '\0');
    }
    return withoutSpace({ simple.constData(), static_cast<std::size_t>(simple.size()) });
}

bool paintsPictures(std::string_view content)
{
    const std::string rest = partsOf(content).rest;
    for (const std::string_view word : { "Do", "BI", "sh" }) {
        for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word, at + 1)) {
            const std::size_t behind = at + word.size();
            const bool isBegin = at == 0 || isSpace(rest[at - 1]) || isDelimiter(rest[at - 1]);
            const bool isEnd
                = behind == rest.size() || isSpace(rest[behind]) || isDelimiter(rest[behind]);
            if (isBegin && isEnd && (at == 0 || rest[at - 1] != '/')) {
                return true;
            }
        }
    }
    return false;
}

bool showsValue(std::string_view content, std::string_view value)
{
    const std::string wanted = comparableText(value);
    return wanted.empty() || shownText(content).find(wanted) != std::string::npos;
}

} // namespace andu::pdf::verify
