// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/work.h"
#include "core/store/store.h"
#include "core/sync/commands.h"
#include "ui/pdf/seal_plan.h"
#include "ui/theme/theme.h"
#include "ui/todo/todo_content.h"

#include <QObject>
#include <QPointer>
#include <QSettings>
#include <QWidget>

namespace andu::ui {
class PdfWindow;
}

namespace andu::desktop {

/// Opens, saves and changes the files of todos: PDFs in the workbench, others where the person
/// says. Bytes come from the encrypted store and are on the disk in the clear only where a person
/// saves them; changes go to the server through the outbox.
class AttachmentDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive the desk; @p window is the parent of its dialogs.
    AttachmentDesk(store::Store &store,
                   sync::Commands &commands,
                   const ui::Theme &theme,
                   QSettings &settings,
                   QWidget &window);
    ~AttachmentDesk() override;

    void setOffice(const ui::SealOffice &office) { m_office = office; }
    void open(const ui::TodoFile &file);
    void save(const ui::TodoFile &file);
    void add(const TaskId &task, const QString &site, const QStringList &paths);
    void replace(const TaskId &task, const Attachment &file, const QString &path);
    void remove(const TaskId &task, const Attachment &file);
    /// Asks where a table goes that the person wants to keep.
    void keepCopy(const QString &name, const QByteArray &bytes);
    /// Asks for a PDF file and begins to seal it with a seal of the cabinet.
    void sealFile(const QString &seal);

Q_SIGNALS:
    /// Something to be said in passing.
    void told(const QString &text);
    /// A change is in the outbox; it can be taken back until it is sent.
    void queued(const andu::IntentId &intent, const QString &title);
    void registerChanged();

private:
    [[nodiscard]] bool isHere(const Attachment &attachment);
    [[nodiscard]] ui::PdfWindow *makeWindow();
    ui::PdfWindow *openBytes(const QString &name, const QByteArray &bytes, const QString &seal);
    /// Where the changed PDF goes: back to the todo, beside it, or into a file.
    void takeNewVersion(const ui::TodoFile &file, const QByteArray &changed, QWidget *window);
    void putBack(const ui::TodoFile &file, const QByteArray &changed);
    void saveAs(const QString &name, const QByteArray &bytes);
    void report(const QFuture<Result<IntentId>> &writing, const QString &title);
    void writeFile(const QString &path, const QByteArray &bytes);
    /// Reads on the pool: a blob by key, or a file by path.
    [[nodiscard]] QFuture<Result<QByteArray>> readBlob(const QString &key);

    store::Store &m_store;
    sync::Commands &m_commands;
    const ui::Theme &m_theme;
    QSettings &m_settings;
    QWidget &m_window;
    ui::SealOffice m_office;
    QList<QPointer<ui::PdfWindow>> m_windows;
};

} // namespace andu::desktop
