// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/file_commands.h"
#include "core/base/literals.h"
#include "core/vault/vault.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

using namespace andu;

namespace {

QString usage()
{
    return QStringLiteral(
        "anductl COMMAND --profile DIR [--json]\n"
        "  login --server URL --user NAME --password-file F [--passphrase-file F]\n"
        "  sync [--full]\n"
        "  todo list [--box task|read|taskcompleted|readcompleted] [--process NAME] [--limit N]\n"
        "  todo show ID\n"
        "  todo save ID --data FILE.json\n"
        "  todo process ID --route NAME --opinion TEXT [--data FILE.json] [--ink PNG]\n"
        "  todo attach ID FILE [--site SITE | --replace ATTACHMENT], todo detach ID ATTACHMENT\n"
        "  todo file ID ATTACHMENT OUT\n"
        "  (todo and process take --queue-only: into the outbox, nothing is sent)\n"
        "  process list\n"
        "  process start FLAG --title T [--data FILE.json] [--identity DN]\n"
        "  outbox list|send|retry ID|beside ID|discard ID\n"
        "  status\n"
        "  form inspect TASK, or form inspect --form F.json --work W.json … (see form --help)\n"
        "Exit: 0 done, 1 failed, 2 usage, 3 needs attention, 4 not valid or not trusted, 5 "
        "offline.");
}

std::optional<cli::Options> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QStringList valued{ u"profile"_s,         u"server"_s, u"user"_s,     u"password-file"_s,
                              u"passphrase-file"_s, u"box"_s,    u"process"_s,  u"route"_s,
                              u"opinion"_s,         u"title"_s,  u"identity"_s, u"data"_s,
                              u"limit"_s,           u"site"_s,   u"replace"_s,  u"ink"_s };
    for (const QString &name : valued) {
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    for (const QString &name : { u"json"_s, u"full"_s, u"queue-only"_s }) {
        parser.addOption(QCommandLineOption(name));
    }
    if (!parser.parse(arguments)) {
        cli::say(parser.errorText());
        return std::nullopt;
    }
    cli::Options options;
    options.words = parser.positionalArguments();
    options.profile = parser.value(u"profile"_s);
    options.server = parser.value(u"server"_s);
    options.user = parser.value(u"user"_s);
    options.passwordFile = parser.value(u"password-file"_s);
    options.passphraseFile = parser.value(u"passphrase-file"_s);
    options.box = parser.value(u"box"_s);
    options.process = parser.value(u"process"_s);
    options.route = parser.value(u"route"_s);
    options.opinion = parser.value(u"opinion"_s);
    options.title = parser.value(u"title"_s);
    options.identity = parser.value(u"identity"_s);
    options.dataFile = parser.value(u"data"_s);
    options.site = parser.value(u"site"_s);
    options.replaced = parser.value(u"replace"_s);
    options.inkFile = parser.value(u"ink"_s);
    bool isNumber = true;
    options.limit = parser.isSet(u"limit"_s) ? parser.value(u"limit"_s).toInt(&isNumber) : 0;
    if (!isNumber || options.limit < 0) {
        cli::say(u"--limit is a number."_s);
        return std::nullopt;
    }
    options.isJson = parser.isSet(u"json"_s);
    options.isFull = parser.isSet(u"full"_s);
    options.isQueueOnly = parser.isSet(u"queue-only"_s);
    if (options.words.isEmpty() || options.profile.isEmpty()) {
        return std::nullopt;
    }
    return options;
}

QCoro::Task<cli::Exit> runIn(cli::Office *office, cli::Options options)
{
    const QString command = options.words.value(0);
    if (command == u"sync"_s) {
        co_return co_await cli::syncNow(office, options);
    }
    if (command == u"todo"_s) {
        co_return co_await cli::todo(office, options);
    }
    if (command == u"process"_s) {
        co_return co_await cli::process(office, options);
    }
    if (command == u"outbox"_s) {
        co_return co_await cli::outbox(office, options);
    }
    if (command == u"status"_s) {
        co_return co_await cli::status(office, options);
    }
    cli::say(usage());
    co_return cli::Exit::Usage;
}

cli::Exit openAndRun(QCoreApplication &application, const cli::Options &options)
{
    std::unique_ptr<cli::Office> office;
    cli::Exit exit = cli::Exit::Failed;
    const auto finish = [&](cli::Exit code) {
        exit = code;
        application.quit();
    };
    QTimer::singleShot(0, &application, [&] {
        if (options.words.first() == u"login"_s) {
            cli::login(options).then(finish);
            return;
        }
        auto unlock = cli::unlockOf(options);
        if (!unlock) {
            finish(cli::complain(unlock.error()));
            return;
        }
        auto session = session::openSession(session::Profile(options.profile), std::move(*unlock));
        if (!session) {
            if (session.error().code == ErrorCode::NotFound) {
                cli::say(u"Nobody has signed in with this profile yet: run login first."_s);
                finish(cli::Exit::Failed);
                return;
            }
            finish(cli::complain(session.error()));
            return;
        }
        office = std::make_unique<cli::Office>(std::move(*session));
        runIn(office.get(), options).then(finish);
    });
    application.exec();
    return exit;
}

} // namespace

int main(int argc, char **argv)
{
    // Commands on files parse their own options and make their own application object.
    if (argc > 1) {
        for (const cli::FileCommand &command : cli::fileCommands()) {
            const bool isSecond = command.second.isEmpty()
                || (argc > 2 && command.second == QByteArrayView(argv[2]));
            if (command.word == QByteArrayView(argv[1]) && isSecond) {
                return command.run(argc, argv);
            }
        }
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"anductl"_s);
    vault::registerPluginPath();
    const auto options = parse(QCoreApplication::arguments());
    if (!options) {
        cli::say(usage());
        return int(cli::Exit::Usage);
    }
    return int(openAndRun(application, *options));
}
