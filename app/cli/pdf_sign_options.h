// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/file_options.h"
#include "core/pdf/sign.h"
#include "core/pdf/timestamp.h"

#include <QCoreApplication>

namespace andu::cli {

/// A seal of the cabinet as far as signing needs it; its picture is in the look.
struct ChosenSeal
{
    QString name;
    std::optional<int> perDay;
    QByteArray esl;
};

/// What is shown, and the seal it comes from.
struct ChosenLook
{
    pdf::Look look;
    std::optional<ChosenSeal> seal;
};

/// What takes libraries for pictures, text and the network. A program without them starts in a
/// fifth of the time, and most signatures need none.
struct SignTools
{
    std::function<Result<ChosenLook>(const FileOptions &, const pdf::Identity &)> look;
    std::function<Result<QList<pdf::Part>>(pdf::Document &, const FileOptions &, QSizeF sizeMm)>
        placeByText;
    pdf::Fetch fetch;
    std::function<std::unique_ptr<QCoreApplication>(int &argc, char **argv, const FileOptions &)>
        makeApplication;
};

/// Whether the options ask for something only SignTools can do.
[[nodiscard]] bool needsTools(const FileOptions &options);
/// Whether text is drawn: asked for, or a place was given without any picture.
[[nodiscard]] bool showsText(const FileOptions &options);

[[nodiscard]] tl::unexpected<Error> badOption(const QString &text);
/// Finite numbers between commas.
[[nodiscard]] Result<QList<double>> numbers(const QString &text, qsizetype least, qsizetype most);
/// Index from 0 of a page named by its number from 1, or "last".
[[nodiscard]] Result<int> pageIndex(pdf::Document &document, const QString &text);

/// Size as given, in exact millimetres; a height that is not given keeps the proportions.
[[nodiscard]] Result<pdf::Look> sized(pdf::Look look, const FileOptions &options);
/// What is shown when no tools are needed: a picture out of a PNG file, or nothing.
[[nodiscard]] Result<pdf::Look> pngLook(const FileOptions &options);
/// BadInput when options do not go together.
[[nodiscard]] Result<void> checked(const FileOptions &options);
/// The key that --p12, --pkcs11 or --skf names.
[[nodiscard]] Result<std::unique_ptr<pdf::Signer>> signerOf(const FileOptions &options);
[[nodiscard]] pdf::TimestampAuthority authorityOf(const FileOptions &options,
                                                  const SignTools &tools);
/// Time stamps of --tsa; with --tsa-optional a server that is down does not stop the signature.
[[nodiscard]] pdf::TokenSource tokenSource(const FileOptions &options, const SignTools &tools);
/// Everything else of the request, with the places for this document. @p tools may be null when
/// the options need none.
[[nodiscard]] Result<pdf::SignRequest> requestOf(pdf::Document &document,
                                                 const FileOptions &options,
                                                 const pdf::Look &look,
                                                 const SignTools *tools);

} // namespace andu::cli
