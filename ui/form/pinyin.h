// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace andu::ui {

/// Letters of a text that a search found.
struct MatchedLetters
{
    qsizetype from = 0;
    qsizetype count = 0;

    friend bool operator==(const MatchedLetters &, const MatchedLetters &) = default;
};

/// Readings of Chinese names by ICU's Han-Latin tables, kept per letter. One thread.
class Pinyin
{
public:
    Pinyin();
    ~Pinyin();
    Pinyin(const Pinyin &) = delete;
    Pinyin &operator=(const Pinyin &) = delete;
    Pinyin(Pinyin &&) = delete;
    Pinyin &operator=(Pinyin &&) = delete;

    /// One reading per letter, lower case without tones; other letters stand for themselves. The
    /// first letter is read as a surname (单 shan, 曾 zeng).
    [[nodiscard]] QStringList syllables(const QString &name);
    /// Where @p query is in the name: as written, by pinyin ("zhao guo", "zhaog") or by initials
    /// ("zgd").
    [[nodiscard]] std::optional<MatchedLetters> find(const QString &name, const QString &query);

private:
    struct Engine;

    QHash<char32_t, QString> m_readings;
    std::unique_ptr<Engine> m_engine;
};

} // namespace andu::ui
