// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_cabinet.h"
#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace andu::ui {

/// Whether a seal may be used at a time.
enum class SealValidity { Valid, NotYet, Expired, Frozen };

[[nodiscard]] SealValidity validityOf(const pdf::StoredSeal &seal, const QDateTime &nowUtc);
/// "Round, 42 mm"
[[nodiscard]] QString shapeText(const pdf::StoredSeal &seal);
[[nodiscard]] QString validityText(SealValidity validity);

/// Seals of the cabinet; values only.
class SealListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void replaceAll(const QList<pdf::StoredSeal> &seals);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const pdf::StoredSeal *seal(int row) const;
    [[nodiscard]] int rowOf(const QString &name) const;

private:
    QList<pdf::StoredSeal> m_seals;
};

/// Cards with the seals drawn to one scale; an expired seal is grey.
class SealCardDelegate final : public QStyledItemDelegate
{
public:
    SealCardDelegate(const Theme &theme, const SealListModel &model, QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const pdf::StoredSeal &seal, const QRect &area) const;
    void paintWords(QPainter &painter, const pdf::StoredSeal &seal, const QRect &area) const;

    const Theme &m_theme;
    const SealListModel &m_model;
};

} // namespace andu::ui
