// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/domain/work.h"

namespace andu::cli {

/// todo attach ID FILE [--site S | --replace ATTACHMENT]
QCoro::Task<Exit> attachFile(Office *office, Options options);
/// todo detach ID ATTACHMENT
QCoro::Task<Exit> detachFile(Office *office, Options options);
/// todo file ID ATTACHMENT OUT: writes the bytes as they are here, in the clear.
QCoro::Task<Exit> fetchFile(Office *office, Options options);

/// Files of a work with what waits in the outbox.
[[nodiscard]] Result<QList<Attachment>> shownFiles(store::Connection &connection,
                                                   const WorkItem &work);

} // namespace andu::cli
