// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/attachment_desk.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/domain/account.h"
#include "ui/pdf/pdf_window.h"
#include "ui/text/error_text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

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

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, file.errorString());
    }
    if (file.size() > sync::LargestUploadBytes) {
        return fail(ErrorCode::BadInput, u"the file is too large"_s);
    }
    return file.readAll();
}

/// A seal set in a file of a todo rests on that todo.
ui::SealApproval approvalOf(const Task &task)
{
    ui::SealApproval approval;
    approval.number = task.serial;
    approval.title = task.title;
    approval.job = task.job.text();
    approval.applicant = nameOf(task.creatorPerson);
    return approval;
}

/// The file as it is now: its id and version change when the server has taken it.
Result<Attachment> currentVersion(store::Connection &connection, const ui::TodoFile &known)
{
    const auto files = ui::readFiles(connection, known.task.work);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    for (const Attachment &file : *files) {
        if (file.id == known.file.id) {
            return file;
        }
    }
    for (const Attachment &file : *files) {
        if (file.site == known.file.site && file.name == known.file.name) {
            return file;
        }
    }
    return fail(ErrorCode::NotFound, u"the file is not among the todo's any more"_s);
}

} // namespace

AttachmentDesk::AttachmentDesk(store::Store &store,
                               sync::Commands &commands,
                               const ui::Theme &theme,
                               QSettings &settings,
                               QWidget &window)
    : m_store(store)
    , m_commands(commands)
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
    return inBackground([&blobs, key] { return blobs.read(key); });
}

void AttachmentDesk::open(const ui::TodoFile &file)
{
    if (!file.file.name.endsWith(u".pdf"_s, Qt::CaseInsensitive)) {
        save(file);
        return;
    }
    if (!isHere(file.file)) {
        return;
    }
    const QString name = cleanName(file.file.name);
    whenDone(
        readBlob(file.file.blobKey()), this, [this, name, file](const Result<QByteArray> &bytes) {
            if (!bytes) {
                Q_EMIT told(ui::errorText(bytes.error()));
                return;
            }
            ui::PdfWindow *window = openBytes(name, *bytes, {});
            window->setApproval(approvalOf(file.task));
            connect(window,
                    &ui::PdfWindow::newVersionReady,
                    this,
                    [this, file, window](const QByteArray &changed) {
                        takeNewVersion(file, changed, window);
                    });
        });
}

