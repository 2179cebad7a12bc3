// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"
#include "app/desktop/demo_server.h"
#include "app/desktop/tour.h"
#include "core/base/literals.h"
#include "core/vault/vault.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace andu;

namespace {

struct Options
{
    desktop::StartOptions start;
    bool isDemo = false;
    QString tourDirectory;
};

Options parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Desktop client for O2OA"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString standard
        = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/default"_s;
    parser.addOption({ u"profile"_s, u"Folder of the account."_s, u"DIR"_s, standard });
    parser.addOption(
        { u"demo"_s, u"Start the evaluation server and sign in to its sample office."_s });
    parser.addOption(
        { u"tour"_s, u"Walk through the program and leave pictures in DIR."_s, u"DIR"_s });
    parser.addOption({ u"language"_s, u"zh_CN or en."_s, u"NAME"_s });
    parser.addOption({ u"scheme"_s, u"light or dark."_s, u"NAME"_s });
    parser.process(application);
    Options options;
    options.start.profile = parser.value(u"profile"_s);
    options.start.language = parser.value(u"language"_s);
    options.start.scheme = parser.value(u"scheme"_s);
    options.isDemo = parser.isSet(u"demo"_s);
    options.tourDirectory = parser.value(u"tour"_s);
    return options;
}

/// Signs in as soon as the page stands, with the passphrase of this run only.
void signInToDemo(desktop::Application &application, const QUrl &server)
{
    ui::SignInForm form;
    form.server = server.toString();
    form.user = u"zhoumin"_s;
    form.password = std::make_shared<crypto::SecureBytes>(QByteArrayView("Yunhu2026"));
    form.passphrase = std::make_shared<crypto::SecureBytes>(QByteArrayView("demo passphrase"));
    application.signIn(form);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setApplicationName(u"andu"_s);
    QApplication::setApplicationVersion(QStringLiteral(ANDU_VERSION));
    QApplication application(argc, argv);
    vault::registerPluginPath();
    Options options = parse(application);
    if (!options.isDemo && options.tourDirectory.isEmpty()) {
        desktop::Application desktop(options.start);
        desktop.start();
        return QApplication::exec();
    }
    const QTemporaryDir place;
    desktop::DemoServer server(place.filePath(u"office"_s), QApplication::applicationDirPath());
    const auto url = server.start();
    if (!url) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(url.error().detail));
        return 1;
    }
    options.start.profile = place.filePath(u"profile"_s);
    options.start.server = *url;
    options.start.user = u"zhoumin"_s;
    desktop::Application desktop(options.start);
    if (options.tourDirectory.isEmpty()) {
        desktop.start();
        signInToDemo(desktop, *url);
        return QApplication::exec();
    }
    desktop::Tour tour(desktop, server, options.tourDirectory);
    QObject::connect(&tour, &desktop::Tour::finished, &application, [](bool isDone) {
        QApplication::exit(isDone ? 0 : 1);
    });
    QTimer::singleShot(0, &tour, &desktop::Tour::start);
    return QApplication::exec();
}
