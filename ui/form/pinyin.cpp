// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/pinyin.h"

#include "core/base/literals.h"

#include <unicode/translit.h>

namespace andu::ui {

struct Pinyin::Engine
{
    std::unique_ptr<icu::Transliterator> latin;
};

namespace {

/// Letters that are read differently as surnames.
QString surnameReading(char32_t letter)
{
    static const QHash<char32_t, QString> readings{
        { U'单', u"shan"_s },  { U'曾', u"zeng"_s }, { U'仇', u"qiu"_s },  { U'解', u"xie"_s },
        { U'查', u"zha"_s },   { U'区', u"ou"_s },   { U'朴', u"piao"_s }, { U'翟', u"zhai"_s },
        { U'盖', u"ge"_s },    { U'任', u"ren"_s },  { U'秘', u"bi"_s },   { U'尉', u"wei"_s },
        { U'乐', u"yue"_s },   { U'缪', u"miao"_s }, { U'宿', u"su"_s },   { U'员', u"yun"_s },
        { U'种', u"chong"_s }, { U'折', u"she"_s },  { U'覃', u"qin"_s },  { U'洗', u"xian"_s },
    };
    return readings.value(letter);
}

bool isHan(char32_t letter)
{
    return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0x20000 && letter <= 0x323AF);
}

} // namespace

Pinyin::Pinyin()
    : m_engine(std::make_unique<Engine>())
{ }

Pinyin::~Pinyin() = default;

QStringList Pinyin::syllables(const QString &name)
{
    QStringList result;
    const auto letters = name.toUcs4();
    for (const uint code : letters) {
        const auto letter = char32_t(code);
        if (!isHan(letter)) {
            result.append(QString::fromUcs4(&letter, 1).toLower());
            continue;
        }
        if (result.isEmpty()) {
            if (const QString surname = surnameReading(letter); !surname.isEmpty()) {
                result.append(surname);
                continue;
            }
        }
        auto known = m_readings.constFind(letter);
        if (known == m_readings.constEnd()) {
            if (!m_engine->latin) {
                UErrorCode error = U_ZERO_ERROR;
                m_engine->latin.reset(icu::Transliterator::createInstance(
                    "Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
            }
            icu::UnicodeString text
                = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32 *>(&code), 1);
            if (m_engine->latin) {
                m_engine->latin->transliterate(text);
            }
            known = m_readings.insert(
                letter,
                QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length())
                    .remove(u' '));
        }
        result.append(known.value());
    }
    return result;
}

std::optional<MatchedLetters> Pinyin::find(const QString &name, const QString &query)
{
    const QString wanted = query.simplified().remove(u' ').toLower();
    if (wanted.isEmpty()) {
        return std::nullopt;
    }
    const qsizetype written = name.toLower().indexOf(wanted);
    if (written >= 0) {
        return MatchedLetters{ written, wanted.size() };
    }
    const QStringList parts = syllables(name);
    if (parts.size() != name.size()) {
        return std::nullopt; // rare letters outside the plane of QChar: only as written
    }
    for (qsizetype from = 0; from < parts.size(); ++from) {
        // Each syllable may be typed whole, cut off at the end of the query, or by its first
        // letter; whole first, so that "li" is one letter and not l-i.
        qsizetype at = 0;
        qsizetype part = from;
        while (at < wanted.size() && part < parts.size()) {
            const QString &syllable = parts[part];
            const QStringView rest = QStringView(wanted).mid(at);
            if (rest.startsWith(syllable)) {
                at += syllable.size();
            } else if (syllable.startsWith(rest)) {
                at = wanted.size();
            } else if (!syllable.isEmpty() && rest.startsWith(syllable.front())) {
                at += 1;
            } else {
                break;
            }
            ++part;
        }
        if (at == wanted.size()) {
            return MatchedLetters{ from, part - from };
        }
        QString initials;
        for (const QString &syllable : parts.mid(from)) {
            initials += syllable.left(1);
        }
        if (initials.startsWith(wanted)) {
            return MatchedLetters{ from, wanted.size() };
        }
    }
    return std::nullopt;
}

} // namespace andu::ui