void AttachmentDesk::sealFile(const QString &seal)
{
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Choose the document to be sealed"), {}, tr("PDF documents (*.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    const auto reading = inBackground([path] { return readFile(path); });
    whenDone(reading, this, [this, path, seal](const Result<QByteArray> &bytes) {
        if (!bytes) {
            Q_EMIT told(ui::errorText(bytes.error()));
            return;
        }
        const QString name = QFileInfo(path).fileName();
        ui::PdfWindow *window = openBytes(name, *bytes, seal);
        connect(window,
                &ui::PdfWindow::newVersionReady,
                this,
                [this, name](const QByteArray &changed) { saveAs(name, changed); });
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

ui::PdfWindow *
AttachmentDesk::openBytes(const QString &name, const QByteArray &bytes, const QString &seal)
{
    ui::PdfWindow *window = makeWindow();
    window->open(name, pdf::view::Content::fromBytes(bytes));
    window->show();
    if (!seal.isEmpty()) {
        window->startSealing(seal);
    }
    return window;
}

void AttachmentDesk::takeNewVersion(const ui::TodoFile &file,
                                    const QByteArray &changed,
                                    QWidget *window)
{
    if (!file.isChangeable) {
        saveAs(cleanName(file.file.name), changed);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question,
                                     tr("New version"),
                                     tr("What is to become of the changed document?"),
                                     QMessageBox::Cancel,
                                     window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(u"newVersion"_s);
    question->setInformativeText(tr("“%1” belongs to “%2”.").arg(file.file.name, file.task.title));
    QPushButton *back
        = question->addButton(tr("Put back as the new version"), QMessageBox::AcceptRole);
    back->setObjectName(u"putBack"_s);
    QPushButton *beside = question->addButton(tr("Add as another file"), QMessageBox::AcceptRole);
    beside->setObjectName(u"putBeside"_s);
    QPushButton *elsewhere = question->addButton(tr("Save to a file …"), QMessageBox::AcceptRole);
    question->setDefaultButton(back);
    connect(question,
            &QMessageBox::buttonClicked,
            this,
            [this, file, changed, back, beside, elsewhere](QAbstractButton *button) {
                if (button == back) {
                    putBack(file, changed);
                } else if (button == beside) {
                    const sync::NewFile added{ file.file.site, cleanName(file.file.name), changed };
                    report(m_commands.addFile(file.task.id, added), added.name);
                } else if (button == elsewhere) {
                    saveAs(cleanName(file.file.name), changed);
                }
            });
    question->open();
}

void AttachmentDesk::putBack(const ui::TodoFile &file, const QByteArray &changed)
{
    const auto reading = m_store.read<Attachment>(
        [file](store::Connection &connection) { return currentVersion(connection, file); });
    whenDone(reading, this, [this, file, changed](const Result<Attachment> &current) {
        if (!current) {
            Q_EMIT told(ui::errorText(current.error()));
            saveAs(cleanName(file.file.name), changed); // What was signed is not lost.
            return;
        }
        const sync::NewFile version{ current->site, current->name, changed };
        report(m_commands.replaceFile(file.task.id, *current, version), current->name);
    });
}

void AttachmentDesk::add(const TaskId &task, const QString &site, const QStringList &paths)
{
    for (const QString &path : paths) {
        const auto reading = inBackground([path] { return readFile(path); });
        whenDone(reading, this, [this, task, site, path](const Result<QByteArray> &bytes) {
            const QString name = QFileInfo(path).fileName();
            if (bytes) {
                report(m_commands.addFile(task, sync::NewFile{ site, name, *bytes }), name);
            } else {
                Q_EMIT told(name + u": "_s + ui::errorText(bytes.error()));
            }
        });
    }
}

void AttachmentDesk::replace(const TaskId &task, const Attachment &file, const QString &path)
{
    const auto reading = inBackground([path] { return readFile(path); });
    whenDone(reading, this, [this, task, file, path](const Result<QByteArray> &bytes) {
        const QString name = QFileInfo(path).fileName();
        if (bytes) {
            report(m_commands.replaceFile(task, file, sync::NewFile{ file.site, name, *bytes }),
                   name);
        } else {
            Q_EMIT told(name + u": "_s + ui::errorText(bytes.error()));
        }
    });
}

void AttachmentDesk::remove(const TaskId &task, const Attachment &file)
{
    report(m_commands.removeFile(task, file), tr("%1 removed").arg(file.name));
}

void AttachmentDesk::report(const QFuture<Result<IntentId>> &writing, const QString &title)
{
    whenDone(writing, this, [this, title](const Result<IntentId> &intent) {
        if (!intent) {
            Q_EMIT told(title + u": "_s + ui::errorText(intent.error()));
        } else if (!intent->isNull()) {
            Q_EMIT queued(*intent, title);
        }
    });
}

void AttachmentDesk::save(const ui::TodoFile &file)
{
    if (!isHere(file.file)) {
        return;
    }
    const QString name = cleanName(file.file.name);
    whenDone(readBlob(file.file.blobKey()), this, [this, name](const Result<QByteArray> &bytes) {
        if (bytes) {
            saveAs(name, *bytes);
        } else {
            Q_EMIT told(ui::errorText(bytes.error()));
        }
    });
}

void AttachmentDesk::keepCopy(const QString &name, const QByteArray &bytes)
{
    saveAs(cleanName(name), bytes);
}

void AttachmentDesk::saveAs(const QString &name, const QByteArray &bytes)
{
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Save the file"), name);
    if (!path.isEmpty()) {
        writeFile(path, bytes);
    }
}

void AttachmentDesk::writeFile(const QString &path, const QByteArray &bytes)
{
    const auto writing = inBackground([path, bytes]() -> Result<void> {
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
