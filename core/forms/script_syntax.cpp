// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/script_syntax.h"

#include "core/base/literals.h"
#include "core/forms/script_tokens.h"

#include <QSet>

namespace andu::forms {

namespace {

using Kind = ScriptToken::Kind;

class Rewriter
{
public:
    explicit Rewriter(QList<ScriptToken> tokens)
        : m_tokens(std::move(tokens))
    { }

    std::optional<QString> rewrite()
    {
        const QString result = range(0, m_tokens.size(), false);
        return m_isChanged && !m_isTooHard ? std::optional(result) : std::nullopt;
    }

private:
    [[nodiscard]] bool isAt(qsizetype i, const char *text) const
    {
        return i >= 0 && i < m_tokens.size() && m_tokens[i].is(text);
    }

    [[nodiscard]] bool isWord(qsizetype i) const
    {
        return i >= 0 && i < m_tokens.size() && m_tokens[i].kind == Kind::Word;
    }

    QString range(qsizetype from, qsizetype to, bool isAsync)
    {
        static constexpr int MaxDepth = 200;
        QString text;
        if (++m_depth > MaxDepth) {
            m_isTooHard = true;
        }
        for (qsizetype i = from; i < to && !m_isTooHard;) {
            text += one(i, to, isAsync);
        }
        --m_depth;
        return text;
    }

    /// Text of the token at @p i and what belongs to it; @p i moves behind it.
    QString one(qsizetype &i, qsizetype to, bool isAsync)
    {
        const ScriptToken &token = m_tokens[i];
        if (token.is("async") && !isAt(i - 1, ".")) {
            if (const auto text = asyncFunction(i, to)) {
                return *text;
            }
        }
        if (token.is("await") && isAsync && !isAt(i - 1, ".")) {
            return awaited(i);
        }
        if (token.is("{") && token.partner > 0 && hasSpread(i)) {
            return literal(i, isAsync);
        }
        if (token.is("catch") && isAt(i + 1, "{")) {
            m_isChanged = true;
            ++i;
            return token.before + u"catch (_)"_s;
        }
        ++i;
        QString text = token.text;
        if (token.kind == Kind::Number && text.contains(u'_')) {
            m_isChanged = true;
            text.remove(u'_');
        }
        return token.before + text;
    }

    /// async function, async arrow or async method at @p i.
    std::optional<QString> asyncFunction(qsizetype &i, qsizetype to)
    {
        const QString before = m_tokens[i].before;
        qsizetype at = i + 1;
        if (isAt(at, "function")) {
            QString head = m_tokens[at].before + u"function"_s;
            ++at;
            if (isAt(at, "*")) {
                m_isTooHard = true; // an asynchronous generator
                return std::nullopt;
            }
            if (isWord(at)) {
                head += m_tokens[at].before + m_tokens[at].text;
                ++at;
            }
            return block(i, at, before + head);
        }
        if (isWord(at) && isAt(at + 1, "=>")) {
            return arrow(i, at, at + 1, before, to);
        }
        if (isAt(at, "(") && isAt(m_tokens[at].partner + 1, "=>")) {
            return arrow(i, at, m_tokens[at].partner + 1, before, to);
        }
        const bool isMethod = (isWord(at) || (at < to && m_tokens[at].kind == Kind::Text))
            && isAt(at + 1, "(") && isAt(m_tokens[at + 1].partner + 1, "{");
        if (isMethod) {
            return block(i, at + 1, before + m_tokens[at].before + m_tokens[at].text);
        }
        return std::nullopt;
    }

    /// `(parameters) {body}` at @p at, behind @p head.
    std::optional<QString> block(qsizetype &i, qsizetype at, const QString &head)
    {
        if (!isAt(at, "(") || !isAt(m_tokens[at].partner + 1, "{")) {
            return std::nullopt;
        }
        const qsizetype body = m_tokens[at].partner + 1;
        const qsizetype end = m_tokens[body].partner;
        m_isChanged = true;
        i = end + 1;
        return head + range(at, body, false)
            + u" { return __async(this, arguments, function* () {"_s + range(body + 1, end, true)
            + m_tokens[end].before + u"}); }"_s;
    }

    std::optional<QString>
    arrow(qsizetype &i, qsizetype from, qsizetype sign, const QString &before, qsizetype to)
    {
        const QString head = before + u' ' + range(from, sign, false) + u" => "_s;
        const qsizetype body = sign + 1;
        const bool isBlock = isAt(body, "{");
        const qsizetype end = isBlock ? m_tokens[body].partner : expressionEnd(body, to);
        m_isChanged = true;
        i = isBlock ? end + 1 : end;
        const QString inside = isBlock ? range(body + 1, end, true) + m_tokens[end].before
                                       : u"return ("_s + range(body, end, true) + u");"_s;
        return head + u"__async(this, [], function* () {"_s + inside + u"})"_s;
    }

    /// Where the expression of an arrow ends: at a comma, a semicolon or the bracket around it.
    [[nodiscard]] qsizetype expressionEnd(qsizetype from, qsizetype to) const
    {
        qsizetype i = from;
        while (i < to) {
            const ScriptToken &token = m_tokens[i];
            if (token.is(",") || token.is(";") || token.is(")") || token.is("]") || token.is("}")) {
                break;
            }
            if (i > from && token.before.contains(u'\n') && token.kind != Kind::Mark
                && !isOperator(i - 1)) {
                break; // a new line, a new statement
            }
            i = token.partner > i ? token.partner + 1 : i + 1;
        }
        return i;
    }

