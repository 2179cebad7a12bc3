// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_cabinet.h"
#include "core/pdf/seal_design.h"
#include "ui/pdf/document_check.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace andu::ui {

/// Puts a seal into the cabinet: drawn from data in millimetres, from a picture, or an electronic
/// seal file.
class AddSealDialog final : public QDialog
{
    Q_OBJECT

public:
    AddSealDialog(const Theme &theme, QWidget *parent = nullptr);

    /// Who may have made an electronic seal; nobody named: anyone, as its own checks say.
    void setTrust(const TrustSettings &trust);

Q_SIGNALS:
    void sealMade(const andu::pdf::StoredSeal &seal);

private:
    void buildForm();
    [[nodiscard]] QLayout *makeButtons();
    void connectFields();
    void chooseFile();
    void refresh();
    [[nodiscard]] Result<pdf::StoredSeal> seal() const;
    [[nodiscard]] Result<pdf::StoredSeal> drawn() const;
    [[nodiscard]] Result<pdf::StoredSeal> fromFile() const;
    void submit();

    const Theme &m_theme;
    QFormLayout *m_form;
    QComboBox *m_source;
    QLineEdit *m_name;
    QLineEdit *m_custodian;
    QDateEdit *m_until;
    QSpinBox *m_perDay;
    QList<QByteArray> m_makers; ///< Certificates in DER.
    QComboBox *m_shape;
    QLineEdit *m_text;
    QLineEdit *m_row;
    QComboBox *m_centre;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_height;
    QWidget *m_fileRow;
    QLineEdit *m_file;
    QLabel *m_preview;
    QLabel *m_problem;
};

} // namespace andu::ui
