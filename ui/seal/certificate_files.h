// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>

namespace andu::ui {

/// Certificates in a PEM or DER file; none when it holds none.
[[nodiscard]] QList<QSslCertificate> certificatesIn(const QString &path);

} // namespace andu::ui
