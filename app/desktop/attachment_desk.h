// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/work.h"
#include "core/store/store.h"
#include "ui/pdf/seal_plan.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>
#include <QSettings>
#include <QWidget>

namespace andu::ui {
class PdfWindow;
}

namespace andu::desktop {

/// Opens and saves the files of todos: PDFs in the workbench, others where the person says. Bytes
/// come from the encrypted store and are on the disk in the clear only where a person saves them.
class AttachmentDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive the desk; @p window is the parent of its dialogs.
    AttachmentDesk(store::Store &store,
                   const ui::Theme &theme,
                   QSettings &settings,
                   QWidget &window);
    ~AttachmentDesk() override;

    void setOffice(const ui::SealOffice &office) { m_office = office; }
    void open(const Attachment &attachment);
    void save(const Attachment &attachment);
    /// Asks for a PDF file and begins to seal it with a seal of the cabinet.
    void sealFile(const QString &seal);

Q_SIGNALS:
    /// Something to be said in passing.
    void told(const QString &text);
    void registerChanged();

private:
    [[nodiscard]] bool isHere(const Attachment &attachment);
    [[nodiscard]] ui::PdfWindow *makeWindow();
    void openBytes(const QString &name, const QByteArray &bytes, const QString &seal);
    void writeFile(const QString &path, const QByteArray &bytes);
    /// Reads on the pool: a blob by key, or a file by path.
    [[nodiscard]] QFuture<Result<QByteArray>> readBlob(const QString &key);

    store::Store &m_store;
    const ui::Theme &m_theme;
    QSettings &m_settings;
    QWidget &m_window;
    ui::SealOffice m_office;
    QList<QPointer<ui::PdfWindow>> m_windows;
};

} // namespace andu::desktop
