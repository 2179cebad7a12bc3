// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

#include <QIODevice>
#include <QImage>

#include <memory>

namespace Poppler {
class Document;
}

namespace andu::pdf {

/// Opens a document with Poppler, its chatter silenced. @p device must outlive the result.
[[nodiscard]] Result<std::unique_ptr<Poppler::Document>>
loadForReading(QIODevice &device, const crypto::SecureBytes &password);

enum class Paper { White, Transparent };

/// Displayed page as a picture.
[[nodiscard]] Result<QImage>
renderPage(Poppler::Document &document, int page, double dpi, Paper paper = Paper::White);

} // namespace andu::pdf
