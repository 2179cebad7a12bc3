// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"
#include "ui/form/attachment_editor.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace andu::ui {

/// All files of a todo with their state, and what may be done with them.
class FilesPanel final : public QWidget
{
    Q_OBJECT

public:
    /// A place of the form that holds files, and what this person may do there.
    struct Site
    {
        QString label;
        AttachmentRules rules;
    };

    explicit FilesPanel(const Theme &theme, QWidget *parent = nullptr);

    void setFiles(const QList<Attachment> &files);
    void setSites(const QList<Site> &sites);

Q_SIGNALS:
    void openWanted(const QString &attachment);
    void saveWanted(const QString &attachment);
    void addWanted(const QString &site, const QStringList &paths);
    void replaceWanted(const QString &attachment, const QString &path);
    void removeWanted(const QString &attachment);
    /// Why files were not taken.
    void refused(const QString &text);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QString current() const;
    [[nodiscard]] QListWidgetItem *makeItem(const Attachment &file) const;
    [[nodiscard]] const Site *siteOf(const QString &id) const;
    /// The only place that takes files; nullptr when there are none or several.
    [[nodiscard]] const Site *onlySite() const;
    void choose(const Site &site);
    void take(const Site &site, const QStringList &paths);
    void replaceCurrent();
    void removeCurrent();
    void showMenu(QPoint place);
    void showState();

    const Theme &m_theme;
    QList<Site> m_sites;
    QList<Attachment> m_files;
    QToolButton *m_add;
    QToolButton *m_open;
    QToolButton *m_save;
    QToolButton *m_replace;
    QToolButton *m_remove;
    QListWidget *m_list;
    QLabel *m_empty;
};

/// Files that a list of a todo shows: without handwriting and sound of opinions.
[[nodiscard]] QList<Attachment> listedFiles(const QList<Attachment> &files);
/// Places of the form that hold files.
[[nodiscard]] QList<FilesPanel::Site> fileSites(const forms::FormSession &session);

} // namespace andu::ui
