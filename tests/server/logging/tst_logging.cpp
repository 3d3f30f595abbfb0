// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging/logging.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pressboard::server;

class TestLogging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names();
    void levels();
    void othersTextIsVisible();
    void jsonIsAnObjectALine();
};

void TestLogging::names()
{
    QCOMPARE(logLevelFromName(u"debug"), LogLevel::Debug);
    QCOMPARE(logLevelFromName(u"info"), LogLevel::Info);
    QCOMPARE(logLevelFromName(u"warning"), LogLevel::Warning);
    QCOMPARE(logLevelFromName(u"error"), LogLevel::Error);
    QVERIFY(!logLevelFromName(u"loud"));
    QVERIFY(!logLevelFromName(u""));
}

void TestLogging::levels()
{
    setUpLogging(LogLevel::Debug);
    QVERIFY(lcPush().isDebugEnabled());
    setUpLogging(LogLevel::Info);
    QVERIFY(!lcPush().isDebugEnabled() && lcPush().isInfoEnabled());
    setUpLogging(LogLevel::Warning);
    QVERIFY(!lcRedis().isInfoEnabled() && lcRedis().isWarningEnabled());
    setUpLogging(LogLevel::Error);
    QVERIFY(!lcLog().isWarningEnabled() && lcLog().isCriticalEnabled());
    setUpLogging(LogLevel::Info);
}

static QStringList lines;

void TestLogging::othersTextIsVisible()
{
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    setUpLogging(LogLevel::Info);
    qCInfo(lcPush).noquote() << QStringLiteral("a\nb\x1b[31m\u202e");
    qCWarning(lcAuth, "%ls", qUtf16Printable(QStringLiteral("a\rb")));
    qInstallMessageHandler(previous);
    QCOMPARE(lines,
             QStringList({QStringLiteral("a\\nb\\u001b[31m\\u202e"), QStringLiteral("a\\rb")}));
}

void TestLogging::jsonIsAnObjectALine()
{
    lines.clear();
    const auto previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    setUpLogging(LogLevel::Info, LogFormat::Json);
    qCWarning(lcAuth).noquote() << QStringLiteral("李 \"a\"\nb\u202e");
    setUpLogging(LogLevel::Info);
    qCInfo(lcPush).noquote() << "text again";
    qInstallMessageHandler(previous);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(!lines.at(0).contains(u'\n') && !lines.at(0).contains(QChar(0x202e)),
             qPrintable(lines.at(0)));
    const QJsonObject object = QJsonDocument::fromJson(lines.at(0).toUtf8()).object();
    QCOMPARE(object.value(QLatin1StringView("message")).toString(),
             QStringLiteral("李 \"a\"\nb\u202e"));
    QCOMPARE(object.value(QLatin1StringView("level")).toString(), QStringLiteral("warning"));
    QCOMPARE(object.value(QLatin1StringView("category")).toString(),
             QStringLiteral("pressboard.auth"));
    QVERIFY(object.value(QLatin1StringView("time")).toString().endsWith(u'Z'));
    QCOMPARE(lines.at(1), QStringLiteral("text again"));
}

QTEST_APPLESS_MAIN(TestLogging)
#include "tst_logging.moc"
