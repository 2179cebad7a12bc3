// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/certificate_files.h"

#include <QFile>

namespace andu::ui {

namespace {

constexpr qint64 MaxBytes = 4 << 20;

} // namespace

QList<QSslCertificate> certificatesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxBytes) {
        return {};
    }
    const QByteArray bytes = file.readAll();
    const QList<QSslCertificate> pem = QSslCertificate::fromData(bytes, QSsl::Pem);
    return pem.isEmpty() ? QSslCertificate::fromData(bytes, QSsl::Der) : pem;
}

} // namespace andu::ui
