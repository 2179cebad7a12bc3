// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_register.h"

#include <QAbstractTableModel>
#include <QSet>

namespace andu::ui {

/// Which rows of the register are shown; days are local.
struct SealUseFilter
{
    QString seal; ///< Empty: all.
    QString text; ///< In any of the words of a row.
    std::optional<QDate> from;
    std::optional<QDate> until;
};

/// The seal-use register, newest first.
class SealUseModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        Time,
        Seal,
        Document,
        Copies,
        Pages,
        Applicant,
        Approver,
        Result,
        Count
    };

    using QAbstractTableModel::QAbstractTableModel;

    void replaceAll(const QList<pdf::SealUse> &uses);
    void setFilter(const SealUseFilter &filter);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const pdf::SealUse &use(int row) const { return m_shown.at(row); }
    [[nodiscard]] bool isCancelled(const pdf::SealUse &use) const;
    /// The rows shown with everything known of them, as comma-separated values for a spreadsheet.
    [[nodiscard]] QByteArray csv() const;

private:
    [[nodiscard]] QString text(const pdf::SealUse &use, Column column) const;
    [[nodiscard]] bool isShown(const pdf::SealUse &use) const;
    void refilter();

    QList<pdf::SealUse> m_all;
    QList<pdf::SealUse> m_shown;
    QSet<QString> m_cancelled;
    SealUseFilter m_filter;
};

} // namespace andu::ui
