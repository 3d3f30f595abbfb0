// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/application.h"
#include "client/connection/qt_scheduler.h"
#include "client/options.h"
#include "client/sentence_dialog.h"
#include "client/settings/last_settings_file.h"
#include "client/settings/settings.h"
#include "client/startup/no_display.h"
#include "client/startup/single_instance.h"
#include "client/translations.h"
#include "shared/base/version.h"

#include <QApplication>
#include <QIcon>

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

/// The program's end beside another one that runs; whoever started it from a menu sees no terminal.
int endBeside(const QString &problem)
{
    if (problem.isEmpty())
        return 0; // the other one came to the front
    say(stderr, QStringLiteral("pressboard: %1\n").arg(problem));
    SentenceDialog(problem).exec();
    return 1;
}

/// A start from the menu means the file that was given last; a screen on a wall has one of its own.
void settleSettingsFile(Options &options)
{
    if (options.isUnattended())
        return;
    if (options.settingsFile.isEmpty())
        options.settingsFile = LastSettingsFile::read();
    else if (!options.kiosk)
        LastSettingsFile::note(options.settingsFile);
}

int run(QApplication &program, Options options)
{
    settleSettingsFile(options);
    const SettingsPlace place = SettingsPlace::of(options.settingsFile);
    SingleInstance instance(place.own);
    if (!options.isUnattended()) {
        Translations words; // the settings, which know the language, belong to the other one
        words.use(options.language);
        const auto claim = instance.claim(program.arguments(), SingleInstance::ownScreen());
        if (claim != SingleInstance::Claim::First)
            return endBeside(instance.problem(claim));
    }

    const SystemClock clock;
    QtScheduler scheduler;
    Application application(options, place, clock, scheduler);
    QObject::connect(&instance, &SingleInstance::startedAgain, &application,
                     &Application::startAgain);
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
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/pressboard.svg")));
    return run(program, options.value());
}
