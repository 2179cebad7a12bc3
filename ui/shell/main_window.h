// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

class QButtonGroup;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace andu::ui {

class Toast;

/// Rail, header and the pages of the sections. Knows no section; gets its pages from the program.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// @p settings keeps geometry and choices; it outlives the window.
    MainWindow(const Theme &theme, QSettings &settings, QWidget *parent = nullptr);

    /// A section of the rail. @p isFoot puts it at the bottom. The window takes the page.
    void addSection(const QString &id,
                    const QString &text,
                    const QString &icon,
                    QWidget *page,
                    bool isFoot = false);
    void showSection(const QString &id);
    void setBadge(const QString &id, int count);
    /// Panel that opens over the right edge from the outbox button and the sync mark.
    void setOutboxPanel(QWidget *panel);
    void toggleOutbox(bool isShown);
    void setOutboxCount(int waiting, int attention);
    void setStatus(const sync::SyncStatus &status, const QString &text);
    void setPerson(const QString &name);
    [[nodiscard]] Toast &toast() { return *m_toast; }

Q_SIGNALS:
    void searched(const QString &text);
    void syncWanted();
    void signInWanted();
    void signOutWanted();
    void aboutToClose();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeRail();
    void placePanel();
    void refreshIcons();

    struct Section
    {
        QString id;
        QString text;
        QString icon;
        QToolButton *button = nullptr;
        QLabel *badge = nullptr;
    };

    const Theme &m_theme;
    QSettings &m_settings;
    QFrame *m_rail;
    QVBoxLayout *m_railTop;
    QVBoxLayout *m_railFoot;
    QButtonGroup *m_group;
    QStackedWidget *m_pages;
    QLineEdit *m_search;
    QPushButton *m_sync;
    QPushButton *m_outbox;
    QPushButton *m_person;
    QWidget *m_panel = nullptr;
    Toast *m_toast;
    QList<Section> m_sections;
    sync::SyncPhase m_phase = sync::SyncPhase::Idle;
};

} // namespace andu::ui
