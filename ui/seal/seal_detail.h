// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_cabinet.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

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
    /// The seal with another custodian, state, limit or certificate.
    void changed(const andu::pdf::StoredSeal &seal);
    void failed(const QString &text);

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeFoot();
    [[nodiscard]] QMenu *makeMenu();
    void fillRows(int usedToday);
    void addRow(const QString &name, const QString &value);
    void askCustodian();
    void askPerDay();
    void chooseCertificate();
    void bindTo(const QString &certificateFile);
    void refreshIcons();

    const Theme &m_theme;
    QLabel *m_name;
    QLabel *m_chip;
    TrueSizeSeal *m_picture;
    QFormLayout *m_rows;
    QPushButton *m_use;
    QPushButton *m_handOver;
    QToolButton *m_more;
    QAction *m_freeze = nullptr;
    QAction *m_unbind = nullptr;
    std::optional<pdf::StoredSeal> m_seal;
};

} // namespace andu::ui
