// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notice_news.h"
#include "tests/client/notify/notifier_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

/// An alarm stands and sounds at a station until somebody takes it, and what asks to be confirmed
/// until somebody does.
class TestAlarmToasts : public test::NotifierFixture
{
    Q_OBJECT
private Q_SLOTS:
    void standsAndSoundsUntilItIsTaken();
    void comesThroughEveryMute();
    void isSilentAndUnknownWhileNotLive();
    void isNotRungForWhatWasTakenMeanwhile();
    void pressingItsButtonTakesIt();
    void comesBackWhenItCouldNotBeTaken();
    void anAlarmForEachIsConfirmedHere();
    void isAnOrdinaryNoticeToAServerWithoutAlarms();
    void whatAsksToBeConfirmedStandsUntilThen();
    void readingAllConfirmsNothing();
    void aReminderShowsItAgain();
    void saysWhereACallComesFrom();

private:
    void goLive();
    StreamId alarm(const char *alarm = "true", const char *level = "error");
    StreamId confirmable();

    static inline const QString leak = QStringLiteral("2号机漏墨");
};

void TestAlarmToasts::goLive()
{
    m_shop->features = {QString(protocol::alarmsFeature), QString(protocol::receiptsFeature)};
    m_shop->goLive();
    take();
}

StreamId TestAlarmToasts::alarm(const char *alarm, const char *level)
{
    QJsonObject data = notice(level, leak);
    data.insert(QStringLiteral("alarm"),
                QJsonDocument::fromJson(QByteArray("[") + alarm + "]").array().first());
    return m_shop->notice(data);
}

StreamId TestAlarmToasts::confirmable()
{
    QJsonObject data = notice("info", QStringLiteral("19:00 停机"));
    data.insert(QStringLiteral("confirm"), true);
    return m_shop->notice(data);
}

void TestAlarmToasts::standsAndSoundsUntilItIsTaken()
{
    goLive();
    const QSignalSpy rang(&m_notifier->alarms(), &AlarmWatch::rang);
    const QSignalSpy gone(m_notifier.get(), &Notifier::toastWithdrawn);
    const StreamId id = alarm();
    QCOMPARE(m_toasts.size(), 1);
    QVERIFY(m_toasts.first().sticky);
    QVERIFY(m_toasts.first().isAlarm);
    QVERIFY(!m_toasts.first().sound); // that comes by itself, again and again
    QCOMPARE(m_toasts.first().act, ToastAct::TakeIt);
    QCOMPARE(take(), QStringList{u"重要·王芳 / 2号机漏墨"_qs});
    QCOMPARE(rang.size(), 1);
    advance(59s);
    QCOMPARE(rang.size(), 1);
    advance(1s);
    QCOMPARE(rang.size(), 2);
    QVERIFY(take().isEmpty()); // it stands already
    m_shop->settle(id);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(take(), QStringList{u"已由李娜处理 / 2号机漏墨"_qs});
    advance(5min);
    QCOMPARE(rang.size(), 2);
    QVERIFY(take().isEmpty());
}

void TestAlarmToasts::comesThroughEveryMute()
{
    m_settings->setQuiet({*WeekHours::parse(QStringLiteral("1-7 00:00-24:00")), {}, {}});
    goLive();
    m_notifier->doNotDisturb().begin(MuteSpan::Hour);
    alarm("true", "info");
    QCOMPARE(take().size(), 1);
}

void TestAlarmToasts::isSilentAndUnknownWhileNotLive()
{
    goLive();
    const QSignalSpy rang(&m_notifier->alarms(), &AlarmWatch::rang);
    alarm();
    take();
    m_shop->cut();
    QCOMPARE(take(), QStringList{u"重要·王芳 / 未知是否已处理·2号机漏墨"_qs});
    m_shop->clock.advance(2min);
    m_notifier->tick();
    QCOMPARE(rang.size(), 1);
    resume();
    m_shop->beLive();
    QCOMPARE(rang.size(), 2);
    QVERIFY(take().contains(u"重要·王芳 / 2号机漏墨"_qs));
}

void TestAlarmToasts::isNotRungForWhatWasTakenMeanwhile()
{
    goLive();
    const QSignalSpy rang(&m_notifier->alarms(), &AlarmWatch::rang);
    const StreamId id = alarm();
    m_shop->cut();
    m_shop->clock.advance(2min);
    resume();
    m_shop->settle(id);
    m_shop->beLive();
    QCOMPARE(rang.size(), 1);
    // Nor by a snapshot, for who was not here at all.
    restart();
    const QSignalSpy here(&m_notifier->alarms(), &AlarmWatch::rang);
    advance(1min);
    QVERIFY(here.isEmpty());
    QVERIFY(!take().contains(u"重要·王芳 / 2号机漏墨"_qs));
}

