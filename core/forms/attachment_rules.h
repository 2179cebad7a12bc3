// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/module.h"

namespace andu::forms {

/// A file somebody wants to add.
struct FileOffer
{
    QString name;
    qint64 sizeBytes = 0;
};

/// What may be done with the files of an Attachment module (o2oa-forms 2.6), before the rights of
/// each file.
struct AttachmentRights
{
    bool mayUpload = true;
    bool mayDelete = true;
    bool mayReplace = true;
    bool mayDownload = true;
};

[[nodiscard]] AttachmentRights attachmentRights(const Module &module, bool isReadonly);

/// Why a file is not taken, in the web client's words; nothing when it is. @p present counts the
/// files that are there.
[[nodiscard]] std::optional<QString>
attachmentRefusal(const Module &module, int present, const FileOffer &file);

/// Endings that the module accepts, lower case without dot; empty for any.
[[nodiscard]] QStringList acceptedEndings(const Module &module);

} // namespace andu::forms
