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

QTEST_APPLESS_MAIN(TestLogging)
#include "tst_logging.moc"
