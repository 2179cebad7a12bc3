// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace andu::cli {

/// A command that works on files instead of an account: `anductl WORD …`.
struct FileCommand
{
    QByteArrayView word;
    QByteArrayView second; ///< Second word; empty: any.
    int (*run)(int argc, char **argv) = nullptr; ///< Gives the exit code of the program.
};

[[nodiscard]] QList<FileCommand> fileCommands();

} // namespace andu::cli
