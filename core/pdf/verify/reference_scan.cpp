// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/parser.h"

namespace andu::pdf::verify {

namespace {

bool isRegular(char byte)
{
    return !isSpace(byte) && !isDelimiter(byte);
}

} // namespace

bool Parser::skipString()
{
    if (at(m_position) == '<') {
        while (!atEnd() && at(m_position) != '>') {
            ++m_position;
        }
        ++m_position;
        return m_position <= size();
    }
    int depth = 0;
    while (!atEnd()) {
        const char byte = at(m_position++);
        if (byte == '\\') {
            ++m_position;
        }
        depth += byte == '(' ? 1 : byte == ')' ? -1 : 0;
        if (depth == 0) {
            return true;
        }
    }
    return false;
}

bool Parser::scanReferences(std::string_view key,
                            const std::function<void(std::int64_t, std::string_view)> &found)
{
    std::size_t depth = 0;
    std::vector<std::string_view> names{ key }; // of the open dictionaries and arrays
    std::vector<bool> areDicts{ false };
    std::int64_t numbers[2] = { -1, -1 }; // the last two tokens, when they are integers
    const auto forget = [&numbers] { numbers[0] = numbers[1] = -1; };
    do {
        skipSpace();
        if (atEnd() || depth > 200) {
            return false;
        }
        const char byte = at(m_position);
        const bool isPair = at(m_position + 1) == byte;
        if (byte == '[' || (byte == '<' && isPair)) {
            m_position += byte == '[' ? 1 : 2;
            ++depth;
            names.push_back(names.back());
            areDicts.push_back(byte == '<');
            forget();
        } else if (byte == ']' || (byte == '>' && isPair)) {
            m_position += byte == ']' ? 1 : 2;
            if (depth == 0) {
                return false;
            }
            --depth;
            names.pop_back();
            areDicts.pop_back();
            forget();
        } else if (depth == 0) {
            return false;
        } else if (byte == '(' || byte == '<') {
            if (!skipString()) {
                return false;
            }
            forget();
        } else {
            const std::int64_t begin = m_position;
            m_position += byte == '/' ? 1 : 0;
            while (!atEnd() && isRegular(at(m_position))) {
                ++m_position;
            }
            const std::string_view token = m_bytes.substr(
                static_cast<std::size_t>(begin), static_cast<std::size_t>(m_position - begin));
            if (token.empty()) {
                return false;
            }
            if (byte == '/') {
                if (token.find('#') != std::string_view::npos) {
                    return false; // an escaped name must be decoded
                }
                if (areDicts.back()) {
                    names.back() = token.substr(1);
                }
                forget();
            } else if (token == "R") {
                if (numbers[0] < 0) {
                    return false;
                }
                found(numbers[0], names.back());
                forget();
            } else {
                numbers[0] = numbers[1];
                const std::int64_t end = m_position;
                m_position = begin;
                numbers[1] = takeInt().value_or(-1);
                m_position = end;
            }
        }
    } while (depth > 0);
    return true;
}

} // namespace andu::pdf::verify
