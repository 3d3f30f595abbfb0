// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/program.h"
#include "server/logging/logging.h"
#include "server/platform/terminal.h"
#include "server/platform/unix_signals.h"
#include "shared/base/version.h"

#include <QCoreApplication>

using namespace pressboard;
using namespace pressboard::server;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pressboardctl"));
    QCoreApplication::setApplicationVersion(versionText());
    // Whoever types a command wants its answer, not the connection's diary.
    setUpLogging(LogLevel::Error);

    QTextStream out(stdout);
    QTextStream err(stderr);
    const SystemClock clock;
    platform::UnixSignals unixSignals;
    ctl::Program program(application.arguments().mid(1), QProcessEnvironment::systemEnvironment(),
                         clock, out, err);
    // Queued: a wrong usage is found before the event loop runs.
    QObject::connect(&program, &ctl::Program::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QObject::connect(&unixSignals, &platform::UnixSignals::stopRequested, &program,
                     &ctl::Program::stop);
    if (platform::isTerminal(stderr))
        program.setErrIsTerminal();
    program.start();
    return application.exec();
}
