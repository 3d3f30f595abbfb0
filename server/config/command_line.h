// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

#include <QProcessEnvironment>

namespace pressboard::server {

/// What pressboard-server was asked to do.
struct CommandLine
{
    enum class Action { Run, CheckConfig, Help, Version, WrongUsage, BadConfig };

    Action action = Action::Run;
    Config config; ///< for Run and CheckConfig
    QString text; ///< for the others, but Version: what to print
};

CommandLine parseServerCommandLine(QStringList arguments, const QProcessEnvironment &environment);

/// The settings as a table for --help.
QString settingsHelp();

} // namespace pressboard::server
