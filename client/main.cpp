// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/application.h"
#include "client/connection/qt_scheduler.h"
#include "client/options.h"
#include "client/settings/settings.h"
#include "client/startup/no_display.h"
#include "client/startup/single_instance.h"
#include "shared/base/version.h"

#include <QApplication>

#include <cstdio>
#include <optional>

using namespace pressboard;
using namespace pressboard::client;

namespace {

QStringList argumentsOf(int count, char **values)
{
    QStringList arguments;
    for (int i = 0; i < count; ++i)
        arguments.append(QString::fromLocal8Bit(values[i]));
    return arguments;
}

void say(std::FILE *where, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), where);
}

int run(QApplication &program, const Options &options)
{
    const SettingsPlace place = SettingsPlace::of(options.settingsFile);
    SingleInstance instance(place.own);
    if (!options.isUnattended() && !instance.claim())
        return 0; // the first one came to the front

    const SystemClock clock;
    QtScheduler scheduler;
    Application application(options, place, clock, scheduler);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application, &Application::raise);
    if (!application.start())
        return 0;
    return program.exec();
}

} // namespace

int main(int argc, char **argv)
{
    const Result<Options> options = Options::parse(argumentsOf(argc, argv));
    if (!options) {
        say(stderr, options.error().message + u'\n');
        return 2;
    }
    if (options->help || options->version) {
        say(stdout,
            options->help ? Options::usage()
                          : QStringLiteral("pressboard %1\n").arg(versionText()));
        return 0;
    }
    QApplication::setApplicationName(QStringLiteral("pressboard"));
    QApplication::setApplicationVersion(QStringLiteral(PRESSBOARD_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("pressboard"));
    std::optional<NoDisplay> guard(std::in_place);
    QApplication program(argc, argv);
    guard.reset();
    return run(program, options.value());
}
