// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace andu {

/// An identifier that cannot be mixed up with one of another kind and is never empty once parsed.
/// A default-constructed id exists only for containers and value members; isNull() tells.
template <typename Tag>
class StrongId
{
public:
    StrongId() = default;

    /// Refuses an empty text.
    [[nodiscard]] static std::optional<StrongId> parse(const QString &text)
    {
        if (text.isEmpty()) {
            return std::nullopt;
        }
        return StrongId(text);
    }

    /// For the code that mints ids, and for codecs that have checked the text.
    [[nodiscard]] static StrongId of(const QString &text)
    {
        Q_ASSERT(!text.isEmpty());
        return StrongId(text);
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isNull() const { return m_text.isEmpty(); }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend bool operator<(const StrongId &a, const StrongId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) noexcept
    {
        return qHash(id.m_text, seed);
    }

private:
    explicit StrongId(QString text)
        : m_text(std::move(text))
    { }

    QString m_text;
};

} // namespace andu
