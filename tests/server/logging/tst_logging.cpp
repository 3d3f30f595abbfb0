// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging/logging.h"

#include <QTest>

using namespace pressboard::server;

class TestLogging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names();
    void levels();
    void othersTextIsVisible();
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

QTEST_APPLESS_MAIN(TestLogging)
#include "tst_logging.moc"
