// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/alarm_duties.h"

#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::Shop;
using std::chrono::seconds;

/// What the one who writes says of alarms, as time goes by.
class TestAlarmDuties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goesOnWhenNobodyTakesIt();
    void anotherTextIsTheSameAlarm();
    void saysNothingOfWhatIsTaken();
    void tellsItsSenderThatNobodyTookIt();
    void aStepEndsWithItsAlarm();
    void aStepThatCameTooLateIsTaken();
    void whatEachTakesForHimselfGoesNowhere();

private:
    QList<AlarmDuty> dutiesAt(int second) const
    {
        return alarmDuties(m_shop.book, momentOf(m_alarm) + seconds(second));
    }
    void append(const AlarmDuty &duty)
    {
        m_shop.last.ms += 1000;
        Event event = duty.event;
        event.id = m_shop.last;
        apply(m_shop.book, event);
    }
    void say(const char *alarm)
    {
        const QByteArray text =
            R"({"message":"缺纸","title":"印刷","call":"paper","alarm":)" + QByteArray(alarm) + '}';
        m_shop.notice(text.constData(), {QStringLiteral("dept_7")});
        m_alarm = m_shop.last;
    }

    Shop m_shop;
    StreamId m_alarm;
};

void TestAlarmDuties::init()
{
    m_shop = {};
    m_shop.publisher = publisherOfUser(QStringLiteral("wang"));
    say(R"({"for_s":600,"escalate":[{"after_s":60,"groups":["dept_8"]},
                                    {"after_s":300,"groups":["role_admin"]}]})");
}

void TestAlarmDuties::goesOnWhenNobodyTakesIt()
{
    QVERIFY(dutiesAt(59).isEmpty());
    const auto first = dutiesAt(60);
    QCOMPARE(first.size(), 1);
    QCOMPARE(first[0].ref, "esc:" + m_alarm.toBytes() + ":1");
    QCOMPARE(first[0].event.groups, Audience({QStringLiteral("dept_8")}));
    const Notice step{{}, {}, first[0].event.data};
    QCOMPARE(step.escalates(), m_alarm);
    QCOMPARE(step.message(), QStringLiteral("缺纸"));
    QVERIFY(step.call().isEmpty()); // nobody called twice
    QVERIFY(step.alarm()->length == seconds(540)); // ends with the first one
    QVERIFY(step.alarm()->escalations.isEmpty());
    append(first[0]);
    QCOMPARE(dutiesAt(300).size(), 2); // the first one, which is said once, and the next
    QCOMPARE(dutiesAt(300)[1].ref, "esc:" + m_alarm.toBytes() + ":2");
}

/// Its steps go on, and are not sent anew.
void TestAlarmDuties::anotherTextIsTheSameAlarm()
{
    const auto sayKeyed = [this](const char *message) {
        const QByteArray text = R"({"key":"k","message":")" + QByteArray(message)
            + R"(","alarm":{"for_s":600,"escalate":[{"after_s":60,"groups":["dept_8"]}]}})";
        m_shop.notice(text.constData(), {QStringLiteral("dept_7")});
    };
    m_shop.book = {};
    sayKeyed("a");
    m_alarm = m_shop.last;
    append(dutiesAt(60).constFirst());
    sayKeyed("b");
    QVERIFY(m_shop.last > m_alarm);
    const auto duties = dutiesAt(120);
    QCOMPARE(duties.size(), 1);
    QCOMPARE(duties[0].ref, "esc:" + m_alarm.toBytes() + ":1");
}

void TestAlarmDuties::saysNothingOfWhatIsTaken()
{
    m_shop.settle(m_alarm, "李娜");
    for (const int second : {0, 60, 300, 600, 5000})
        QVERIFY(dutiesAt(second).isEmpty());
}

void TestAlarmDuties::tellsItsSenderThatNobodyTookIt()
{
    const auto duties = dutiesAt(600);
    QCOMPARE(duties.size(), 1); // and nothing goes on any more
    QCOMPARE(duties[0].ref, "untaken:" + m_alarm.toBytes());
    QCOMPARE(duties[0].event.groups, Audience({QStringLiteral("user_wang")}));
    QCOMPARE(duties[0].event.data.value(u"untaken").toString(), m_alarm.toString());
    QVERIFY(dutiesAt(600 + 25 * 3600).isEmpty()); // everybody knows by then
    m_shop = {};
    m_shop.publisher = publisherOfSource(QStringLiteral("ctl"));
    say("{}");
    QVERIFY(dutiesAt(3600).isEmpty()); // a program: nobody to tell
}

void TestAlarmDuties::aStepEndsWithItsAlarm()
{
    append(dutiesAt(60)[0]);
    const StreamId step = m_shop.last;
    m_shop.notice((R"({"message":"","replaces":")" + m_alarm.toBytes() + "\"}").constData());
    const auto duties = dutiesAt(90);
    QCOMPARE(duties.size(), 1);
    QCOMPARE(duties[0].ref, "esc-end:" + step.toBytes());
    append(duties[0]);
    QVERIFY(!m_shop.book.notice(step));
    QVERIFY(dutiesAt(91).isEmpty());
}

void TestAlarmDuties::aStepThatCameTooLateIsTaken()
{
    const AlarmDuty late = dutiesAt(60)[0];
    m_shop.settle(m_alarm, "李娜");
    append(late);
    const StreamId step = m_shop.last;
    const auto duties = dutiesAt(90);
    QCOMPARE(duties.size(), 1);
    append(duties[0]);
    QCOMPARE(m_shop.book.notice(step)->settled->by, QStringLiteral("李娜"));
    QCOMPARE(m_shop.book.notice(m_alarm)->settled->by, QStringLiteral("李娜"));
    QVERIFY(dutiesAt(91).isEmpty());
}

void TestAlarmDuties::whatEachTakesForHimselfGoesNowhere()
{
    m_shop = {};
    m_shop.publisher = publisherOfUser(QStringLiteral("wang"));
    say(R"({"ack":"each","for_s":60})");
    QVERIFY(dutiesAt(61).isEmpty());
}

QTEST_APPLESS_MAIN(TestAlarmDuties)
#include "tst_alarm_duties.moc"
