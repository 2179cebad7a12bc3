// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/base/literals.h"
#include "ui/shell/toast.h"
#include "ui/widgets/pictures.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int RailWidth = 72;
constexpr int RailIconsWidth = 48;
constexpr int RailIconsBelow = 1180;
constexpr int PanelWidth = 528;

} // namespace

MainWindow::MainWindow(const Theme &theme, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_rail(new QFrame)
    , m_railTop(new QVBoxLayout)
    , m_railFoot(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_pages(new QStackedWidget)
    , m_search(new QLineEdit)
    , m_sync(new QPushButton)
    , m_outbox(new QPushButton(tr("Outbox")))
    , m_person(new QPushButton)
{
    setWindowTitle(tr("Andu"));
    setMinimumSize(1024, 640);
    auto *shell = new QWidget;
    shell->setObjectName(u"shell"_s);
    shell->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(shell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeRail());
    row->addWidget(m_pages, 1);
    layout->addLayout(row, 1);
    setCentralWidget(shell);
    m_toast = new Toast(shell);
    auto *search = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(search, &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    auto *sync = new QShortcut(QKeySequence(Qt::Key_F5), this);
    connect(sync, &QShortcut::activated, this, &MainWindow::syncWanted);
    connect(&m_theme, &Theme::changed, this, &MainWindow::refreshIcons);
    resize(1440, 900);
    restoreGeometry(m_settings.value("window/geometry").toByteArray());
    refreshIcons();
}

QWidget *MainWindow::makeHeader()
{
    auto *header = new QFrame;
    header->setObjectName(u"header"_s);
    header->setFixedHeight(48);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 8, 16, 8);
    layout->setSpacing(8);
    auto *brand = new QLabel;
    brand->setFixedWidth(RailWidth);
    brand->setAlignment(Qt::AlignCenter);
    brand->setPixmap(brandMark(m_theme, 28));
    layout->addWidget(brand);
    m_search->setObjectName(u"search"_s);
    m_search->setFixedSize(420, 32);
    m_search->setPlaceholderText(tr("Search todos  (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &MainWindow::searched);
    layout->addStretch();
    m_sync->setObjectName(u"syncMark"_s);
    m_sync->setProperty("role", u"mark"_s);
    m_sync->setFixedHeight(28);
    connect(m_sync, &QPushButton::clicked, this, [this] {
        if (m_phase == sync::SyncPhase::SignedOut) {
            Q_EMIT signInWanted();
        } else {
            toggleOutbox(!m_panel || !m_panel->isVisible());
        }
    });
    layout->addWidget(m_sync);
    m_outbox->setObjectName(u"outboxButton"_s);
    m_outbox->setProperty("role", u"mark"_s);
    m_outbox->setFixedHeight(28);
    connect(m_outbox, &QPushButton::clicked, this, [this] {
        toggleOutbox(!m_panel || !m_panel->isVisible());
    });
    layout->addWidget(m_outbox);
    m_person->setProperty("role", u"text"_s);
    m_person->setObjectName(u"person"_s);
    auto *menu = new QMenu(m_person);
    menu->addAction(tr("Sync now"), this, &MainWindow::syncWanted);
    menu->addAction(tr("Sign in again…"), this, &MainWindow::signInWanted);
    menu->addSeparator();
    menu->addAction(tr("Close the account"), this, &MainWindow::signOutWanted);
    m_person->setMenu(menu);
    layout->addWidget(m_person);
    return header;
}

QWidget *MainWindow::makeRail()
{
    m_rail->setObjectName(u"rail"_s);
    m_rail->setFixedWidth(RailWidth);
    auto *layout = new QVBoxLayout(m_rail);
    layout->setContentsMargins(0, 8, 0, 12);
    layout->setSpacing(4);
    m_railTop->setSpacing(4);
    layout->addLayout(m_railTop);
    layout->addStretch();
    layout->addLayout(m_railFoot);
    m_group->setExclusive(true);
    return m_rail;
}

void MainWindow::addSection(
    const QString &id, const QString &text, const QString &icon, QWidget *page, bool isFoot)
{
    Section section{ id, text, icon, new QToolButton, nullptr };
    section.button->setObjectName(u"section/"_s + id);
    section.button->setText(text);
    section.button->setAccessibleName(text);
    section.button->setToolTip(text);
    section.button->setCheckable(true);
    section.button->setProperty("role", u"rail"_s);
    section.button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    section.button->setIconSize({ 20, 20 });
    section.button->setFixedSize(56, 52);
    section.badge = new QLabel(section.button);
    section.badge->setAlignment(Qt::AlignCenter);
    section.badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    section.badge->hide();
    const int index = m_pages->addWidget(page);
    m_group->addButton(section.button, index);
    connect(section.button, &QToolButton::clicked, m_pages, [this, index] {
        m_pages->setCurrentIndex(index);
    });
    (isFoot ? m_railFoot : m_railTop)->addWidget(section.button, 0, Qt::AlignHCenter);
    m_sections.append(section);
    if (m_sections.size() == 1) {
        section.button->setChecked(true);
    }
    refreshIcons();
}

void MainWindow::showSection(const QString &id)
{
    for (const Section &section : std::as_const(m_sections)) {
        if (section.id == id) {
            section.button->click();
        }
    }
}

void MainWindow::setBadge(const QString &id, int count)
{
    for (const Section &section : std::as_const(m_sections)) {
        if (section.id != id) {
            continue;
        }
        section.badge->setVisible(count > 0);
        section.badge->setText(count > 99 ? u"99+"_s : QString::number(count));
        QFont font = m_theme.font(TypeStep::Caption);
        font.setPointSizeF(8);
        font.setBold(true);
        section.badge->setFont(font);
        section.badge->setStyleSheet(
            u"background: %1; color: %2; border-radius: 8px; padding: 0 4px;"_s.arg(
                m_theme.colour(Token::AccentFill).name(), m_theme.colour(Token::OnAccent).name()));
        section.badge->adjustSize();
        section.badge->setFixedHeight(16);
        section.badge->move(section.button->width() - section.badge->width() - 1, 1);
        section.button->setAccessibleDescription(QString::number(count));
    }
}

void MainWindow::setOutboxPanel(QWidget *panel)
{
    m_panel = panel;
    panel->setParent(centralWidget());
    panel->hide();
}

void MainWindow::toggleOutbox(bool isShown)
{
    if (!m_panel) {
        return;
    }
    placePanel();
    m_panel->setVisible(isShown);
    if (isShown) {
        m_panel->raise();
        m_panel->setFocus();
    }
}

void MainWindow::placePanel()
{
    if (m_panel) {
        const QRect area = centralWidget()->rect();
        const int width = std::min(PanelWidth, area.width() - 16);
        m_panel->setGeometry(area.right() - width - 7, 48, width, area.height() - 48 - 8);
    }
}

void MainWindow::setOutboxCount(int waiting, int attention)
{
    m_outbox->setText(waiting > 0 ? tr("Outbox") + u"  "_s + QString::number(waiting)
                                  : tr("Outbox"));
    m_outbox->setProperty("tone", attention > 0 ? u"danger"_s : QString());
    m_outbox->setIcon(m_theme.icon(attention > 0 ? u"attention"_s : u"send"_s,
                                   attention > 0 ? Token::Danger : Token::Accent));
    m_outbox->style()->polish(m_outbox);
}

void MainWindow::setStatus(const sync::SyncStatus &status, const QString &text)
{
    m_phase = status.phase;
    QString icon = u"synced"_s;
    QString tone = u"quiet"_s;
    Token token = Token::Ok;
    switch (status.phase) {
    case sync::SyncPhase::Syncing:
        icon = u"syncing"_s;
        tone.clear();
        token = Token::Accent;
        break;
    case sync::SyncPhase::Offline:
        icon = u"offline"_s;
        tone = u"warn"_s;
        token = Token::Warn;
        break;
    case sync::SyncPhase::SignedOut:
        icon = u"sign-in"_s;
        tone = u"warn"_s;
        token = Token::Warn;
        break;
    case sync::SyncPhase::Attention:
        icon = u"error"_s;
        tone = u"danger"_s;
        token = Token::Danger;
        break;
    case sync::SyncPhase::Idle:
        break;
    }
    m_sync->setText(text);
    m_sync->setIcon(m_theme.icon(icon, token));
    m_sync->setProperty("tone", tone);
    m_sync->style()->unpolish(m_sync);
    m_sync->style()->polish(m_sync);
}

void MainWindow::setPerson(const QString &name)
{
    m_person->setText(name);
    refreshIcons();
}

void MainWindow::refreshIcons()
{
    for (const Section &section : std::as_const(m_sections)) {
        QIcon icon = m_theme.icon(section.icon, Token::Text2);
        for (const qreal ratio : { 1.0, 2.0 }) {
            icon.addPixmap(
                m_theme.pixmap(section.icon, Token::Accent, 20, ratio), QIcon::Normal, QIcon::On);
        }
        section.button->setIcon(icon);
    }
    if (!m_person->text().isEmpty()) {
        QIcon avatar(avatarOf(m_theme, m_person->text(), 24, 1));
        avatar.addPixmap(avatarOf(m_theme, m_person->text(), 24, 2));
        m_person->setIcon(avatar);
        m_person->setIconSize({ 24, 24 });
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool isNarrow = width() < RailIconsBelow;
    m_rail->setFixedWidth(isNarrow ? RailIconsWidth : RailWidth);
    for (const Section &section : std::as_const(m_sections)) {
        section.button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly
                                                    : Qt::ToolButtonTextUnderIcon);
        section.button->setFixedSize(isNarrow ? QSize(40, 40) : QSize(56, 52));
    }
    placePanel();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue("window/geometry", saveGeometry());
    Q_EMIT aboutToClose();
    event->accept();
}

} // namespace andu::ui
