// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAction>
#include <QFrame>

class QLabel;
class QToolButton;

namespace andu::ui {

/// Everything a person can do in the workbench, once: tool bar, menus and keys share these.
struct PdfActions
{
    explicit PdfActions(QObject *parent);

    QAction *thumbnails;
    QAction *outline;
    QAction *zoomOut;
    QAction *zoomIn;
    QAction *fitWidth;
    QAction *fitPage;
    QAction *trueSize;
    QAction *onePage;
    QAction *twoPages;
    QAction *continuous;
    QAction *turnLeft;
    QAction *turnRight;
    QAction *dark;
    QAction *sign;
    QAction *seal;
    QAction *seam;
    QAction *batch;
    QAction *print;
    QAction *saveCopy;
    QAction *verify;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *goToPage;
    QAction *copy;
    QAction *undo;
    QAction *panel;
    QAction *longTerm;

    [[nodiscard]] QList<QAction *> all() const;
    void refreshIcons(const Theme &theme) const;
};

/// The row of buttons under the header.
class PdfToolBar final : public QFrame
{
    Q_OBJECT

public:
    PdfToolBar(const PdfActions &actions, QWidget *parent = nullptr);
    void setPercent(double percent);

Q_SIGNALS:
    void percentChosen(double percent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *m_zoom;
    QList<QToolButton *> m_foldable; ///< Show only their icon when there is little room.
};

} // namespace andu::ui
