// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_register.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace andu::ui {

/// Right of the register: one use of a seal with everything known of it, the way to its approval,
/// and whether a file is the one that was sealed.
class SealUseDetail final : public QFrame
{
    Q_OBJECT

public:
    explicit SealUseDetail(const Theme &theme, QWidget *parent = nullptr);
    void showUse(const pdf::SealUse &use, bool isCancelled);
    /// Says whether the file is the one before or after sealing; reads it in the background.
    void compare(const QString &path);

Q_SIGNALS:
    void approvalWanted(const QString &job, const QString &title);
    void closed();

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeFoot();
    void fillRows();
    void addRow(const QString &name, const QString &value, bool isDigest = false);
    void chooseFile();
    void sayComparison(const QString &role, const QString &text);
    void refreshIcons();

    const Theme &m_theme;
    QLabel *m_number;
    QLabel *m_chip;
    QToolButton *m_close;
    QFormLayout *m_rows;
    QLabel *m_comparison;
    QPushButton *m_approval;
    QPushButton *m_compare;
    pdf::SealUse m_use;
};

} // namespace andu::ui
