// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/batch_job.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/file_output.h"
#include "core/pdf/view/background.h"
#include "ui/pdf/pdf_text.h"

#include <QFile>
#include <QFileInfo>

namespace andu::ui {

namespace {

BatchResult failed(const Error &error)
{
    return { BatchState::Failed, error, {} };
}

BatchResult sealFile(const QString &source,
                     const QString &target,
                     pdf::Signer &signer,
                     const SealPlan &plan,
                     const SealOffice &office)
{
    if (QFileInfo::exists(target)) {
        return { BatchState::DoneBefore, {}, {} };
    }
    auto document = pdf::Document::openFile(source);
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
                                    QFileInfo(source).completeBaseName(),
                                    document->pageCount().value_or(0),
                                    now.toUTC());
    auto output = pdf::FileOutput::start(source, target);
    if (!output) {
        return failed(output.error());
    }
    const auto update
        = makeSeal(*document, signer, plan, requestFor(plan, *parts, now), office, use, nullptr);
    if (!update) {
        return failed(update.error());
    }
    const auto written = output->commit(*update, document->sizeBytes());
    return written ? BatchResult{ BatchState::Done, {}, {} } : failed(written.error());
}

BatchResult verifyFile(const QString &path, const TrustSettings &trust)
{
    const pdf::view::Content content([path]() -> std::unique_ptr<QIODevice> {
        auto file = std::make_unique<QFile>(path);
        return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
    });
    auto check = checkDocument(content, {}, trust);
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

void BatchJob::seal(const QStringList &files,
                    const QString &targetFolder,
                    const SealPlan &plan,
                    const SealOffice &office)
{
    const auto prepare = [files, targetFolder, plan, office]() -> Result<Step> {
        auto opened = openSigner(plan.key);
        if (!opened) {
            return tl::unexpected<Error>(opened.error());
        }
        const std::shared_ptr<pdf::Signer> signer = std::move(*opened);
        return Step([files, targetFolder, plan, office, signer](int index) {
            const QString &source = files.at(index);
            const QString target = targetFolder + u'/' + QFileInfo(source).fileName();
            return sealFile(source, target, *signer, plan, office);
        });
    };
    run(int(files.size()), prepare);
}

void BatchJob::verify(const QStringList &files, const TrustSettings &trust)
{
    run(int(files.size()), [files, trust]() -> Result<Step> {
        return Step([files, trust](int index) { return verifyFile(files.at(index), trust); });
    });
}

/// The work sends each result as an intermediate value of one future.
void BatchJob::run(int count, std::function<Result<Step>()> prepare)
{
    if (m_isRunning) {
        return;
    }
    m_isRunning = true;
    m_abort = std::make_shared<std::atomic_bool>(false);
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
            *problem = pdfErrorText(step.error());
        }
        for (int i = 0; step && i < count; ++i) {
            promise->addResult(
                Outcome{ i, *abort ? BatchResult{ BatchState::Cancelled, {}, {} } : (*step)(i) });
        }
        promise->finish();
    });
}

} // namespace andu::ui
