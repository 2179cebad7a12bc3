// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace andu::server {

/// A file for an attachment that the samples only name: a page with its title, or a picture.
/// Nothing for kinds that can not be made here.
[[nodiscard]] QByteArray sampleFile(const QString &name);

} // namespace andu::server
