// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

namespace andu::ui {

/// Members of a small ZIP archive by name. BadInput when it is damaged, encrypted or would unpack
/// to more than 64 MiB (archives come from anywhere).
[[nodiscard]] Result<QHash<QString, QByteArray>> unzip(const QByteArray &bytes);
/// An archive with deflated members, in the order given.
[[nodiscard]] Result<QByteArray> zip(const QList<std::pair<QString, QByteArray>> &members);

} // namespace andu::ui
