// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/command_line.h"

#include "server/config/config_keys.h"
#include "server/config/config_sources.h"

namespace pressboard::server {

namespace {

QString usage()
{
    return QStringLiteral(
        "usage: pressboard-server [--config FILE] [--check-config] [--version] [--help]\n"
        "                         [--SETTING VALUE]…\n");
}

bool takeFlag(QStringList &arguments, QLatin1StringView flag)
{
    return arguments.removeAll(QString(flag)) > 0;
}

} // namespace

QString settingsHelp()
{
    QString text;
    for (const ConfigKey &key : configKeys()) {
        const QString flag = QStringLiteral("--%1 %2").arg(QLatin1StringView(key.name),
                                                           QLatin1StringView(key.placeholder));
        text += QStringLiteral("  %1 %2\n").arg(flag, -34).arg(QString::fromUtf8(key.help));
    }
    return text;
}

CommandLine parseServerCommandLine(QStringList arguments, const QProcessEnvironment &environment)
{
    using Action = CommandLine::Action;
    if (takeFlag(arguments, QLatin1StringView("--help"))
        || takeFlag(arguments, QLatin1StringView("-h")))
        return {Action::Help,
                {},
                usage()
                    + QStringLiteral("\nSettings (the same names in the file and, "
                                     "as PRESSBOARD_NAME, in the environment):\n")
                    + settingsHelp()};
    if (takeFlag(arguments, QLatin1StringView("--version")))
        return {Action::Version, {}, {}};
    const bool check = takeFlag(arguments, QLatin1StringView("--check-config"));
    ConfigOrProblems loaded = loadConfig(arguments, environment);
    if (!arguments.isEmpty())
        return {Action::WrongUsage,
                {},
                QStringLiteral("pressboard-server: I do not know \"%1\"\n%2")
                    .arg(arguments.first(), usage())};
    if (const auto *problems = std::get_if<QStringList>(&loaded))
        return {Action::BadConfig, {}, problems->join(QLatin1Char('\n'))};
    return {check ? Action::CheckConfig : Action::Run, std::get<Config>(loaded), {}};
}

} // namespace pressboard::server
