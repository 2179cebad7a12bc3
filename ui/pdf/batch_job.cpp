// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/batch_job.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/file_output.h"
#include "ui/pdf/long_term.h"
#include "ui/pdf/pdf_text.h"

#include <QFile>
#include <QFileInfo>

namespace andu::ui {

namespace {

BatchResult failed(const Error &error)
{
    return { error.code == ErrorCode::WrongKey ? BatchState::NeedsPassword : BatchState::Failed,
             error,
             {} };
}

crypto::SecureBytes copyOf(const pdf::view::SharedSecret &password)
{
    return password ? password->clone() : crypto::SecureBytes();
}

pdf::view::Content contentOf(const QString &path)
{
    return pdf::view::Content([path]() -> std::unique_ptr<QIODevice> {
        auto file = std::make_unique<QFile>(path);
        return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
    });
}

/// Appends validation data and, for the archive, a time stamp to @p updates. What came before an
/// error stands.
std::optional<Error> addLevel(const BatchFile &source,
                              QByteArray &updates,
                              const SealPlan &plan,
                              const CancelFlag &cancel)
{
    using Step = std::function<Result<QByteArray>(pdf::Document &)>;
    QList<Step> steps;
    const LaterSteps later = laterSteps(plan);
    if (later.validationData) {
        steps.append([&cancel](pdf::Document &document) {
            return addValidationMaterial(document, cancel, std::make_shared<QStringList>());
        });
    }
    if (later.documentStamp) {
        steps.append([&](pdf::Document &document) {
            return addDocumentStamp(document, plan.timestampUrl, cancel);
        });
    }
    for (const Step &step : steps) {
        const auto more
            = contentOf(source.path)
                  .withUpdate(updates)
                  .open()
                  .and_then([&](std::unique_ptr<QIODevice> device) {
                      return pdf::Document::open(std::move(device), copyOf(source.password));
                  })
                  .and_then([&](pdf::Document document) { return step(document); });
        if (!more) {
            return more.error();
        }
        updates += *more;
    }
    return std::nullopt;
}

/// The file could not be written: the use that was registered for it did not happen.
void cancelUse(const SealOffice &office, const QString &number, pdf::SealUse use)
{
    if (office.book && !number.isEmpty()) {
        use.number.clear();
        use.cancels = number;
        const auto row = office.book->registerUse(use, {});
        Q_UNUSED(row) // the first error is the one to be told
    }
}

BatchResult sealFile(const BatchFile &source,
                     const QString &target,
                     pdf::Signer &signer,
                     const SealPlan &plan,
                     const SealOffice &office,
                     const CancelFlag &cancel)
{
    if (QFileInfo::exists(target)) {
        return { BatchState::DoneBefore, {}, {} };
    }
    auto document = pdf::Document::openFile(source.path, copyOf(source.password));
    if (!document) {
        return failed(document.error());
    }
    const auto parts = partsFor(*document, plan);
    if (!parts) {
        return failed(parts.error());
    }
    const QDateTime now = QDateTime::currentDateTime();
    const pdf::SealUse use = useFor(plan,
                                    *parts,
                                    office,
                                    QFileInfo(source.path).fileName(),
                                    document->pageCount().value_or(0),
                                    now.toUTC());
    auto output = pdf::FileOutput::start(source.path, target);
    if (!output) {
        return failed(output.error());
    }
    const auto number = std::make_shared<QString>();
    const pdf::SignRequest request = requestFor(plan, *parts, now);
    auto update = makeSeal(*document, signer, plan, request, office, use, number, cancel);
    if (!update) {
        return failed(update.error());
    }
    const auto missing = addLevel(source, *update, plan, cancel);
    const auto written = output->commit(*update, document->sizeBytes());
    if (!written) {
        cancelUse(office, *number, use);
        return failed(written.error());
    }
    return { BatchState::Done, missing, {} };
}

BatchResult verifyFile(const BatchFile &file, const TrustSettings &trust)
{
    auto check = checkDocument(contentOf(file.path), file.password, trust);
    return check ? BatchResult{ BatchState::Done, {}, *check } : failed(check.error());
}

} // namespace

BatchJob::BatchJob(QObject *parent)
    : QObject(parent)
{ }

BatchJob::~BatchJob()
{
    cancel();
}

void BatchJob::cancel()
{
    if (m_abort) {
        m_abort->store(true);
    }
}

void BatchJob::seal(const QList<BatchFile> &files,
                    const QString &targetFolder,
                    const SealPlan &plan,
                    SealOffice office)
{
    if (m_isRunning) {
        return;
    }
    office.keys.reset(); // stays in this thread
    m_abort = std::make_shared<std::atomic_bool>(false);
    const auto prepare
        = [files, targetFolder, plan, office, cancel = CancelFlag(m_abort)]() -> Result<Step> {
        auto opened = openSigner(plan.key);
        if (!opened) {
            return tl::unexpected<Error>(opened.error());
        }
        const std::shared_ptr<pdf::Signer> signer = std::move(*opened);
        return Step([files, targetFolder, plan, office, cancel, signer](int index) {
            const BatchFile &source = files.at(index);
            const QString target = targetFolder + u'/' + QFileInfo(source.path).fileName();
            return sealFile(source, target, *signer, plan, office, cancel);
        });
    };
    run(int(files.size()), prepare);
}

void BatchJob::verify(const QList<BatchFile> &files, const TrustSettings &trust)
{
    if (m_isRunning) {
        return;
    }
    m_abort = std::make_shared<std::atomic_bool>(false);
    run(int(files.size()), [files, trust]() -> Result<Step> {
        return Step([files, trust](int index) { return verifyFile(files.at(index), trust); });
    });
}

/// The work sends each result as an intermediate value of one future.
void BatchJob::run(int count, std::function<Result<Step>()> prepare)
{
    m_isRunning = true;
    struct Outcome
    {
        int index = -1;
        BatchResult result;
    };
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Outcome>(this);
    const auto problem = std::make_shared<QString>();
    connect(watcher, &QFutureWatcherBase::resultReadyAt, this, [this, watcher](int at) {
        const Outcome outcome = watcher->resultAt(at);
        Q_EMIT fileDone(outcome.index, outcome.result);
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, problem] {
        watcher->deleteLater();
        m_isRunning = false;
        Q_EMIT finished(*problem);
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, prepare, count, problem, abort = m_abort] {
        const auto step = prepare();
        if (!step) {
            *problem = keyErrorText(step.error());
        }
        for (int i = 0; step && i < count; ++i) {
            promise->addResult(
                Outcome{ i, *abort ? BatchResult{ BatchState::Cancelled, {}, {} } : (*step)(i) });
        }
        promise->finish();
    });
}

} // namespace andu::ui
