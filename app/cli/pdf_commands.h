// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QCommandLineParser>
#include <QGuiApplication>

#include <memory>

namespace andu::cli {

/// `anductl pdf WORD …`; gives the exit code of the program.
int runPdf(int argc, char **argv);

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

/// Commands that draw text need fonts and thus a GUI application; it is off-screen.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool draws);

/// One sentence on stderr, `{error}` on stdout with --json; the exit code that goes with it.
int reportError(const Error &error, bool isJson);
/// One line of JSON, or the text.
void reportResult(const QJsonObject &object, const QString &text, bool isJson);

} // namespace andu::cli
