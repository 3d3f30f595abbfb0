// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging/logging.h"

#include "shared/base/time.h"
#include "shared/base/visible_text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pressboard::server {

Q_LOGGING_CATEGORY(lcServer, "pressboard.server")
Q_LOGGING_CATEGORY(lcRedis, "pressboard.redis")
Q_LOGGING_CATEGORY(lcEmbedded, "pressboard.embedded")
Q_LOGGING_CATEGORY(lcIngest, "pressboard.ingest")
Q_LOGGING_CATEGORY(lcLog, "pressboard.log")
Q_LOGGING_CATEGORY(lcPush, "pressboard.push")
Q_LOGGING_CATEGORY(lcAuth, "pressboard.auth")
Q_LOGGING_CATEGORY(lcOps, "pressboard.ops")

std::optional<LogLevel> logLevelFromName(QStringView name)
{
    if (name == u"debug")
        return LogLevel::Debug;
    if (name == u"info")
        return LogLevel::Info;
    if (name == u"warning")
        return LogLevel::Warning;
    if (name == u"error")
        return LogLevel::Error;
    return std::nullopt;
}

static QString filterRules(LogLevel level)
{
    const auto on = [level](LogLevel from) {
        return level <= from ? QLatin1StringView("true") : QLatin1StringView("false");
    };
    return QStringLiteral("pressboard.*.debug=%1\npressboard.*.info=%2\npressboard.*.warning=%3\n")
        .arg(on(LogLevel::Debug), on(LogLevel::Info), on(LogLevel::Warning));
}

// systemd sets JOURNAL_STREAM when stderr goes to the journal, which stamps every line itself and
// reads the priority from "<n>" at its beginning.
static QString journalPrefix()
{
    if (!qEnvironmentVariableIsSet("JOURNAL_STREAM"))
        return {};
    return QStringLiteral("%{if-debug}<7>%{endif}%{if-info}<6>%{endif}%{if-warning}<4>%{endif}"
                          "%{if-critical}<3>%{endif}%{if-fatal}<2>%{endif}");
}

static QString messagePattern(LogFormat format)
{
    const QString prefix = journalPrefix();
    if (format == LogFormat::Json)
        return prefix + QStringLiteral("%{message}"); // which is the whole object by then
    const QString text = QStringLiteral("%{category}: %{message}");
    if (!prefix.isEmpty())
        return prefix + text;
    return QStringLiteral(
               "%{time yyyy-MM-dd HH:mm:ss.zzz} %{if-debug}debug  %{endif}%{if-info}info   "
               "%{endif}%{if-warning}warning%{endif}%{if-critical}error  %{endif}"
               "%{if-fatal}fatal  %{endif} ")
        + text;
}

static QString nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("error");
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("fatal");
}

static QString jsonLine(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    const QJsonObject object{{QStringLiteral("time"), toWire(SystemClock().now())},
                             {QStringLiteral("level"), nameOf(type)},
                             {QStringLiteral("category"), QString::fromUtf8(context.category)},
                             {QStringLiteral("message"), line}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Names, errors of Redis, addresses that strangers ask for: one line is one line, and what it says
/// is all that it does to a terminal.
static QtMessageHandler writeLine = nullptr;
static LogFormat lineFormat = LogFormat::Text;

static void writeVisibly(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    writeLine(type, context,
              visibleText(lineFormat == LogFormat::Json ? jsonLine(type, context, line) : line));
}

void setUpLogging(LogLevel level, LogFormat format)
{
    if (const auto before = qInstallMessageHandler(writeVisibly); before != writeVisibly)
        writeLine = before;
    QLoggingCategory::setFilterRules(filterRules(level));
    lineFormat = format;
    qSetMessagePattern(messagePattern(format));
}

} // namespace pressboard::server
