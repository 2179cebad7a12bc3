// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/attachment_desk.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/pdf_window.h"
#include "ui/text/error_text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QThreadPool>

namespace andu::desktop {

namespace {

/// The name comes from the server: only its last part, and nothing that hides it.
QString cleanName(const QString &given)
{
    QString name = given.section(u'/', -1).section(u'\\', -1);
    name.removeIf([](QChar c) { return c.isNull() || c.category() == QChar::Other_Control; });
    while (name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    return name;
}

template <typename T, typename Work>
QFuture<Result<T>> onPool(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, file.errorString());
    }
    return file.readAll();
}

} // namespace

AttachmentDesk::AttachmentDesk(store::Store &store,
                               const ui::Theme &theme,
                               QSettings &settings,
                               QWidget &window)
    : m_store(store)
    , m_theme(theme)
    , m_settings(settings)
    , m_window(window)
{ }

AttachmentDesk::~AttachmentDesk()
{
    for (const QPointer<ui::PdfWindow> &window : std::as_const(m_windows)) {
        delete window;
    }
}

bool AttachmentDesk::isHere(const Attachment &attachment)
{
    if (!attachment.isDownloaded) {
        Q_EMIT told(tr("This file has not been synced to this computer yet."));
    }
    return attachment.isDownloaded;
}

QFuture<Result<QByteArray>> AttachmentDesk::readBlob(const QString &key)
{
    vault::BlobStore &blobs = m_store.blobs();
    return onPool<QByteArray>([&blobs, key] { return blobs.read(key); });
}

void AttachmentDesk::open(const Attachment &attachment)
{
    if (!attachment.name.endsWith(u".pdf"_s, Qt::CaseInsensitive)) {
        save(attachment);
        return;
    }
    if (!isHere(attachment)) {
        return;
    }
    const QString name = cleanName(attachment.name);
    whenDone(readBlob(attachment.blobKey()), this, [this, name](const Result<QByteArray> &bytes) {
        if (bytes) {
            openBytes(name, *bytes, {});
        } else {
            Q_EMIT told(ui::errorText(bytes.error()));
        }
    });
}

void AttachmentDesk::sealFile(const QString &seal)
{
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Choose the document to be sealed"), {}, tr("PDF documents (*.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    const auto reading = onPool<QByteArray>([path] { return readFile(path); });
    whenDone(reading, this, [this, path, seal](const Result<QByteArray> &bytes) {
        if (bytes) {
            openBytes(QFileInfo(path).fileName(), *bytes, seal);
        } else {
            Q_EMIT told(ui::errorText(bytes.error()));
        }
    });
}

ui::PdfWindow *AttachmentDesk::makeWindow()
{
    auto *window = new ui::PdfWindow(m_theme, m_settings);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setOffice(m_office);
    m_windows.removeIf([](const QPointer<ui::PdfWindow> &known) { return known.isNull(); });
    m_windows.append(window);
    connect(window, &ui::PdfWindow::registerChanged, this, &AttachmentDesk::registerChanged);
    return window;
}

void AttachmentDesk::openBytes(const QString &name, const QByteArray &bytes, const QString &seal)
{
    ui::PdfWindow *window = makeWindow();
    connect(window, &ui::PdfWindow::newVersionReady, this, [this, name](const QByteArray &changed) {
        const QString path
            = QFileDialog::getSaveFileName(&m_window, tr("Save the new version"), name);
        if (!path.isEmpty()) {
            writeFile(path, changed);
        }
    });
    window->open(name, pdf::view::Content::fromBytes(bytes));
    window->show();
    if (!seal.isEmpty()) {
        window->startSealing(seal);
    }
}

void AttachmentDesk::save(const Attachment &attachment)
{
    if (!isHere(attachment)) {
        return;
    }
    const QString path
        = QFileDialog::getSaveFileName(&m_window, tr("Save the file"), cleanName(attachment.name));
    if (path.isEmpty()) {
        return;
    }
    whenDone(readBlob(attachment.blobKey()), this, [this, path](const Result<QByteArray> &bytes) {
        if (bytes) {
            writeFile(path, *bytes);
        } else {
            Q_EMIT told(ui::errorText(bytes.error()));
        }
    });
}

void AttachmentDesk::writeFile(const QString &path, const QByteArray &bytes)
{
    const auto writing = onPool<void>([path, bytes]() -> Result<void> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
            || !file.commit()) {
            return fail(ErrorCode::Storage, file.errorString());
        }
        return {};
    });
    whenDone(writing, this, [this](const Result<void> &done) {
        Q_EMIT told(done ? tr("The file was saved.") : ui::errorText(done.error()));
    });
}

} // namespace andu::desktop