    [[nodiscard]] bool isOperator(qsizetype i) const
    {
        const ScriptToken &token = m_tokens[i];
        return token.kind == Kind::Mark && !token.is(")") && !token.is("]") && !token.is("}");
    }

    QString awaited(qsizetype &i)
    {
        const ScriptToken token = m_tokens[i];
        const qsizetype end = unaryEnd(i + 1);
        // At the start of a line a bracket would be read as a call of what stands before.
        const bool isFirst = token.before.contains(u'\n') && i > 0 && !isOperator(i - 1);
        const QString operand = range(i + 1, end, true);
        m_isChanged = true;
        i = end;
        return token.before + (isFirst ? u"void "_s : QString()) + u"(yield "_s + operand + u')';
    }

    [[nodiscard]] qsizetype unaryEnd(qsizetype i) const
    {
        static const QSet<QString> prefixes{ u"!"_s,      u"~"_s,     u"+"_s,      u"-"_s,
                                             u"++"_s,     u"--"_s,    u"typeof"_s, u"void"_s,
                                             u"delete"_s, u"await"_s, u"new"_s };
        while (i < m_tokens.size() && prefixes.contains(m_tokens[i].text)) {
            ++i;
        }
        if (isAt(i, "function")) {
            while (i < m_tokens.size() && !m_tokens[i].is("(")) {
                ++i;
            }
            i = i < m_tokens.size() ? m_tokens[i].partner + 1 : i;
        }
        if (i < m_tokens.size()) {
            i = m_tokens[i].partner > i ? m_tokens[i].partner + 1 : i + 1;
        }
        while (i < m_tokens.size()) {
            const ScriptToken &token = m_tokens[i];
            if (token.is("(") || token.is("[")) {
                i = token.partner + 1;
            } else if (token.is(".") || token.is("?.")) {
                const bool isBracket = isAt(i + 1, "(") || isAt(i + 1, "[");
                i = isBracket ? m_tokens[i + 1].partner + 1 : i + 2;
            } else if (token.kind == Kind::Text && token.text.startsWith(u'`')) {
                ++i;
            } else {
                break;
            }
        }
        return std::min(i, m_tokens.size());
    }

    /// Members of the braces at @p open, as ranges between commas.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> members(qsizetype open) const
    {
        QList<std::pair<qsizetype, qsizetype>> found;
        const qsizetype end = m_tokens[open].partner;
        qsizetype from = open + 1;
        for (qsizetype i = open + 1; i <= end;) {
            if (i == end || m_tokens[i].is(",")) {
                if (i > from) {
                    found.append({ from, i });
                }
                from = i + 1;
            }
            i = m_tokens[i].partner > i ? m_tokens[i].partner + 1 : i + 1;
        }
        return found;
    }

    /// True for an object literal with `...x` in it; patterns of destructuring are left alone.
    [[nodiscard]] bool hasSpread(qsizetype open) const
    {
        const qsizetype end = m_tokens[open].partner;
        const bool isPattern = isAt(end + 1, "=") || isAt(end + 1, "of") || isAt(open - 1, "let")
            || isAt(open - 1, "const") || isAt(open - 1, "var") || isParameter(open);
        const auto parts = members(open);
        return !isPattern && std::any_of(parts.begin(), parts.end(), [this](const auto &part) {
            return m_tokens[part.first].is("...");
        });
    }

    /// True inside the brackets of a function's parameters.
    [[nodiscard]] bool isParameter(qsizetype open) const
    {
        if (!isAt(open - 1, "(") && !isAt(open - 1, ",")) {
            return false;
        }
        for (qsizetype i = open - 1; i >= 0; --i) {
            if (m_tokens[i].partner > open && m_tokens[i].is("(")) {
                const qsizetype after = m_tokens[i].partner + 1;
                return isAt(after, "=>") || isAt(after, "{");
            }
        }
        return false;
    }

    QString literal(qsizetype &i, bool isAsync)
    {
        const qsizetype end = m_tokens[i].partner;
        const QString before = m_tokens[i].before;
        QStringList parts{ u"{"_s };
        for (const auto &[from, to] : members(i)) {
            if (m_tokens[from].is("...")) {
                parts.last() += u'}';
                parts.append(u'(' + range(from + 1, to, isAsync) + u')');
                parts.append(u"{"_s);
            } else {
                parts.last()
                    += (parts.last() == "{"_L1 ? QString() : u","_s) + range(from, to, isAsync);
            }
        }
        parts.last() += m_tokens[end].before + u'}';
        m_isChanged = true;
        i = end + 1;
        return before + u"Object.assign("_s + parts.join(u", "_s) + u')';
    }

    QList<ScriptToken> m_tokens;
    bool m_isChanged = false;
    bool m_isTooHard = false;
    int m_depth = 0;
};

} // namespace

std::optional<QString> olderSyntax(const QString &code)
{
    static constexpr qsizetype MaxChars = 256 * 1024;
    if (code.size() > MaxChars) {
        return std::nullopt;
    }
    const auto tokens = scriptTokens(code);
    return tokens ? Rewriter(*tokens).rewrite() : std::nullopt;
}

} // namespace andu::forms
