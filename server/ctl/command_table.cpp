// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/command_table.h"

#include "server/config/config_keys.h"
#include "server/config/config_sources.h"
#include "server/ctl/commands/backup.h"
#include "server/ctl/commands/import.h"
#include "server/ctl/commands/new_log.h"
#include "server/ctl/commands/notices.h"
#include "server/ctl/commands/publish.h"
#include "server/ctl/commands/publish_lines.h"
#include "server/ctl/commands/reset.h"
#include "server/ctl/commands/restore.h"
#include "server/ctl/commands/robot_test.h"
#include "server/ctl/commands/simulate.h"
#include "server/ctl/commands/stations.h"
#include "server/ctl/commands/status.h"
#include "server/ctl/commands/tail.h"
#include "server/ctl/commands/user_add.h"
#include "server/ctl/commands/user_list.h"
#include "server/ctl/commands/user_revoke.h"
#include "server/ctl/commands/user_set.h"
#include "server/ctl/commands/user_token.h"
#include "server/ctl/commands/verify.h"

namespace pressboard::server::ctl {

namespace {

constexpr char groupHelp[] =
    "only for this group: dept_3, role_operator, user_wang; may be repeated. Without\n"
    "it everyone sees it";
constexpr char displayHelp[] = "the name that people see: 李娜";
constexpr char roleHelp[] =
    "admin: everything; operator: reads, sends notices to its departments; viewer: reads;\n"
    "publisher: for programs, publishes events and notices; page: reads, for codes that a\n"
    "proxy adds for whoever opens a page (default: viewer)";
constexpr char departmentHelp[] = "the CRM's id of one; may be repeated";

/// As the usage has it: "--group G".
QString spellingOf(const OptionSpec &option, const CommandKind &kind)
{
    const QString name = QStringLiteral("--") + QLatin1StringView(option.name);
    const QString usage = QString::fromUtf8(kind.usage);
    const qsizetype at = usage.indexOf(name);
    if (!option.takesValue || at < 0)
        return name;
    return usage.mid(at).section(u']', 0, 0);
}

QString indented(const char *text)
{
    return QString::fromUtf8(text).replace(u'\n', QStringLiteral("\n      "));
}

} // namespace

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
         &PublishLines::make,
         "Each event needs a ref of its own, 1 to 64 characters: said again within 24 hours, it "
         "is\n"
         "stored once and answered with the same id.\n\n"
         "  pressboardctl publish - < events.jsonl > answers.jsonl"},
        {"publish",
         "TYPE JSON [--group G]… [--ref R]",
         "put an event into the log; with the same ref, once in 24 hours",
         2,
         {{"group", true, groupHelp},
          {"ref", true,
           "a text of your own: with the same one the event is stored once in 24 hours"}},
         &Publish::make,
         "Prints the event's id. What is wrong with the event is named with its field, and "
         "nothing\n"
         "is written.\n\n"
         "  pressboardctl publish order_notification '{\"order_id\":1,\"status\":2}'"},
        {"notify",
         "MESSAGE [--level info|success|warning|error] [--sender NAME] [--group G]… [--confirm] "
         "[--alarm] [--key K] [--ref R]",
         "show a notice on the boards",
         1,
         {{"level", true, "how important it is (default: info)"},
          {"sender", true, "who says it, as people know them (default: your login)"},
          {"group", true, groupHelp},
          {"confirm", false, "ask each station to confirm it; \"receipts\" tells which did"},
          {"alarm", false, "it rings until somebody takes it; an error, unless --level says else"},
          {"key", true,
           "your own name for it: the next notice with it takes its place, and with an empty\n"
           "MESSAGE takes it back"},
          {"ref", true,
           "a text of your own: with the same one the notice is stored once in 24 hours"}},
         &Publish::makeNotice,
         "  pressboardctl notify '19:00 停机检修' --level warning --group dept_3"},
        {"import",
         "FILE.jsonl [--as-of POSITION] [--complete] [--strict]",
         "bring in the orders a CRM already has, one a line; \"-\" is stdin",
         1,
         {{"as-of", true,
           "the log's position, from \"status\", before FILE was made: what was touched\n"
           "since is newer than the file, and left alone"},
          {"complete", false,
           "FILE has every order: others go, unless touched since, and the computed\n"
           "numbers hold"},
          {"strict", false, "what cannot be read is a mistake, too, and nothing is written"}},
         &Import::make,
         "Checked as a whole before anything is written; only what differs is written, and no "
         "toast\n"
         "comes of it. Run it again after a break, or as often as you like.\n\n"
         "  pressboardctl import orders.jsonl --as-of 1795423846000-0 --complete"},
        {"simulate",
         "[--orders N] [--rate EVENTS_PER_S] [--count N] [--seed N] [--start TIME] [--keep] "
         "[--force]",
         "play a print shop that does not exist",
         0,
         {{"orders", true, "how many orders are in hand (default: 40)"},
          {"rate", true, "events a second (default: 1)"},
          {"count", true, "ends after so many events; without it, at Ctrl-C"},
          {"seed", true, "another number is another shop (default: 1)"},
          {"start", true, "the shop's time at the first event (default: now)"},
          {"keep", false, "leaves its orders at the end"},
          {"force", false, "plays even in a log with real orders"}},
         &Simulate::make,
         "Its orders have ids from 900000000 on. They are removed at the end.\n\n"
         "  pressboardctl simulate --rate 5 --count 100"},
        {"user add",
         "NAME [--display TEXT] [--role ROLE] [--department D]… [--preset DIR]",
         "add a user and print the token, or write a settings file for that PC",
         1,
         {{"display", true, displayHelp},
          {"role", true, roleHelp},
          {"department", true, departmentHelp},
          {"preset", true,
           "writes DIR/NAME.ini, with the server's address and the token, in place of\n"
           "printing it: pressboard --settings NAME.ini"}},
         &UserAdd::make,
         "The token (授权码) is shown this once; Redis keeps only its hash.\n\n"
         "  pressboardctl user add lina --display 李娜 --role operator --department 3"},
        {"user list", "", "who may come in", 0, {}, &UserList::make},
        {"user set",
         "NAME [--display TEXT] [--role ROLE] [--department D]…",
         "change what a user is, without a new token; departments as they are named now, \"\" is "
         "none",
         1,
         {{"display", true, displayHelp},
          {"role", true, roleHelp},
          {"department", true, departmentHelp}},
         &UserSet::make,
         "What is not named stays. It counts at once, for those who are connected, too.\n\n"
         "  pressboardctl user set lina --department 3 --department 4"},
        {"user token",
         "NAME",
         "give a user a new token in place of the old one",
         1,
         {},
         &UserToken::make,
         "The old one counts no longer, at once. Shown this once."},
        {"user revoke",
         "NAME",
         "shut a user out",
         1,
         {},
         &UserRevoke::make,
         "Who is connected is out at once. \"user add\" lets the same name in again, with a new "
         "token."},
        {"status",
         "[--json]",
         "is all well, and what to do when not",
         0,
         {{"json", false, "an object for programs, in place of lines"}},
         &Status::make,
         "A line with !! is a problem, and the → below says what to do. Exit code 0: all is well;\n"
         "1: not, or it cannot tell."},
        {"tail",
         "[--from POSITION]",
         "show what comes into the log, and what is rejected",
         0,
         {{"from", true,
           "begins there, such as 1795423846000-0; 0-0 is all that is kept\n"
           "(default: from now on)"}},
         &Tail::make,
         "Until Ctrl-C, over a restart of Redis, too."},
        {"stations",
         "",
         "which desks and walls there are, who is on, with which version",
         0,
         {},
         &Stations::make,
         "On or off, kind, name, user, version, when it was last seen, system, id. Known for 90 "
         "days."},
        {"notices",
         "",
         "what was sent lately, and how many stations have, saw and confirmed it",
         0,
         {},
         &Notices::make,
         "Errors, notices to be confirmed and alarms; of walls nobody expects more than that they "
         "have it."},
        {"receipts",
         "ID",
         "what each station did with that notice, and when",
         1,
         {},
         &Notices::makeReceipts,
         "Who did least comes first: on or off, kind, name, user, delivered, seen, confirmed.\n\n"
         "  pressboardctl receipts 1795423846000-0"},
        {"robot test",
         "NAME",
         "send a test message to a robot of a chat group",
         1,
         {},
         &RobotTest::make,
         "Sent from this machine with the settings' [[robot]] and its secrets, and says what the\n"
         "robot's service answered. Needs neither Redis nor a server.",
         false},
        {"backup",
         "FILE",
         "write the board, the log's end and the users into a file, while all runs",
         1,
         {},
         &MakeBackup::make,
         "The file is there whole or not at all, and for you alone: it has the hashes of all\n"
         "access codes.\n\n"
         "  pressboardctl backup /var/backups/pressboard/today.backup"},
        {"verify",
         "FILE",
         "is that backup whole",
         1,
         {},
         &Verify::make,
         "Needs neither Redis nor a server.",
         false},
        {"restore",
         "FILE --yes [--replace]",
         "put a backup in place of what is there",
         1,
         {{"yes", false, "without it, says what would be done"},
          {"replace", false, "also where there are orders already; they go for good"}},
         &Restore::make,
         "Into the Redis of the settings, embedded or not: with the embedded one the server must\n"
         "run. What is there stays until all of the backup has come, and is then replaced in one\n"
         "act; broken off before, nothing has changed, and it is run again. Every board shows it\n"
         "at once."},
        {"reset",
         "--yes",
         "empty the log; users stay",
         0,
         {{"yes", false, "without it, says what would be done"}},
         &Reset::make,
         "Orders and notices are gone from every board, and cannot be brought back."},
        {"new-log",
         "",
         "put the log aside and go on with an empty one; orders stay",
         0,
         {},
         &BeginNewLog::make,
         "For a log with an entry from the future, as \"status\" says. The old stream is kept."},
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

QString helpOf(const CommandKind &kind)
{
    QString text = usageOf(kind) + QStringLiteral("\n\n") + QString::fromUtf8(kind.help) + u'\n';
    for (const OptionSpec &option : kind.options)
        text += QStringLiteral("\n  %1\n      %2\n")
                    .arg(spellingOf(option, kind), indented(option.help));
    if (*kind.more)
        text += u'\n' + QString::fromUtf8(kind.more) + u'\n';
    return text;
}

QString helpFor(QStringList arguments)
{
    ConfigSources().readFlags(arguments);
    arguments.removeAll(QStringLiteral("--help"));
    if (const CommandKind *kind = takeCommand(arguments))
        return helpOf(*kind);
    QStringList family;
    for (const CommandKind &kind : commandTable()) {
        const QString name = QString::fromLatin1(kind.name);
        if (!arguments.isEmpty() && name.startsWith(arguments.first() + u' '))
            family << helpOf(kind);
    }
    return family.isEmpty() ? helpText() : family.join(u'\n');
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
    text += QStringLiteral(
        "\n  COMMAND --help, --help, --version\n\nThe configuration file and the environment "
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
