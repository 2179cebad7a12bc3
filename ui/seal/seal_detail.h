// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_cabinet.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QPushButton;

namespace andu::ui {

/// A seal on squared paper, one millimetre of glass for a millimetre of seal.
class TrueSizeSeal final : public QWidget
{
    Q_OBJECT

public:
    explicit TrueSizeSeal(const Theme &theme, QWidget *parent = nullptr);
    void setSeal(const QImage &picture, const QSizeF &sizeMm);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QImage m_picture;
    QSizeF m_sizeMm;
};

/// Right of the cabinet: one seal with everything known of it.
class SealDetail final : public QFrame
{
    Q_OBJECT

public:
    explicit SealDetail(const Theme &theme, QWidget *parent = nullptr);
    void showSeal(const std::optional<pdf::StoredSeal> &seal, int usedToday);

Q_SIGNALS:
    void sealWanted(const QString &name);

private:
    void addRow(const QString &name, const QString &value);

    const Theme &m_theme;
    QLabel *m_name;
    QLabel *m_chip;
    TrueSizeSeal *m_picture;
    QFormLayout *m_rows;
    QPushButton *m_use;
    QString m_sealName;
};

} // namespace andu::ui
