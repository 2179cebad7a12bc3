// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/pdf_sign_options.h"

namespace andu::cli {

[[nodiscard]] bool isLongTerm(const FileOptions &options);

/// Validation data (B-LT) and, with --lta, a document time stamp over it (B-LTA), appended to the
/// file itself. Gives the names of the certificates nothing was found about.
[[nodiscard]] Result<QStringList> makeLongTerm(const QString &path,
                                               const crypto::SecureBytes &password,
                                               const FileOptions &options,
                                               const SignTools &tools);

} // namespace andu::cli
