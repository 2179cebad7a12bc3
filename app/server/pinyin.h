// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace andu::server {

/// Latin spelling of a Chinese name, as the organisation is searched by.
struct Pinyin
{
    QString full;
    QString initials;
};

/// Characters that the sample organisations do not use are left out.
[[nodiscard]] Pinyin pinyinOf(const QString &name);

} // namespace andu::server
