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
class QSettings;
class QSpinBox;

namespace andu::ui {

class KeyBox;
class SigningOptions;

/// What a dialog is opened for.
struct SealTask
{
    SealMode mode = SealMode::Seal;
    QList<pdf::StoredSeal> seals;
    SigningFacts facts;
    int pageCount = 0;
};

/// Asks what is needed to sign or seal: the seal at its true size, how its place is found, the key
/// and what opens it, what the signature says. The key is tried before the dialog closes.
class SealDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p settings: what was typed last is offered, and kept.
    SealDialog(const SealTask &task,
               const SealOffice &office,
               QSettings &settings,
               const Theme &theme,
               QWidget *parent = nullptr);

    /// Chooses a seal of the cabinet.
    void chooseSeal(const QString &name);

Q_SIGNALS:
    void planReady(const andu::ui::SealPlan &plan);

private:
    [[nodiscard]] QLayout *makeColumns();
    [[nodiscard]] QLayout *makeButtons();
    void buildLook();
    void buildPlace();
    void buildApproval();
    QWidget *makePictureRow();
    [[nodiscard]] QWidget *makePositionRow();
    void showSeal();
    void updateRows();
    [[nodiscard]] QString problem() const;
    void tryKey();
    void finish(const pdf::Identity &identity, SealPlan plan);
    [[nodiscard]] SealPlan typedPlan();
    [[nodiscard]] std::optional<pdf::StoredSeal> chosenSeal() const;
    struct Appearance
    {
        pdf::Look look;
        QImage picture;
    };
    [[nodiscard]] Result<Appearance> look(const QStringList &lines) const;
    void complain(const QString &text);

    SealTask m_task;
    SealOffice m_office;
    QSettings &m_settings;
    const Theme &m_theme;
    QFormLayout *m_lookRows;
    QFormLayout *m_approvalRows;
    QComboBox *m_seal;
    QLineEdit *m_picture;
    QWidget *m_pictureRow = nullptr;
    QDoubleSpinBox *m_width;
    QLabel *m_preview;
    QComboBox *m_rule;
    QWidget *m_position = nullptr;
    QDoubleSpinBox *m_left;
    QDoubleSpinBox *m_top;
    QLineEdit *m_words;
    QLineEdit *m_pages;
    QComboBox *m_edge;
    QComboBox *m_which;
    KeyBox *m_key;
    SigningOptions *m_options;
    QLabel *m_approvalTitle;
    QLineEdit *m_applicant;
    QLineEdit *m_approver;
    QLineEdit *m_approval;
    QSpinBox *m_approvedMarks;
    QSpinBox *m_copies;
    QLineEdit *m_documentNumber;
    QLineEdit *m_recipient;
    QLabel *m_problem;
    QPushButton *m_continue;
};

} // namespace andu::ui
