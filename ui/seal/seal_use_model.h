// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_register.h"

#include <QAbstractTableModel>

namespace andu::ui {

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
    /// Only rows of this seal and not older; an empty name means all seals.
    void setFilter(const QString &seal, const std::optional<QDateTime> &sinceUtc);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const pdf::SealUse &use(int row) const { return m_shown.at(row); }
    /// The rows shown, as comma-separated values for a spreadsheet.
    [[nodiscard]] QByteArray csv() const;

private:
    [[nodiscard]] QString text(const pdf::SealUse &use, Column column) const;
    [[nodiscard]] bool isCancelled(const pdf::SealUse &use) const;
    void refilter();

    QList<pdf::SealUse> m_all;
    QList<pdf::SealUse> m_shown;
    QString m_seal;
    std::optional<QDateTime> m_sinceUtc;
};

} // namespace andu::ui
