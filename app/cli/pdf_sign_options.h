// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/pdf_commands.h"
#include "core/pdf/seal_cabinet.h"
#include "core/pdf/sign.h"
#include "core/pdf/timestamp.h"

namespace andu::cli {

/// Whether text is drawn: asked for, or a place was given without any picture.
[[nodiscard]] bool showsText(const FileOptions &options);
/// The key that --p12, --pkcs11 or --skf names.
[[nodiscard]] Result<std::unique_ptr<pdf::Signer>> signerOf(const FileOptions &options);
[[nodiscard]] pdf::TimestampAuthority authorityOf(const FileOptions &options);
/// Time stamps of --tsa; with --tsa-optional a server that is down does not stop the signature.
[[nodiscard]] pdf::TokenSource tokenSource(const FileOptions &options);
/// The seal of --seal; Refused when it is out of its time or bound to another key.
[[nodiscard]] Result<std::optional<pdf::StoredSeal>> sealOf(const FileOptions &options,
                                                            const pdf::Identity &identity);
[[nodiscard]] Result<pdf::Look> lookOf(const FileOptions &options,
                                       const pdf::Identity &identity,
                                       const std::optional<pdf::StoredSeal> &seal);
/// Everything else of the request, with the places for this document.
[[nodiscard]] Result<pdf::SignRequest>
requestOf(pdf::Document &document, const FileOptions &options, const pdf::Look &look);

} // namespace andu::cli
