// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_cabinet.h"
#include "core/pdf/seal_register.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace andu::ui {

class SealUseModel;

/// The seal-use register as a table: searched, by seal, by period, exported.
class SealRegisterView final : public QFrame
{
    Q_OBJECT

public:
    explicit SealRegisterView(const Theme &theme, QWidget *parent = nullptr);

    void showUses(const Result<QList<pdf::SealUse>> &uses);
    void showSeals(const QList<pdf::StoredSeal> &seals);
    [[nodiscard]] std::optional<pdf::SealUse> current() const;

Q_SIGNALS:
    /// A person chose a row.
    void useChosen(const andu::pdf::SealUse &use);
    void failed(const QString &text);

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeFoot();
    void setUpTable();
    void filter();
    void exportRows();
    void refreshIcons();

    const Theme &m_theme;
    SealUseModel *m_uses;
    QTableView *m_table;
    QLineEdit *m_search;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QComboBox *m_seal;
    QPushButton *m_export;
    QLabel *m_count;
    QLabel *m_chain;
};

} // namespace andu::ui
