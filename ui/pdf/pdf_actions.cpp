// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdf_actions.h"

#include "core/base/literals.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace andu::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::PdfActions)
};

constexpr int FoldBelow = 1180;
constexpr double Percents[] = { 50, 75, 100, 125, 150, 200, 300, 400 };

QAction *make(QObject *parent,
              const QString &name,
              const QString &icon,
              const QString &text,
              const QKeySequence &keys = {},
              bool isCheckable = false)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(name);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    action->setCheckable(isCheckable);
    const QString shortcut = keys.toString(QKeySequence::NativeText);
    action->setToolTip(shortcut.isEmpty() ? text : text + u" ("_s + shortcut + u')');
    return action;
}

QToolButton *buttonFor(QAction *action, bool hasText)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setToolButtonStyle(hasText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setIconSize(QSize(16, 16));
    button->setFixedHeight(28);
    button->setAutoRaise(true);
    button->setProperty("role", u"tool"_s);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *makeGap()
{
    auto *gap = new QFrame;
    gap->setProperty("role", u"gap"_s);
    gap->setFixedSize(1, 20);
    return gap;
}

} // namespace

PdfActions::PdfActions(QObject *p)
    : thumbnails(
        make(p, u"thumbnailsAction"_s, u"sidebar"_s, Words::tr("Thumbnails"), Qt::Key_F9, true))
    , outline(make(p, u"outlineAction"_s, u"outline"_s, Words::tr("Outline"), {}, true))
    , zoomOut(make(p, u"zoomOut"_s, u"zoom-out"_s, Words::tr("Smaller"), QKeySequence::ZoomOut))
    , zoomIn(make(p, u"zoomIn"_s, u"zoom-in"_s, Words::tr("Larger"), QKeySequence::ZoomIn))
    , fitWidth(make(p, u"fitWidth"_s, {}, Words::tr("Fit the width"), Qt::CTRL | Qt::Key_2, true))
    , fitPage(make(p, u"fitPage"_s, {}, Words::tr("Fit the page"), Qt::CTRL | Qt::Key_0, true))
    , trueSize(make(p, u"trueSize"_s, {}, Words::tr("True size"), Qt::CTRL | Qt::Key_1, true))
    , onePage(make(p, u"onePage"_s, u"one-page"_s, Words::tr("One page"), {}, true))
    , twoPages(
          make(p, u"twoPages"_s, u"two-pages"_s, Words::tr("Two pages side by side"), {}, true))
    , continuous(make(p, u"continuous"_s, {}, Words::tr("Scroll continuously"), {}, true))
    , turnLeft(make(p, u"turnLeft"_s, {}, Words::tr("Turn left"), Qt::CTRL | Qt::SHIFT | Qt::Key_L))
    , turnRight(
          make(p, u"turnRight"_s, {}, Words::tr("Turn right"), Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , dark(make(p,
                u"darkReading"_s,
                {},
                Words::tr("Dark reading"),
                Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                true))
    , sign(make(p, u"sign"_s, u"handwrite"_s, Words::tr("Sign")))
    , seal(make(p, u"seal"_s, u"seal"_s, Words::tr("Seal")))
    , seam(make(p, u"seam"_s, u"seam-seal"_s, Words::tr("Seam seal")))
    , batch(make(p, u"batch"_s, u"batch"_s, Words::tr("Batch")))
    , print(make(p, u"print"_s, u"print"_s, Words::tr("Print"), QKeySequence::Print))
    , saveCopy(make(p, u"saveCopy"_s, u"export"_s, Words::tr("Save a copy"), QKeySequence::SaveAs))
    , verify(make(p, u"verify"_s, u"verify"_s, Words::tr("Verify")))
    , find(make(p, u"find"_s, u"search"_s, Words::tr("Find"), QKeySequence::Find))
    , findNext(make(p, u"findNext"_s, u"chevron-down"_s, Words::tr("Next place"), Qt::Key_F3))
    , findPrevious(make(p,
                        u"findPrevious"_s,
                        u"chevron-up"_s,
                        Words::tr("Previous place"),
                        Qt::SHIFT | Qt::Key_F3))
    , goToPage(make(p, u"goToPage"_s, {}, Words::tr("Go to page…"), Qt::CTRL | Qt::Key_G))
    , copy(make(p, u"copy"_s, u"copy"_s, Words::tr("Copy")))
    , undo(make(p, u"undo"_s, u"undo"_s, Words::tr("Undo"), QKeySequence::Undo))
    , panel(make(p, u"panel"_s, u"certificate"_s, Words::tr("Signature panel"), Qt::Key_F10, true))
    , longTerm(make(p, u"longTerm"_s, u"clock"_s, Words::tr("Add long-term validation")))
{
    continuous->setChecked(true);
    onePage->setChecked(true);
    fitWidth->setChecked(true);
    thumbnails->setChecked(true);
    panel->setChecked(true);
}

QList<QAction *> PdfActions::all() const
{
    return { thumbnails, outline,      zoomOut,    zoomIn,   fitWidth,  fitPage, trueSize,
             onePage,    twoPages,     continuous, turnLeft, turnRight, dark,    sign,
             seal,       seam,         batch,      print,    saveCopy,  verify,  find,
             findNext,   findPrevious, goToPage,   copy,     undo,      panel,   longTerm };
}

void PdfActions::refreshIcons(const Theme &theme) const
{
    for (QAction *action : all()) {
        const QString name = action->property("iconName").toString();
        if (!name.isEmpty()) {
            action->setIcon(theme.icon(name, action == verify ? Token::OnAccent : Token::Text2));
        }
    }
}

PdfToolBar::PdfToolBar(const PdfActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_zoom(new QToolButton)
{
    setObjectName(u"pdfToolBar"_s);
    setFixedHeight(44);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(4);
    layout->addWidget(buttonFor(actions.thumbnails, false));
    layout->addWidget(buttonFor(actions.outline, false));
    layout->addSpacing(8);
    layout->addWidget(makeGap());
    layout->addSpacing(8);
    layout->addWidget(buttonFor(actions.zoomOut, false));
    m_zoom->setObjectName(u"zoom"_s);
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    m_zoom->setProperty("role", u"tool"_s);
    m_zoom->setFixedSize(60, 28);
    auto *menu = new QMenu(m_zoom);
    menu->addActions({ actions.fitWidth, actions.fitPage, actions.trueSize });
    menu->addSeparator();
    for (const double percent : Percents) {
        menu->addAction(QLocale().toString(percent) + u" %"_s, this, [this, percent] {
            Q_EMIT percentChosen(percent);
        });
    }
    menu->addSeparator();
    menu->addActions({ actions.continuous, actions.turnLeft, actions.turnRight, actions.dark });
    menu->addAction(actions.goToPage);
    m_zoom->setMenu(menu);
    layout->addWidget(m_zoom);
    layout->addWidget(buttonFor(actions.zoomIn, false));
    layout->addSpacing(8);
    layout->addWidget(makeGap());
    layout->addSpacing(8);
    layout->addWidget(buttonFor(actions.onePage, false));
    layout->addWidget(buttonFor(actions.twoPages, false));
    layout->addSpacing(8);
    layout->addWidget(makeGap());
    layout->addSpacing(8);
    for (QAction *action : { actions.sign, actions.seal, actions.seam, actions.batch }) {
        layout->addWidget(buttonFor(action, true));
        layout->addSpacing(8);
    }
    layout->addStretch();
    for (QAction *action : { actions.print, actions.saveCopy }) {
        QToolButton *button = buttonFor(action, true);
        m_foldable.append(button);
        layout->addWidget(button);
        layout->addSpacing(8);
    }
    layout->addWidget(buttonFor(actions.panel, false));
    layout->addSpacing(8);
    QToolButton *verify = buttonFor(actions.verify, true);
    verify->setProperty("role", u"primaryTool"_s);
    layout->addWidget(verify);
}

void PdfToolBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    for (QToolButton *button : m_foldable) {
        button->setToolButtonStyle(width() < FoldBelow ? Qt::ToolButtonIconOnly
                                                       : Qt::ToolButtonTextBesideIcon);
    }
}

void PdfToolBar::setPercent(double percent)
{
    m_zoom->setText(QLocale().toString(qRound(percent)) + u'%');
    m_zoom->setAccessibleName(tr("Zoom: %1").arg(m_zoom->text()));
}

} // namespace andu::ui
