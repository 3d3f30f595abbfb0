// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/component_options.h"
#include "server/config/command_line.h"
#include "server/file_room.h"
#include "server/logging/logging.h"
#include "server/platform/event_dispatcher.h"
#include "server/platform/file_limit.h"
#include "server/platform/large_blocks.h"
#include "server/platform/service_manager.h"
#include "server/platform/unix_signals.h"
#include "server/server.h"
#include "shared/base/version.h"
#include "shared/base/visible_text.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <cstdio>

using namespace pressboard::server;

namespace {

int say(FILE *where, const QString &text, int exitCode)
{
    std::fprintf(where, "%s\n", qUtf8Printable(text));
    std::fflush(where);
    return exitCode;
}

/// With fewer clients where the system does not let it have so many files open.
Config withRoomForRedis(const Config &config)
{
    const qint64 needed = FileRoom::neededBy(config);
    const qint64 allowed = platform::allowOpenFiles(needed);
    const Config fitted = FileRoom::fitted(config, allowed);
    if (fitted.maxClients < config.maxClients || fitted.maxHandshakes < config.maxHandshakes) {
        qCWarning(lcPush,
                  "The system lets this server open %lld files, too few for max-clients %d: it "
                  "takes %d, so that Redis can always be reached. Raise its limit (LimitNOFILE= of "
                  "its unit, ulimit -n) to %lld.",
                  allowed, config.maxClients, fitted.maxClients, needed);
    }
    return fitted;
}

CommandLine readCommandLine()
{
    return parseServerCommandLine(QCoreApplication::arguments().sliced(1),
                                  QProcessEnvironment::systemEnvironment());
}

/// With mistakes in the settings everything goes on as it was.
void reload(Server &server)
{
    const CommandLine line = readCommandLine();
    const QStringList problems = line.action == CommandLine::Action::Run
        ? component_options::problems(line.config)
        : QStringList{line.text};
    for (const QString &problem : problems)
        qCCritical(lcServer).noquote() << "The settings stay as they were:" << problem;
    server.reload(problems.isEmpty() ? withRoomForRedis(line.config) : server.config());
}

int run(QCoreApplication &app, const Config &config)
{
    component_options::setUpLogging(config);
    Server server(withRoomForRedis(config));
    platform::ServiceManager manager;
    platform::UnixSignals signals;
    QObject::connect(&signals, &platform::UnixSignals::stopRequested, &server, &Server::stop);
    QObject::connect(&signals, &platform::UnixSignals::stopRequested, &manager,
                     &platform::ServiceManager::setStopping);
    QObject::connect(&signals, &platform::UnixSignals::reloadRequested, &server,
                     [&server] { reload(server); });
    QObject::connect(
        &server, &Server::serving, &app, [&manager](const QString &address, const QString &ops) {
            const QString line = QStringLiteral("listening on %1, ops on %2").arg(address, ops);
            say(stdout, line, 0);
            manager.setReady(line);
        });
    QObject::connect(
        &server, &Server::failed, &app,
        [&app](const QString &sentence) {
            say(stderr, QStringLiteral("pressboard-server: ") + pressboard::visibleText(sentence),
                0);
            app.exit(1);
        },
        Qt::QueuedConnection);
    QObject::connect(&server, &Server::stopped, &app, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QMetaObject::invokeMethod(&server, &Server::start, Qt::QueuedConnection);
    return app.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    platform::giveLargeBlocksBack();
    platform::installEventDispatcher();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pressboard-server"));
    const CommandLine line = readCommandLine();
    switch (line.action) {
    case CommandLine::Action::Help:
        return say(stdout, line.text, 0);
    case CommandLine::Action::Version:
        return say(stdout, QStringLiteral("pressboard-server ") + pressboard::versionText(), 0);
    case CommandLine::Action::WrongUsage:
        return say(stderr, line.text, 2);
    case CommandLine::Action::BadConfig:
        return say(stderr, line.text, 1);
    case CommandLine::Action::CheckConfig:
    case CommandLine::Action::Run:
        break;
    }
    QStringList problems = component_options::problems(line.config);
    if (line.action == CommandLine::Action::CheckConfig)
        problems +=
            component_options::endedCertificates(line.config, pressboard::SystemClock().now());
    if (!problems.isEmpty())
        return say(stderr, problems.join(QLatin1Char('\n')), 1);
    if (line.action == CommandLine::Action::CheckConfig)
        return say(stdout,
                   QStringLiteral("The configuration is right.\n")
                       + component_options::shopDay(line.config, pressboard::SystemClock().now()),
                   0);
    return run(app, line.config);
}
