// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_sign_tools.h"

#include "app/cli/application.h"
#include "app/cli/http_fetch.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/placement.h"
#include "core/pdf/seal_cabinet.h"

namespace andu::cli {

namespace {

QStringList textLines(const FileOptions &options, const pdf::Identity &identity)
{
    const QString given = options.value("text");
    if (!given.isEmpty() && given != u"auto"_s) {
        return given.split(u"\\n"_s);
    }
    QStringList lines{ identity.commonName,
                       QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) };
    if (options.isSet("reason")) {
        lines.append(options.value("reason"));
    }
    return lines;
}

/// The seal of --seal; Refused when it is out of its time or bound to another key.
Result<std::optional<pdf::StoredSeal>> sealOf(const FileOptions &options,
                                              const pdf::Identity &identity)
{
    if (!options.isSet("seal")) {
        return std::optional<pdf::StoredSeal>();
    }
    if (options.isSet("size-mm") || options.isSet("image") || options.isSet("text")) {
        return badOption(u"a seal of the cabinet has its own picture and size"_s);
    }
    auto seal = pdf::SealCabinet(options.value("cabinet")).find(options.value("seal"));
    if (!seal) {
        return tl::unexpected<Error>(seal.error());
    }
    const auto usable
        = pdf::checkUsable(*seal, identity.certificate, QDateTime::currentDateTimeUtc());
    if (!usable) {
        return tl::unexpected<Error>(usable.error());
    }
    return std::optional(std::move(*seal));
}

Result<pdf::Look> lookOf(const FileOptions &options,
                         const pdf::Identity &identity,
                         const std::optional<pdf::StoredSeal> &seal)
{
    pdf::Look look;
    if (showsText(options)) {
        look.lines = textLines(options, identity);
    }
    if (seal) {
        look.picture = pdf::Picture(seal->picture);
        look.sizeMm = seal->sizeMm;
        return look;
    }
    if (options.isSet("image")) {
        const auto picture = pdf::readPicture(options.value("image"));
        if (!picture) {
            return tl::unexpected<Error>(picture.error());
        }
        look.picture = pdf::Picture(*picture);
    }
    return look.isEmpty() ? Result<pdf::Look>(look) : sized(std::move(look), options);
}

Result<ChosenLook> chosenLook(const FileOptions &options, const pdf::Identity &identity)
{
    const auto seal = sealOf(options, identity);
    if (!seal) {
        return tl::unexpected<Error>(seal.error());
    }
    auto look = lookOf(options, identity, *seal);
    if (!look) {
        return tl::unexpected<Error>(look.error());
    }
    ChosenLook chosen{ std::move(*look), {} };
    if (*seal) {
        chosen.seal = ChosenSeal{ (*seal)->name, (*seal)->perDay, (*seal)->esl };
    }
    return chosen;
}

Result<QList<pdf::Part>>
placeByText(pdf::Document &document, const FileOptions &options, QSizeF sizeMm)
{
    if (options.isSet("keyword")) {
        pdf::AtKeyword rule;
        rule.text = options.value("keyword");
        rule.occurrence = options.isSet("every") ? pdf::Occurrence::All : pdf::Occurrence::Last;
        if (options.isSet("page")) {
            const auto page = pageIndex(document, options.value("page"));
            if (!page) {
                return tl::unexpected<Error>(page.error());
            }
            rule.page = *page;
        }
        return pdf::place(document, rule, sizeMm);
    }
    return pdf::place(document, pdf::OverNameAndDate{ options.value("over-name") }, sizeMm);
}

} // namespace

SignTools signTools()
{
    // Only text needs fonts; a GUI application takes its time to start.
    return { chosenLook,
             placeByText,
             httpFetch(),
             [](int &argc, char **argv, const FileOptions &options) {
                 return makeApplication(argc, argv, showsText(options));
             } };
}

} // namespace andu::cli
