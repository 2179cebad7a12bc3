// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/literals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace andu;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(u"data"_s, u"Folder of the server's data."_s, u"DIR"_s));
    parser.addOption(QCommandLineOption(u"port"_s, u"Port; 0 takes a free one."_s, u"N"_s, u"0"_s));
    parser.addOption(
        QCommandLineOption(u"host"_s, u"Address to listen on."_s, u"H"_s, u"127.0.0.1"_s));
    parser.addOption(
        QCommandLineOption(u"sample"_s, u"Fill an empty folder with the sample office."_s));
    parser.addOption(
        QCommandLineOption(u"push-idle"_s,
                           u"Seconds after which a silent push connection is closed."_s,
                           u"N"_s,
                           u"300"_s));
    parser.addHelpOption();
    parser.process(application);
    if (!parser.isSet(u"data"_s)) {
        std::fputs("andu-server --data DIR [--port N] [--host H] [--sample]\n", stderr);
        return 2;
    }
    // Signals end the event loop, so that the rows are closed properly.
    sigset_t signalSet;
    sigemptyset(&signalSet);
    sigaddset(&signalSet, SIGINT);
    sigaddset(&signalSet, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signalSet, nullptr);
    const int descriptor = signalfd(-1, &signalSet, SFD_CLOEXEC);
    const QSocketNotifier notifier(descriptor, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);

    server::OfficeServer office(
        server::ServerOptions{ parser.value(u"data"_s),
                               quint16(parser.value(u"port"_s).toUInt()),
                               parser.value(u"host"_s),
                               parser.isSet(u"sample"_s),
                               std::chrono::seconds(parser.value(u"push-idle"_s).toUInt()) });
    const auto url = office.start();
    if (!url) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(url.error().detail));
        return 1;
    }
    std::printf("%s\n", qUtf8Printable(url->toString()));
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    office.stop();
    return code;
}
