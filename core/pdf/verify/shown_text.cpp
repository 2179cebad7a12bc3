// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/shown_text.h"

#include "core/pdf/verify/parser.h"

#include <QString>

namespace andu::pdf::verify {

namespace {

std::string withoutSpace(std::string_view text)
{
    std::string out;
    for (const char byte : text) {
        if (!isSpace(byte)) {
            out.push_back(byte);
        }
    }
    return out;
}

} // namespace

std::string shownStrings(std::string_view content)
{
    std::string out;
    Parser parser(content);
    while (!parser.atEnd()) {
        const auto at = static_cast<std::size_t>(parser.position());
        const bool isString = content[at] == '('
            || (content[at] == '<' && at + 1 < content.size() && content[at + 1] != '<');
        const auto string = isString ? parser.takeObject() : std::nullopt;
        if (string && string->isString()) {
            out += string->text;
        } else {
            parser.seek(static_cast<std::int64_t>(at) + 1);
        }
    }
    return out;
}

bool showsValue(std::string_view content, std::string_view value)
{
    const QString text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    const std::string wanted = withoutSpace(text.toLatin1().toStdString());
    const bool isSimple = QString::fromLatin1(text.toLatin1()) == text;
    return wanted.empty()
        || (isSimple && withoutSpace(shownStrings(content)).find(wanted) != std::string::npos);
}

} // namespace andu::pdf::verify
