// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/appearance.h"
#include "core/pdf/cms.h"
#include "core/pdf/form_fields.h"

#include <QDateTime>

#include <atomic>

namespace andu::pdf {

/// A look and one place where it shows. All marks of a request belong to one signature.
struct Mark
{
    Look look;
    Part part;
};

enum class LockAction { All, Include, Exclude };

/// Fields that may not change after this signature (ISO 32000-2, 12.7.5.5).
struct FieldLock
{
    LockAction action = LockAction::All;
    QStringList fields;
};

struct SignRequest
{
    QString field; ///< Existing empty field or the name of a new one; empty: a free name.
    QList<Mark> marks; ///< None: invisible.
    QString reason;
    QString location;
    QString contact;
    std::optional<int> certify; ///< DocMDP P; only for the first signature.
    std::optional<FieldLock> lock;
    QDateTime time; ///< Claimed time, with its offset.
    CmsProfile profile = CmsProfile::Cades;
    QByteArray esl; ///< The electronic seal, for CmsProfile::Ses.
    TokenSource token; ///< Time stamp of the signature value (PAdES B-T).
    const std::atomic_bool *cancel = nullptr;
};

struct SignedUpdate
{
    QByteArray appended; ///< To be written behind the document's bytes.
    QString field;
    qint64 contentsBytes = 0; ///< Room taken by /Contents.
};

/// The update that signs @p document (PAdES B-B, or B-T with a token). Reads the file once, changes
/// nothing. Refused when an earlier signature, a lock or the file forbids it.
[[nodiscard]] Result<SignedUpdate>
sign(Document &document, const SignRequest &request, Signer &signer);

/// Token over the digest of a byte range.
using RangeTokenSource = std::function<Result<QByteArray>(const QByteArray &sha256)>;

/// A document time stamp (PAdES B-LTA) in a field of its own.
[[nodiscard]] Result<SignedUpdate> addDocumentTimestamp(Document &document,
                                                        const RangeTokenSource &token,
                                                        const std::atomic_bool *cancel = nullptr);

/// Empty signature fields, made before certifying so that they may be signed afterwards.
[[nodiscard]] Result<SignedUpdate> reserveFields(Document &document, const QStringList &names);

/// Opens, signs and writes: a copy, or in place when both paths are the same file.
[[nodiscard]] Result<SignedUpdate> signFile(const QString &source,
                                            const QString &target,
                                            const crypto::SecureBytes &password,
                                            const SignRequest &request,
                                            Signer &signer);

} // namespace andu::pdf
