// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/pdf_sign_options.h"
#include "core/pdf/file_output.h"

#include <QTemporaryFile>

namespace andu::cli {

/// What all files of one call share.
struct Stamping
{
    const FileOptions &options;
    pdf::Signer &signer;
    ChosenLook chosen;
    const SignTools *tools; ///< Null when the options need none.
};

/// A file beside the target that is gone unless it took the target's place.
class Staged
{
public:
    explicit Staged(const QString &target);
    [[nodiscard]] QString path() const { return m_file.fileName(); }
    [[nodiscard]] Result<void> moveToTarget();

private:
    QString m_target;
    QTemporaryFile m_file;
};

/// Where a signed file is going. Nothing of it remains unless writeStamped() succeeds.
struct StampedOutput
{
    std::unique_ptr<Staged> staged; ///< When more is appended before the target may change.
    pdf::FileOutput file;
};

/// Begins to copy while the signature is made.
[[nodiscard]] Result<StampedOutput>
startStamped(const FileOptions &options, const QString &source, const QString &target);

/// Writes @p update behind @p document, with the validation data that was asked for, and enters the
/// use in --register. The target is replaced when everything is done, else it is as it was, and a
/// use that was entered is cancelled by a row of its own.
/// @return what there is to say beside the signature.
[[nodiscard]] Result<QJsonObject> writeStamped(const Stamping &stamping,
                                               const QString &source,
                                               StampedOutput &output,
                                               pdf::Document &document,
                                               const pdf::SignRequest &request,
                                               const pdf::SignedUpdate &update);

} // namespace andu::cli
