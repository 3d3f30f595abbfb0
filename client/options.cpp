// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/options.h"

#include <QCommandLineParser>

namespace pressboard::client {

namespace {

const char usageText[] =
    "Usage: pressboard [options]\n"
    "The desktop of Pressboard: a print shop's live board.\n"
    "\n"
    "  --server URL        the board's server, for this run: a host, host:port or ws(s):// URL\n"
    "  --token TOKEN       the access code for it\n"
    "  --settings FILE     a settings file other than the usual one\n"
    "  --language LANG     zh_CN or en\n"
    "  --kiosk             the board for a screen on the wall; Esc held for 2 seconds leaves it\n"
    "  --station           my steps, for a screen at a machine; Esc held for 2 seconds leaves it\n"
    "  --at-login          start as the settings say for a start at login: perhaps in the tray\n"
    "  --page PAGE         what is in front at first: board, orders, charts or today\n"
    "  --find WORDS        look these up, as if typed into the search with Enter\n"
    "  --screenshot FILE   write a picture of the window, then end\n"
    "  --report FILE       write what the window shows as JSON, then end\n"
    "  --after MS          how long after the start to do so (default 3000)\n"
    "  --version           print the version\n"
    "  --help              print this\n";

QCommandLineOption withValue(const QString &name)
{
    return {name, QString(), name};
}

} // namespace

QString Options::usage()
{
    return QString::fromLatin1(usageText);
}

Result<Options> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const QString &name :
         {QStringLiteral("server"), QStringLiteral("token"), QStringLiteral("settings"),
          QStringLiteral("language"), QStringLiteral("screenshot"), QStringLiteral("report"),
          QStringLiteral("after"), QStringLiteral("page"), QStringLiteral("find")})
        parser.addOption(withValue(name));
    for (const QString &name :
         {QStringLiteral("kiosk"), QStringLiteral("station"), QStringLiteral("at-login"),
          QStringLiteral("help"), QStringLiteral("version")})
        parser.addOption(QCommandLineOption(name));
    if (!parser.parse(arguments))
        return Error{parser.errorText() + QStringLiteral(" --help lists the options.")};
    if (!parser.positionalArguments().isEmpty())
        return Error{QStringLiteral("\"%1\" is not an option; --help lists them.")
                         .arg(parser.positionalArguments().first())};

    const auto value = [&parser](QLatin1StringView name) { return parser.value(name); };
    Options options;
    options.server = value(QLatin1StringView("server"));
    options.token = value(QLatin1StringView("token"));
    options.settingsFile = value(QLatin1StringView("settings"));
    options.language = value(QLatin1StringView("language"));
    options.page = value(QLatin1StringView("page"));
    options.find = value(QLatin1StringView("find"));
    options.screenshot = value(QLatin1StringView("screenshot"));
    options.report = value(QLatin1StringView("report"));
    options.kiosk = parser.isSet(QStringLiteral("kiosk"));
    options.station = parser.isSet(QStringLiteral("station"));
    options.atLogin = parser.isSet(QStringLiteral("at-login"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));

    if (!options.language.isEmpty() && options.language != u"zh_CN" && options.language != u"en")
        return Error{
            QStringLiteral("--language is zh_CN or en, not \"%1\".").arg(options.language)};
    if (options.kiosk && options.station)
        return Error{
            QStringLiteral("--kiosk and --station are two ways to show the board: one of them.")};
    static const QStringList pages{QString(), QStringLiteral("board"), QStringLiteral("orders"),
                                   QStringLiteral("charts"), QStringLiteral("today")};
    if (!pages.contains(options.page))
        return Error{QStringLiteral("--page is board, orders, charts or today, not \"%1\".")
                         .arg(options.page)};
    if (parser.isSet(QStringLiteral("after"))) {
        bool ok = false;
        const int ms = value(QLatin1StringView("after")).toInt(&ok);
        if (!ok || ms < 0)
            return Error{QStringLiteral("--after takes milliseconds, not \"%1\".")
                             .arg(value(QLatin1StringView("after")))};
        options.after = std::chrono::milliseconds(ms);
    }
    return options;
}

} // namespace pressboard::client
