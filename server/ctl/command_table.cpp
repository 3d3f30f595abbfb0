// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/command_table.h"

#include "server/config/config_keys.h"
#include "server/ctl/commands/import.h"
#include "server/ctl/commands/new_log.h"
#include "server/ctl/commands/publish.h"
#include "server/ctl/commands/publish_lines.h"
#include "server/ctl/commands/reset.h"
#include "server/ctl/commands/simulate.h"
#include "server/ctl/commands/status.h"
#include "server/ctl/commands/tail.h"
#include "server/ctl/commands/user_add.h"
#include "server/ctl/commands/user_list.h"
#include "server/ctl/commands/user_revoke.h"
#include "server/ctl/commands/user_set.h"
#include "server/ctl/commands/user_token.h"

namespace pressboard::server::ctl {

const QList<CommandKind> &commandTable()
{
    static const QList<CommandKind> table{
        {"publish -",
         "< EVENTS.jsonl",
         "put events into the log, a line each: "
         "{\"ref\":…,\"type\":…,\"data\":{…},\"groups\":[…]}; each is\n"
         "      answered by a line, with its ref, and its id or why it is refused",
         0,
         {},
         &PublishLines::make},
        {"publish",
         "TYPE JSON [--group G]… [--ref R]",
         "put an event into the log; with the same ref, once in 24 hours",
         2,
         {{"group"}, {"ref"}},
         &Publish::make},
        {"notify",
         "MESSAGE [--level info|success|warning|error] [--group G]… [--ref R]",
         "show a notice on the boards",
         1,
         {{"level"}, {"group"}, {"ref"}},
         &Publish::makeNotice},
        {"import",
         "FILE.jsonl [--as-of POSITION] [--complete] [--strict]",
         "bring in the orders a CRM already has, one a line; \"-\" is stdin",
         1,
         {{"as-of"}, {"complete", false}, {"strict", false}},
         &Import::make},
        {"simulate",
         "[--orders N] [--rate EVENTS_PER_S] [--count N] [--seed N] [--start TIME] [--keep] "
         "[--force]",
         "play a print shop that does not exist",
         0,
         {{"orders"}, {"rate"}, {"count"}, {"seed"}, {"start"}, {"keep", false}, {"force", false}},
         &Simulate::make},
        {"user add",
         "NAME [--display TEXT] [--role admin|operator|viewer|page] [--department D]… [--preset "
         "DIR]",
         "add a user and print the token, or write a settings file for that PC",
         1,
         {{"display"}, {"role"}, {"department"}, {"preset"}},
         &UserAdd::make},
        {"user list", "", "who may come in", 0, {}, &UserList::make},
        {"user set",
         "NAME [--display TEXT] [--role admin|operator|viewer|page] [--department D]…",
         "change what a user is, without a new token; departments as they are named now, \"\" is "
         "none",
         1,
         {{"display"}, {"role"}, {"department"}},
         &UserSet::make},
        {"user token",
         "NAME",
         "give a user a new token in place of the old one",
         1,
         {},
         &UserToken::make},
        {"user revoke", "NAME", "shut a user out", 1, {}, &UserRevoke::make},
        {"status", "", "is all well, and what to do when not", 0, {}, &Status::make},
        {"tail",
         "[--from POSITION]",
         "show what comes into the log, and what is rejected",
         0,
         {{"from"}},
         &Tail::make},
        {"reset", "--yes", "empty the log; users stay", 0, {{"yes", false}}, &Reset::make},
        {"new-log",
         "",
         "put the log aside and go on with an empty one; orders stay",
         0,
         {},
         &BeginNewLog::make},
    };
    return table;
}

const CommandKind *takeCommand(QStringList &arguments)
{
    for (const CommandKind &kind : commandTable()) {
        const QStringList name = QString::fromLatin1(kind.name).split(u' ');
        if (arguments.mid(0, name.size()) != name)
            continue;
        arguments.remove(0, name.size());
        return &kind;
    }
    return nullptr;
}

QString usageOf(const CommandKind &kind)
{
    return QStringLiteral("usage: pressboardctl %1 %2")
        .arg(QLatin1StringView(kind.name), QString::fromUtf8(kind.usage))
        .trimmed();
}

QString helpText()
{
    QString text = QStringLiteral("usage: pressboardctl [--config FILE] [--redis URL | --data-dir "
                                  "DIR] [--prefix P] COMMAND\n\n");
    for (const CommandKind &kind : commandTable()) {
        text += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(QLatin1StringView(kind.name), QString::fromUtf8(kind.usage),
                         QString::fromUtf8(kind.help));
    }
    text += QStringLiteral("\n  --help, --version\n\nThe configuration file and the environment "
                           "are the server's:\n");
    for (const char *name : {"redis", "data-dir", "prefix", "timezone", "status-words"}) {
        const ConfigKey *key = configKey(QString::fromLatin1(name));
        text += QStringLiteral("  --%1 %2\n      %3\n")
                    .arg(QLatin1StringView(name), QLatin1StringView(key->placeholder),
                         QString::fromUtf8(key->help));
    }
    return text + QStringLiteral("\nexit codes: 0 done, 1 failed, 2 wrong usage\n");
}

} // namespace pressboard::server::ctl
