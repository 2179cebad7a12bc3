// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

class QFormLayout;
class QSslCertificate;
class QTabWidget;

namespace andu::ui {

/// The certificates a signature brings along, in plain words; the signer's first.
class CertificateDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param certificates in DER. Hostile: shown as plain text.
    CertificateDialog(const QList<QByteArray> &certificates,
                      const Theme &theme,
                      QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makePage(const QSslCertificate &certificate) const;
    void addRow(QFormLayout &rows, const QString &name, const QString &value) const;

    const Theme &m_theme;
    QTabWidget *m_tabs;
};

} // namespace andu::ui
