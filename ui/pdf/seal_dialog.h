// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/seal_plan.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace andu::ui {

/// Asks what is needed to sign or seal: the seal at its true size, the key and what opens it, the
/// reason, and how the place is found. The key is tried before the dialog closes.
class SealDialog final : public QDialog
{
    Q_OBJECT

public:
    SealDialog(SealMode mode,
               const QList<pdf::StoredSeal> &seals,
               const SealOffice &office,
               int pageCount,
               const Theme &theme,
               QWidget *parent = nullptr);

    /// Chooses a seal of the cabinet.
    void chooseSeal(const QString &name);

Q_SIGNALS:
    void planReady(const andu::ui::SealPlan &plan);

private:
    [[nodiscard]] QLayout *makeButtons();
    void buildLook();
    void buildKey();
    void buildPlace();
    void buildApproval();
    QWidget *withBrowse(QLineEdit *edit, const QString &filter);
    void showSeal();
    void updateRows();
    void tryKey();
    void finish(const pdf::Identity &identity, SealPlan plan);
    [[nodiscard]] SealPlan typedPlan();
    struct Appearance
    {
        pdf::Look look;
        QImage picture;
    };
    [[nodiscard]] Result<Appearance> look(const QStringList &lines) const;
    void complain(const QString &text);

    SealMode m_mode;
    QList<pdf::StoredSeal> m_seals;
    SealOffice m_office;
    int m_pageCount;
    const Theme &m_theme;
    QFormLayout *m_form;
    QComboBox *m_seal;
    QLineEdit *m_picture;
    QWidget *m_pictureRow = nullptr;
    QDoubleSpinBox *m_width;
    QLabel *m_preview;
    QComboBox *m_keyPlace;
    QLineEdit *m_keyPath;
    QLineEdit *m_secret;
    QLineEdit *m_reason;
    QLineEdit *m_location;
    QComboBox *m_certify;
    QComboBox *m_rule;
    QLineEdit *m_words;
    QLineEdit *m_pages;
    QComboBox *m_edge;
    QComboBox *m_which;
    QLineEdit *m_applicant;
    QLineEdit *m_approver;
    QLineEdit *m_approval;
    QLabel *m_problem;
    QPushButton *m_continue;
};

} // namespace andu::ui
