// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"
#include "core/pdf/software_signer.h"

#include <QBuffer>

#include <functional>

class QPainter;

namespace andu::pdf::samples {

/// Letters written by hand: @p pages pages of A4, classic cross-reference.
[[nodiscard]] QByteArray plain(int pages);
/// The same with an empty AcroForm text field called "name".
[[nodiscard]] QByteArray withForm();
/// A page painted with Qt, as offices' generators do.
[[nodiscard]] QByteArray painted(const std::function<void(QPainter &)> &paint, int pages = 1);

[[nodiscard]] Result<Document> open(const QByteArray &bytes);
/// A fresh key with a self-signed certificate, as the vault would hand it over.
[[nodiscard]] std::unique_ptr<SoftwareSigner> signer(KeyKind kind = KeyKind::EcP256);

} // namespace andu::pdf::samples
