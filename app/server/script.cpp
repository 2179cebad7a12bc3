// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/script.h"

#include "core/base/literals.h"

#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace andu::server {

namespace {

double number(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? 1 : 0;
    }
    if (value.isString()) {
        bool isNumber = false;
        const QString text = value.toString().trimmed();
        const double parsed = text.toDouble(&isNumber);
        return text.isEmpty() ? 0 : (isNumber ? parsed : std::nan(""));
    }
    return value.isNull() ? 0 : value.toDouble(std::nan(""));
}

class Evaluator
{
public:
    Evaluator(const QString &script, const std::function<QJsonValue(const QString &)> &value)
        : m_value(value)
    {
        static const QRegularExpression pattern(
            uR"(\s*("[^"]*"|'[^']*'|\d+(?:\.\d+)?|[^\W\d][\w.]*(?:\(\)[\w.]*)*|===|!==|==|!=|>=|<=|&&|\|\||[<>!();]))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        qsizetype at = 0;
        while (at < script.size()) {
            const auto match = pattern.match(script,
                                             at,
                                             QRegularExpression::NormalMatch,
                                             QRegularExpression::AnchorAtOffsetMatchOption);
            if (!match.hasMatch()) {
                m_isBroken = !QStringView(script).mid(at).trimmed().isEmpty();
                break;
            }
            m_tokens.append(match.captured(1));
            at = match.capturedEnd();
        }
    }

    QJsonValue run()
    {
        if (m_isBroken || !take(u"return"_s)) {
            return QJsonValue(QJsonValue::Undefined);
        }
        const QJsonValue result = either();
        take(u";"_s);
        return m_isBroken || m_at < m_tokens.size() ? QJsonValue(QJsonValue::Undefined) : result;
    }

private:
    bool take(const QString &token)
    {
        const bool isNext = m_tokens.value(m_at) == token;
        m_at += isNext ? 1 : 0;
        return isNext;
    }

    QJsonValue either()
    {
        QJsonValue left = both();
        while (take(u"||"_s)) {
            const QJsonValue right = both();
            left = truth(left) ? left : right;
        }
        return left;
    }

    QJsonValue both()
    {
        QJsonValue left = compared();
        while (take(u"&&"_s)) {
            const QJsonValue right = compared();
            left = truth(left) ? right : left;
        }
        return left;
    }

    QJsonValue compared()
    {
        const QJsonValue left = unary();
        const QString sign = m_tokens.value(m_at);
        static const QStringList signs{ u"==="_s, u"=="_s, u"!=="_s, u"!="_s,
                                        u">="_s,  u"<="_s, u">"_s,   u"<"_s };
        if (!signs.contains(sign)) {
            return left;
        }
        ++m_at;
        const QJsonValue right = unary();
        const bool isSame = left == right;
        if (sign.startsWith(u'=') || sign.startsWith(u'!')) {
            return sign.startsWith(u'=') ? isSame : !isSame;
        }
        const double a = number(left);
        const double b = number(right);
        return sign == u">="_s ? a >= b : sign == u"<="_s ? a <= b : sign == u">"_s ? a > b : a < b;
    }

    QJsonValue unary()
    {
        if (take(u"!"_s)) {
            return !truth(unary());
        }
        const bool isNumber = take(u"Number"_s);
        if (take(u"("_s)) {
            const QJsonValue inner = either();
            m_isBroken = m_isBroken || !take(u")"_s);
            return isNumber ? QJsonValue(number(inner)) : inner;
        }
        return primary();
    }

    QJsonValue primary()
    {
        QString token = m_tokens.value(m_at++);
        bool isNumber = false;
        const double parsed = token.toDouble(&isNumber);
        if (isNumber) {
            return parsed;
        }
        if (token.startsWith(u'"') || token.startsWith(u'\'')) {
            return token.mid(1, token.size() - 2);
        }
        if (token == u"true"_s || token == u"false"_s) {
            return token == u"true"_s;
        }
        if (token.startsWith(u"this."_s)) {
            return m_value(token.mid(5).remove(u"()"_s));
        }
        m_isBroken = true;
        return QJsonValue(QJsonValue::Undefined);
    }

    const std::function<QJsonValue(const QString &)> &m_value;
    QStringList m_tokens;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

} // namespace

QJsonValue evaluate(const QString &script, const std::function<QJsonValue(const QString &)> &value)
{
    return Evaluator(script, value).run();
}

bool truth(const QJsonValue &value)
{
    if (value.isDouble()) {
        return value.toDouble() != 0 && !std::isnan(value.toDouble());
    }
    return value.isBool()  ? value.toBool()
        : value.isString() ? !value.toString().isEmpty()
                           : value.isObject() || value.isArray();
}

} // namespace andu::server
