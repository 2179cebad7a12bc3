// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/shown_text.h"

#include "core/pdf/verify/parser.h"

#include <QString>

#include <algorithm>

namespace andu::pdf::verify {

std::string shownText(std::string_view content)
{
    std::string out;
    Parser parser(content);
    while (!parser.atEnd()) {
        const auto at = static_cast<std::size_t>(parser.position());
        const bool isString = content[at] == '('
            || (content[at] == '<' && at + 1 < content.size() && content[at + 1] != '<');
        const auto string = isString ? parser.takeObject() : std::nullopt;
        if (string && string->isString()) {
            std::copy_if(string->text.begin(),
                         string->text.end(),
                         std::back_inserter(out),
                         [](char byte) { return !isSpace(byte); });
        } else {
            parser.seek(static_cast<std::int64_t>(at) + 1);
        }
    }
    return out;
}

std::string comparableText(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const QByteArray simple = text.toLatin1();
    if (QString::fromLatin1(simple) != text) {
        return std::string(1, '\0');
    }
    std::string out;
    std::copy_if(simple.begin(), simple.end(), std::back_inserter(out), [](char byte) {
        return !isSpace(byte);
    });
    return out;
}

bool paintsPictures(std::string_view content)
{
    for (const std::string_view word : { "Do", "BI", "sh" }) {
        for (auto at = content.find(word); at != Bytes::npos; at = content.find(word, at + 1)) {
            const bool isBefore
                = at == 0 || isSpace(content[at - 1]) || isDelimiter(content[at - 1]);
            const std::size_t behind = at + word.size();
            if (isBefore && (behind == content.size() || isSpace(content[behind]))) {
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
