// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/chinese_checks.h"

#include "core/base/literals.h"

#include <QRegularExpression>
#include <QStringList>

namespace andu::forms {

namespace {

constexpr int MaxYuanDigits = 16;
const QString Digits = u"零壹贰叁肆伍陆柒捌玖"_s;

/// 0 to 9999 without the leading zero: 1020 → 壹仟零贰拾.
QString fourDigits(int number)
{
    static const QString units = u"仟佰拾"_s;
    const int parts[] = { number / 1000, number / 100 % 10, number / 10 % 10, number % 10 };
    QString text;
    bool isGap = false;
    for (int place = 0; place < 4; ++place) {
        if (parts[place] == 0) {
            isGap = !text.isEmpty();
            continue;
        }
        if (isGap) {
            text += u'零';
            isGap = false;
        }
        text += Digits[parts[place]];
        if (place < 3) {
            text += units[place];
        }
    }
    return text;
}

/// Whole yuan: groups of four, 万 and 亿; 零 stands for a gap.
QString yuanInWords(const QString &digits)
{
    static const QStringList units{ QString(), u"万"_s, u"亿"_s, u"万亿"_s };
    const QString padded = digits.rightJustified(((digits.size() + 3) / 4) * 4, u'0');
    const int groups = int(padded.size()) / 4;
    QString text;
    bool isGap = false;
    for (int group = 0; group < groups; ++group) {
        const int number = padded.mid(group * 4, 4).toInt();
        if (number == 0) {
            isGap = !text.isEmpty();
            continue;
        }
        if (!text.isEmpty() && (isGap || number < 1000)) {
            text += u'零';
        }
        isGap = false;
        const QString unit = units.value(groups - 1 - group);
        // 万亿 is said once: 壹万贰仟亿, not 壹万亿贰仟亿.
        const bool isFollowed = unit == u"万亿"_s && padded.mid((group + 1) * 4, 4).toInt() != 0;
        text += fourDigits(number) + (isFollowed ? u"万"_s : unit);
    }
    return text;
}

} // namespace

std::optional<QString> moneyInWords(const QString &amount)
{
    static const QRegularExpression shape(u"^(-?)0*(\\d*)(?:\\.(\\d*))?$"_s);
    QString plain = amount.trimmed();
    plain.remove(u',');
    const auto match = shape.match(plain);
    const QString fraction = match.captured(3);
    QString yuan = match.captured(2);
    if (plain.isEmpty() || plain == "-"_L1 || plain == "."_L1 || !match.hasMatch()
        || yuan.size() > MaxYuanDigits) {
        return std::nullopt;
    }
    qint64 cents = (yuan.isEmpty() ? 0 : yuan.toLongLong()) * 100
        + fraction.leftJustified(2, u'0').left(2).toInt();
    if (fraction.size() > 2 && fraction[2] >= u'5') {
        ++cents;
    }
    if (cents == 0) {
        return u"零元整"_s;
    }
    yuan = QString::number(cents / 100);
    const int jiao = int(cents / 10 % 10);
    const int fen = int(cents % 10);
    QString text = match.captured(1).isEmpty() ? QString() : u"负"_s;
    if (cents >= 100) {
        text += yuanInWords(yuan) + u'元';
    }
    if (jiao == 0 && fen == 0) {
        return text + u'整';
    }
    if (jiao > 0) {
        text += Digits[jiao] + u"角"_s;
    } else if (cents >= 100) {
        text += u'零';
    }
    return fen > 0 ? text + Digits[fen] + u'分' : text + u'整';
}

std::optional<QDate> birthDateIn(const QString &citizenId)
{
    static const QRegularExpression shape(u"^[1-9]\\d{16}[\\dXx]$"_s);
    static constexpr int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
    static const QString checks = u"10X98765432"_s;
    if (!shape.match(citizenId).hasMatch()) {
        return std::nullopt;
    }
    int sum = 0;
    for (int place = 0; place < 17; ++place) {
        sum += citizenId[place].digitValue() * weights[place];
    }
    const QDate birth = QDate::fromString(citizenId.mid(6, 8), u"yyyyMMdd"_s);
    const bool isPossible = birth.isValid() && birth.year() >= 1800;
    return isPossible && checks[sum % 11] == citizenId[17].toUpper() ? std::optional(birth)
                                                                     : std::nullopt;
}

bool isCitizenId(const QString &text)
{
    return birthDateIn(text).has_value();
}

bool isCreditCode(const QString &text)
{
    static const QString alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s; // no I, O, S, V, Z
    static constexpr int weights[]
        = { 1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28 };
    static const QRegularExpression shape(
        u"^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$"_s);
    if (!shape.match(text).hasMatch()) {
        return false;
    }
    int sum = 0;
    for (int place = 0; place < 17; ++place) {
        sum += int(alphabet.indexOf(text[place])) * weights[place];
    }
    return alphabet[(31 - sum % 31) % 31] == text[17];
}

std::optional<QDate> dateIn(const QString &text)
{
    static const QRegularExpression parts(
        u"^\\s*(\\d{4})(?:[-/.年]\\s*)?(\\d{1,2})(?:[-/.月]\\s*)?(\\d{1,2})日?\\s*$"_s);
    const auto match = parts.match(text);
    const bool isCompact = match.capturedLength(0) > 0 && text.trimmed().size() < 8;
    if (!match.hasMatch() || isCompact) {
        return std::nullopt;
    }
    const QDate date(
        match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace andu::forms
