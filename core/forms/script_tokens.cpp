// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/script_tokens.h"

#include "core/base/literals.h"

#include <QSet>

namespace andu::forms {

namespace {

using Kind = ScriptToken::Kind;

bool isWordChar(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'$' || letter == u'\\';
}

class Reader
{
public:
    explicit Reader(const QString &code)
        : m_code(code)
    { }

    std::optional<QList<ScriptToken>> read()
    {
        while (true) {
            ScriptToken token;
            if (!blanks(token.before)) {
                return std::nullopt;
            }
            if (m_at >= m_code.size()) {
                break;
            }
            const qsizetype start = m_at;
            if (!one(token)) {
                return std::nullopt;
            }
            token.text = m_code.mid(start, m_at - start);
            if (!pair(token)) {
                return std::nullopt;
            }
            m_tokens.append(token);
        }
        return m_open.isEmpty() ? std::optional(m_tokens) : std::nullopt;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_code.size() ? m_code[m_at + ahead] : QChar();
    }

    bool blanks(QString &text)
    {
        const qsizetype start = m_at;
        while (m_at < m_code.size()) {
            if (peek().isSpace() || peek() == u'\uFEFF') {
                ++m_at;
            } else if (peek() == u'/' && peek(1) == u'/') {
                while (m_at < m_code.size() && peek() != u'\n') {
                    ++m_at;
                }
            } else if (peek() == u'/' && peek(1) == u'*') {
                const qsizetype end = m_code.indexOf("*/"_L1, m_at + 2);
                if (end < 0) {
                    return false;
                }
                m_at = end + 2;
            } else {
                break;
            }
        }
        text = m_code.mid(start, m_at - start);
        return true;
    }

    bool one(ScriptToken &token)
    {
        const QChar letter = peek();
        if (letter == u'"' || letter == u'\'') {
            token.kind = Kind::Text;
            return quoted(letter);
        }
        if (letter == u'`') {
            token.kind = Kind::Text;
            return literal(0);
        }
        if (letter.isDigit() || (letter == u'.' && peek(1).isDigit())) {
            token.kind = Kind::Number;
            number();
            return true;
        }
        if (isWordChar(letter)) {
            token.kind = Kind::Word;
            while (isWordChar(peek())) {
                ++m_at;
            }
            return true;
        }
        if (letter == u'/' && startsPattern()) {
            token.kind = Kind::Pattern;
            return pattern();
        }
        mark();
        return true;
    }

    bool quoted(QChar end)
    {
        for (++m_at; m_at < m_code.size(); ++m_at) {
            if (peek() == u'\\') {
                ++m_at;
            } else if (peek() == end) {
                ++m_at;
                return true;
            } else if (peek() == u'\n') {
                return false;
            }
        }
        return false;
    }

    /// A template literal with everything inside its ${}.
    bool literal(int depth)
    {
        static constexpr int MaxDepth = 50;
        int braces = 0;
        bool isInside = false; // of ${}
        for (++m_at; m_at < m_code.size() && depth < MaxDepth; ++m_at) {
            const QChar letter = peek();
            if (letter == u'\\') {
                ++m_at;
            } else if (!isInside && letter == u'`') {
                ++m_at;
                return true;
            } else if (!isInside && letter == u'$' && peek(1) == u'{') {
                isInside = true;
                braces = 0;
                ++m_at;
            } else if (isInside && letter == u'`') {
                if (!literal(depth + 1)) {
                    return false;
                }
                --m_at;
            } else if (isInside && (letter == u'"' || letter == u'\'')) {
                if (!quoted(letter)) {
                    return false;
                }
                --m_at;
            } else if (isInside && letter == u'{') {
                ++braces;
            } else if (isInside && letter == u'}' && --braces < 0) {
                isInside = false;
            }
        }
        return false;
    }

    void number()
    {
        while (isWordChar(peek()) || peek() == u'.'
               || ((peek() == u'+' || peek() == u'-') && m_code[m_at - 1].toLower() == u'e')) {
            ++m_at;
        }
    }

    /// A slash divides behind a value and starts a pattern everywhere else.
    [[nodiscard]] bool startsPattern() const
    {
        if (m_tokens.isEmpty()) {
            return true;
        }
        const ScriptToken &last = m_tokens.last();
        static const QSet<QString> before{ u"return"_s, u"typeof"_s, u"case"_s, u"in"_s,
                                           u"of"_s,     u"delete"_s, u"void"_s, u"throw"_s,
                                           u"new"_s,    u"else"_s,   u"do"_s,   u"instanceof"_s,
                                           u"await"_s,  u"yield"_s };
        if (last.kind == Kind::Word) {
            return before.contains(last.text);
        }
        if (last.kind != Kind::Mark) {
            return false;
        }
        return !last.is(")") && !last.is("]") && !last.is("}") && !last.is("++") && !last.is("--");
    }

    bool pattern()
    {
        bool isClass = false;
        for (++m_at; m_at < m_code.size() && peek() != u'\n'; ++m_at) {
            if (peek() == u'\\') {
                ++m_at;
            } else if (peek() == u'[') {
                isClass = true;
            } else if (peek() == u']') {
                isClass = false;
            } else if (peek() == u'/' && !isClass) {
                ++m_at;
                while (isWordChar(peek())) {
                    ++m_at;
                }
                return true;
            }
        }
        return false;
    }

    void mark()
    {
        static const QStringList marks{ u">>>="_s, u"..."_s, u"==="_s, u"!=="_s, u"**="_s,
                                        u"<<="_s,  u">>="_s, u">>>"_s, u"&&="_s, u"||="_s,
                                        u"?\?="_s, u"=>"_s,  u"=="_s,  u"!="_s,  u"<="_s,
                                        u">="_s,   u"&&"_s,  u"||"_s,  u"??"_s,  u"?."_s,
                                        u"++"_s,   u"--"_s,  u"+="_s,  u"-="_s,  u"*="_s,
                                        u"/="_s,   u"%="_s,  u"&="_s,  u"|="_s,  u"^="_s,
                                        u"<<"_s,   u">>"_s,  u"**"_s };
        for (const QString &text : marks) {
            const bool isNumber = text == "?."_L1 && peek(2).isDigit(); // a ? .5 : 1
            if (QStringView(m_code).mid(m_at).startsWith(text) && !isNumber) {
                m_at += text.size();
                return;
            }
        }
        ++m_at;
    }

    bool pair(ScriptToken &token)
    {
        if (token.kind != Kind::Mark) {
            return true;
        }
        if (token.is("(") || token.is("[") || token.is("{")) {
            m_open.append(m_tokens.size());
        } else if (token.is(")") || token.is("]") || token.is("}")) {
            if (m_open.isEmpty()) {
                return false;
            }
            const qsizetype open = m_open.takeLast();
            const QString wanted = token.is(")") ? u"("_s : token.is("]") ? u"["_s : u"{"_s;
            if (m_tokens[open].text != wanted) {
                return false;
            }
            token.partner = open;
            m_tokens[open].partner = m_tokens.size();
        }
        return true;
    }

    const QString &m_code;
    qsizetype m_at = 0;
    QList<ScriptToken> m_tokens;
    QList<qsizetype> m_open;
};

} // namespace

std::optional<QList<ScriptToken>> scriptTokens(const QString &code)
{
    return Reader(code).read();
}

} // namespace andu::forms
