// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/cms.h"
#include "core/pdf/document.h"
#include "ui/pdf/web_fetch.h"

#include <QStringList>

namespace andu::ui {

/// Time stamps of signature values from a server (PAdES B-T). Errors begin with "timestamp:".
[[nodiscard]] pdf::TokenSource tokenSource(const QString &url, const CancelFlag &cancel);

/// Appends certificates and revocation data of all signatures (B-LT). Blocking. @p missing receives
/// the names of certificates without revocation data.
[[nodiscard]] Result<QByteArray> addValidationMaterial(pdf::Document &document,
                                                       const CancelFlag &cancel,
                                                       const std::shared_ptr<QStringList> &missing);

/// Appends a time stamp over the whole document (B-LTA). Blocking.
[[nodiscard]] Result<QByteArray>
addDocumentStamp(pdf::Document &document, const QString &url, const CancelFlag &cancel);

/// Whether an error came from the time stamp server rather than from the document.
[[nodiscard]] bool isTimestampError(const Error &error);

} // namespace andu::ui