void TestAlarmToasts::pressingItsButtonTakesIt()
{
    goLive();
    const QSignalSpy wanted(m_notifier.get(), &Notifier::takeWanted);
    const QSignalSpy confirmed(m_notifier.get(), &Notifier::noticeConfirmed);
    const StreamId id = alarm();
    take();
    m_notifier->acknowledge(id.toString());
    QCOMPARE(wanted.size(), 1);
    QVERIFY(confirmed.isEmpty());
    m_notifier->noteTaken(id, true);
    m_shop->settle(id);
    advance(2min);
    QVERIFY(take().isEmpty()); // who took it needs no word
}

void TestAlarmToasts::comesBackWhenItCouldNotBeTaken()
{
    goLive();
    const StreamId id = alarm();
    m_notifier->acknowledge(id.toString());
    advance(10s);
    take();
    m_notifier->noteTaken(id, false);
    QCOMPARE(take(), QStringList{u"重要·王芳 / 2号机漏墨"_qs});
}

void TestAlarmToasts::anAlarmForEachIsConfirmedHere()
{
    goLive();
    const QSignalSpy rang(&m_notifier->alarms(), &AlarmWatch::rang);
    const QSignalSpy wanted(m_notifier.get(), &Notifier::takeWanted);
    const QSignalSpy confirmed(m_notifier.get(), &Notifier::noticeConfirmed);
    const StreamId id = alarm(R"({"ack":"each"})");
    QCOMPARE(m_toasts.value(0).act, ToastAct::GotIt);
    m_notifier->acknowledge(id.toString());
    QVERIFY(wanted.isEmpty());
    QCOMPARE(confirmed.size(), 1);
    m_notifier->setConfirmed({id}); // as what keeps the receipts says
    take();
    advance(5min);
    QCOMPARE(rang.size(), 1);
    QVERIFY(take().isEmpty());
}

void TestAlarmToasts::isAnOrdinaryNoticeToAServerWithoutAlarms()
{
    m_shop->goLive();
    take();
    const QSignalSpy rang(&m_notifier->alarms(), &AlarmWatch::rang);
    const StreamId id = alarm();
    QVERIFY(m_toasts.value(0).sound);
    QCOMPARE(m_toasts.value(0).act, ToastAct::GotIt);
    QCOMPARE(take().size(), 1);
    const QSignalSpy wanted(m_notifier.get(), &Notifier::takeWanted);
    m_notifier->acknowledge(id.toString());
    advance(5min);
    QVERIFY(wanted.isEmpty());
    QVERIFY(rang.isEmpty());
    QVERIFY(take().isEmpty());
}

void TestAlarmToasts::whatAsksToBeConfirmedStandsUntilThen()
{
    goLive();
    const QSignalSpy confirmed(m_notifier.get(), &Notifier::noticeConfirmed);
    const QSignalSpy gone(m_notifier.get(), &Notifier::toastWithdrawn);
    const StreamId id = confirmable();
    QVERIFY(m_toasts.value(0).sticky);
    m_notifier->see({id.toString()});
    m_notifier->look(id.toString());
    QVERIFY(confirmed.isEmpty());
    QVERIFY(gone.isEmpty());
    m_notifier->acknowledge(id.toString());
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(gone.size(), 1);
}

void TestAlarmToasts::readingAllConfirmsNothing()
{
    goLive();
    const QSignalSpy confirmed(m_notifier.get(), &Notifier::noticeConfirmed);
    const QSignalSpy gone(m_notifier.get(), &Notifier::toastWithdrawn);
    confirmable();
    m_shop->notice(notice("error", QStringLiteral("漏墨")));
    m_notifier->markAllRead();
    QVERIFY(confirmed.isEmpty());
    QCOMPARE(gone.size(), 1); // the one that asks for nothing
    QCOMPARE(m_notifier->unreadCount(), 0);
}

void TestAlarmToasts::aReminderShowsItAgain()
{
    goLive();
    const StreamId id = confirmable();
    take();
    m_shop->store.handle(protocol::Reminder{id});
    QCOMPARE(take(), QStringList{u"通知·王芳 / 19:00 停机"_qs});
    m_shop->store.handle(protocol::Reminder{{1, 1}}); // one that is gone
    QVERIFY(take().isEmpty());
}

void TestAlarmToasts::saysWhereACallComesFrom()
{
    Notice call{{1, 0}, {}, notice("error", QStringLiteral("缺纸"))};
    call.data.insert(QStringLiteral("call"), QStringLiteral("paper"));
    call.data.insert(QStringLiteral("station"), QStringLiteral("覆膜机-2"));
    call.data.insert(QStringLiteral("step"), QStringLiteral("覆膜"));
    call.data.insert(QStringLiteral("order_no"), QStringLiteral("PO1"));
    QCOMPARE(noticeText(call), u"缺纸·覆膜机-2·覆膜·PO1"_qs);
}

QTEST_GUILESS_MAIN(TestAlarmToasts)
#include "tst_alarm_toasts.moc"
