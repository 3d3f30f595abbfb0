// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// One row of pressboardctl: its name ("user add"), what it takes, and who does it.
struct CommandKind
{
    const char *name;
    const char *usage; ///< after the name: "TYPE JSON [--group G]…"
    const char *help;
    int plain; ///< how many plain arguments there must be
    QList<OptionSpec> options;
    /// The error, a wrong argument, is a matter of usage.
    MadeCommand (*make)(const Arguments &arguments, const Tools &tools);
    /// For COMMAND --help: what it does beyond `help`, and an example.
    const char *more = "";
    bool needsRedis = true;
};

const QList<CommandKind> &commandTable();
/// Takes the name, of one or two words, off the arguments; null when there is no such command.
const CommandKind *takeCommand(QStringList &arguments);
/// All of them, for --help.
QString helpText();
/// What `arguments` ask about when --help is among them: one command, those of "user", or all.
QString helpFor(QStringList arguments);
QString helpOf(const CommandKind &kind);
QString usageOf(const CommandKind &kind);

} // namespace pressboard::server::ctl
