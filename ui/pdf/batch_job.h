// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/document_check.h"
#include "ui/pdf/seal_plan.h"

#include <QObject>

#include <atomic>

namespace andu::ui {

enum class BatchState { Waiting, Done, DoneBefore, NeedsPassword, Failed, Cancelled };

/// A file and what opens it, if it is protected.
struct BatchFile
{
    QString path;
    pdf::view::SharedSecret password;
};

/// What became of one file.
struct BatchResult
{
    BatchState state = BatchState::Waiting;
    std::optional<Error> error; ///< With Done: what could not be added to the signature.
    std::optional<DocumentCheck> check; ///< When verifying.
};

/// Seals or verifies many files, one after the other, in the background. A sealed file appears
/// whole in the target folder or not at all; a file that is already there is not sealed again, so
/// that a batch cut short can be started once more.
class BatchJob final : public QObject
{
    Q_OBJECT

public:
    explicit BatchJob(QObject *parent = nullptr);
    ~BatchJob() override;

    void seal(const QList<BatchFile> &files,
              const QString &targetFolder,
              const SealPlan &plan,
              SealOffice office);
    void verify(const QList<BatchFile> &files, const TrustSettings &trust);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void fileDone(int index, const andu::ui::BatchResult &result);
    /// Exactly once for a start. A problem kept it from beginning; empty otherwise.
    void finished(const QString &problem);

private:
    using Step = std::function<BatchResult(int index)>;
    void run(int count, std::function<Result<Step>()> prepare);

    std::shared_ptr<std::atomic_bool> m_abort;
    bool m_isRunning = false;
};

} // namespace andu::ui
