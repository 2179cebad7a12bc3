// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace andu::server {

/// A ZIP archive (APPNOTE.TXT 6.3) of files as they are, with UTF-8 names.
[[nodiscard]] QByteArray zipOf(const QList<QPair<QString, QByteArray>> &files);

} // namespace andu::server
