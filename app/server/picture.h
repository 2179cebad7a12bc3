// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace andu::server {

/// Pictures the server draws itself, as PNG.

/// Portrait of somebody without an own one: a head in a colour made from @p name.
[[nodiscard]] QByteArray portrait(const QString &name);

/// Digits in black on a transparent background.
[[nodiscard]] QByteArray captchaPicture(const QString &digits, int width, int height);

} // namespace andu::server
