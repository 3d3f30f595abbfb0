// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"
#include "tests/server/robots/robot_stand_in.h"

#include <QTest>

using namespace pressboard::test;

/// `pressboardctl robot test NAME`.
class TestRobotTestCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsAMessage();
    void saysWhatTheServiceSaid();
    void saysWhichThereAre();
    void wantsAnAddress();

private:
    static QStringList arguments(const QString &name);
};

QStringList TestRobotTestCommand::arguments(const QString &name)
{
    return {u"--robot"_qs, uR"([{"name":"office","service":"wecom","allow-private":true}])"_qs,
            u"robot"_qs, u"test"_qs, name};
}

static QProcessEnvironment reaching(const RobotStandIn &service)
{
    QProcessEnvironment environment = CtlRun::environment();
    environment.insert(u"PRESSBOARD_ROBOT_OFFICE_URL"_qs, service.url());
    return environment;
}

void TestRobotTestCommand::sendsAMessage()
{
    RobotStandIn service;
    CtlRun run(arguments(u"office"_qs), reaching(service));
    QCOMPARE(run.end(), 0);
    QCOMPARE(service.told().size(), 1);
    QVERIFY(service.told().first().body.contains("测试"));
    QVERIFY2(run.out().contains(u"took the message"_qs), qPrintable(run.out()));
}

void TestRobotTestCommand::saysWhatTheServiceSaid()
{
    RobotStandIn service;
    service.setAnswer("{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
    CtlRun run(arguments(u"office"_qs), reaching(service));
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(u"errcode 93000: invalid webhook url"_qs), qPrintable(run.err()));
}

void TestRobotTestCommand::saysWhichThereAre()
{
    CtlRun run(arguments(u"hall"_qs));
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(u"There is no robot \"hall\"; there are: office"_qs),
             qPrintable(run.err()));
}

void TestRobotTestCommand::wantsAnAddress()
{
    CtlRun run(arguments(u"office"_qs));
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(u"PRESSBOARD_ROBOT_OFFICE_URL"_qs), qPrintable(run.err()));
}

QTEST_GUILESS_MAIN(TestRobotTestCommand)
#include "tst_robot_test_command.moc"
