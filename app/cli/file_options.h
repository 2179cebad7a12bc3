// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"

#include <QCommandLineParser>

namespace andu::cli {

/// Options of one command on files. Secrets are named by the file that holds them.
class FileOptions
{
public:
    FileOptions(const QStringList &valued, const QStringList &flags);

    /// False after a usage error, which was said already.
    [[nodiscard]] bool parse(int argc, char **argv);
    /// Words after the command: files.
    [[nodiscard]] QStringList words() const;
    /// The word after "pdf" or "seal".
    [[nodiscard]] const QByteArray &command() const { return m_command; }
    [[nodiscard]] QString value(const char *option) const;
    [[nodiscard]] QStringList values(const char *option) const;
    [[nodiscard]] bool isSet(const char *option) const;
    [[nodiscard]] bool isJson() const { return isSet("json"); }
    /// Secret in the file that @p option names; empty when the option is absent.
    [[nodiscard]] Result<crypto::SecureBytes> secret(const char *option) const;

private:
    QCommandLineParser m_parser;
    QByteArray m_command;
};

} // namespace andu::cli
