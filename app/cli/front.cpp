// SPDX-License-Identifier: GPL-3.0-or-later
// `anductl` as it is typed. What signs or verifies a file without drawing happens here, in a
// program that loads a handful of libraries; everything else is the business of `anductl-full`,
// which takes this process over.
#include "app/cli/pdf_light_commands.h"
#include "app/cli/terminal.h"
#include "core/base/literals.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace andu;

namespace {

constexpr const char *FullName = "anductl-full";

/// Beside this program, or where packages put programs that nobody types.
QByteArray fullProgram()
{
    const QString self = QFile::symLinkTarget(u"/proc/self/exe"_s);
    const QDir folder(self.section(u'/', 0, -2));
    const QString beside = folder.filePath(QLatin1StringView(FullName));
    const QString packaged = folder.filePath(u"../libexec/andu/"_s + QLatin1StringView(FullName));
    return QFile::encodeName(QFile::exists(beside) ? beside : packaged);
}

int becomeFull(char **argv)
{
    const QByteArray program = fullProgram();
    ::execv(program.constData(), argv);
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    cli::say(u"A part of the installation is missing: "_s + QFile::decodeName(program) + u": "_s
             + why);
    return int(cli::Exit::Failed);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == QByteArrayView("pdf")) {
        if (const auto done = cli::runLightPdf(argc, argv, nullptr)) {
            // Everything is written and closed; tearing down what the libraries built takes a tenth
            // of a run.
            std::fflush(nullptr);
            ::_exit(*done);
        }
    }
    return becomeFull(argv);
}
