// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pending_files.h"

#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::sync {

namespace {

AttachmentState stateOf(const Intent &intent)
{
    switch (intent.state) {
    case IntentState::Attention:
        return AttachmentState::Attention;
    case IntentState::Sending:
        return AttachmentState::Sending;
    case IntentState::Queued:
    case IntentState::Delivered:
        break;
    }
    return AttachmentState::Queued;
}

/// What the intent makes of the file it is about.
void apply(Attachment *file, const Intent &intent)
{
    file->name = json::text(intent.payload, "name"_L1);
    file->extension = file->name.section(u'.', -1).toLower();
    file->sizeBytes = intent.payload.value("size"_L1).toInteger();
    file->person = json::text(intent.payload, "person"_L1);
    file->updateUtc = intent.createdUtc;
    file->isDownloaded = true;
    file->state = stateOf(intent);
}

} // namespace

QList<Attachment>
withPending(QList<Attachment> files, const JobId &job, const QList<Intent> &intents)
{
    for (const Intent &intent : intents) {
        if (intent.kind != IntentKind::UploadAttachment || intent.job != job.text()
            || intent.state == IntentState::Delivered) {
            continue;
        }
        const auto id = AttachmentId::parse(json::text(intent.payload, "attachment"_L1));
        const QString action = json::text(intent.payload, "action"_L1);
        const auto found = std::find_if(
            files.begin(), files.end(), [&id](const Attachment &file) { return file.id == id; });
        if (action == u"remove"_s) {
            // One that the server would not let go is shown again, with its mark.
            if (found != files.end() && intent.state == IntentState::Attention) {
                found->state = AttachmentState::Attention;
            } else if (found != files.end()) {
                files.erase(found);
            }
        } else if (found != files.end()) {
            apply(&*found, intent);
        } else if (id) {
            Attachment file;
            file.id = *id;
            file.site = json::text(intent.payload, "site"_L1);
            apply(&file, intent);
            files.append(file);
        }
    }
    return files;
}

} // namespace andu::sync
