// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "tests/client/notify/notifier_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;

/// What of notices stands on the screen and is heard, and what counts as read.
class TestNoticeToasts : public test::NotifierFixture
{
    Q_OBJECT
private Q_SLOTS:
    void muteLetsOnlyErrorsThrough();
    void aMuteEndsByItself();
    void tellsOnceWhatWasHeld();
    void quietHoursComeAndGo();
    void quietHoursLetThroughWhatTheyWereTold();
    void quietHoursCanBeEndedByHand();
    void whatMustStopNowComesThrough();
    void soundMayBeOff();
    void missedWarningsComeUpAfterASync();
    void aNewStationBeginsWithEverythingRead();
    void aWithdrawnNoticeTakesItsToastAlong();
    void aNoticeThatIsPushedOutTakesItsToastAlong();
    void whatWasReadStaysRead();
    void theTestNoticeTellsItsTime();
    void anEchoedTestTellsTheWayToTheServer();
    void readingTakesTheToastAway();
    void aReplacedNoticeStaysStruck();
};

void TestNoticeToasts::muteLetsOnlyErrorsThrough()
{
    m_shop->goLive();
    m_notifier->doNotDisturb().begin(MuteSpan::UntilClosing);
    QVERIFY(m_notifier->doNotDisturb().isOn());
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->notice(notice("warning", QStringLiteral("19:00 停机")));
    m_shop->notice(notice("error", QStringLiteral("漏墨")));
    QVERIFY(m_toasts.value(0).sound);
    QVERIFY(m_toasts.value(0).sticky);
    QCOMPARE(take(), (QStringList{QStringLiteral("重要·王芳 / 漏墨")}));
    QCOMPARE(m_notifier->unreadCount(), 2);
    m_notifier->doNotDisturb().end();
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    QCOMPARE(take().size(), 1);
}

void TestNoticeToasts::aMuteEndsByItself()
{
    m_shop->goLive();
    const QSignalSpy changed(&m_notifier->doNotDisturb(), &DoNotDisturb::changed);
    m_notifier->doNotDisturb().begin(MuteSpan::Hour);
    QCOMPARE(changed.size(), 1);
    advance(59min);
    QVERIFY(m_notifier->doNotDisturb().isOn());
    advance(1min);
    QVERIFY(!m_notifier->doNotDisturb().isOn());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_settings->mutedUntil());
}

void TestNoticeToasts::tellsOnceWhatWasHeld()
{
    m_settings->setProfile({QStringLiteral("覆膜机"), {QStringLiteral("覆膜")}});
    m_shop->goLive();
    m_notifier->doNotDisturb().begin(MuteSpan::Hour);
    m_shop->notice(notice("warning", QStringLiteral("19:00 停机")));
    m_shop->notice(notice("info", QStringLiteral("盘点")));
    QVERIFY(take().isEmpty());
    advance(1h);
    QCOMPARE(take(), QStringList{QStringLiteral("免打扰期间 2 条 / 点击查看")});
    advance(1h);
    QVERIFY(take().isEmpty());
}

void TestNoticeToasts::quietHoursComeAndGo()
{
    m_settings->setQuiet({*WeekHours::parse(QStringLiteral("1-7 22:00-06:00")), {}, {}});
    m_shop->goLive();
    const QDate day = m_shop->store.today();
    waitUntil(day, QTime(21, 59));
    const QSignalSpy changed(&m_notifier->doNotDisturb(), &DoNotDisturb::changed);
    QVERIFY(!m_notifier->doNotDisturb().isOn());
    advance(1min);
    QVERIFY(m_notifier->doNotDisturb().isOn());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_notifier->doNotDisturb().until(),
             OptionalMoment(momentAt(day.addDays(1), QTime(6, 0), m_shop->store.zone())));
    take();
    m_shop->notice(notice("warning", QStringLiteral("19:00 停机")));
    QVERIFY(take().isEmpty());
    m_shop->notice(notice("error", QStringLiteral("漏墨")));
    QVERIFY(m_toasts.value(0).sound);
    QCOMPARE(take(), QStringList{QStringLiteral("重要·王芳 / 漏墨")});
    waitUntil(day.addDays(1), QTime(6, 0));
    QVERIFY(!m_notifier->doNotDisturb().isOn());
    QCOMPARE(changed.size(), 2);
    QVERIFY(take().contains(QStringLiteral("免打扰期间 1 条 / 点击查看")));
}

void TestNoticeToasts::quietHoursLetThroughWhatTheyWereTold()
{
    QuietSetup quiet{
        *WeekHours::parse(QStringLiteral("1-7 00:00-24:00")), {SoundLevel::Attention}, {}};
    m_settings->setQuiet(quiet);
    m_shop->goLive();
    m_shop->notice(notice("warning", QStringLiteral("19:00 停机")));
    m_shop->notice(notice("info", QStringLiteral("盘点")));
    QCOMPARE(m_toasts.size(), 1);
    QVERIFY(!m_toasts.first().sound); // the toast without its sound
    quiet.heard = {SoundLevel::Attention};
    m_settings->setQuiet(quiet);
    take();
    m_shop->notice(notice("warning", QStringLiteral("20:00 停机")));
    QVERIFY(m_toasts.value(0).sound);
}

void TestNoticeToasts::quietHoursCanBeEndedByHand()
{
    m_settings->setQuiet({*WeekHours::parse(QStringLiteral("1-7 22:00-06:00")), {}, {}});
    m_shop->goLive();
    const QDate day = m_shop->store.today();
    waitUntil(day, QTime(23, 0));
    m_notifier->doNotDisturb().end();
    QVERIFY(!m_notifier->doNotDisturb().isOn());
    waitUntil(day.addDays(1), QTime(21, 0));
    QVERIFY(!m_notifier->doNotDisturb().isOn());
    waitUntil(day.addDays(1), QTime(22, 0)); // the next night is quiet again
    QVERIFY(m_notifier->doNotDisturb().isOn());
}

void TestNoticeToasts::whatMustStopNowComesThrough()
{
    m_settings->setProfile({QStringLiteral("覆膜机"), {QStringLiteral("覆膜")}});
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->steps(101, {QStringLiteral("覆膜")});
    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    take();
    m_notifier->doNotDisturb().begin(MuteSpan::Hour);
    m_shop->setStatus(101, OrderStatus::Cancelled);
    QCOMPARE(take().size(), 1);
}

void TestNoticeToasts::soundMayBeOff()
{
    m_shop->goLive();
    m_settings->setSoundOn(false);
    m_shop->notice(notice("error", QStringLiteral("漏墨")));
    QVERIFY(m_toasts.value(0).sticky);
    QVERIFY(!m_toasts.value(0).sound);
}

void TestNoticeToasts::missedWarningsComeUpAfterASync()
{
    m_shop->goLive();
    m_shop->cut();
    resume();
    for (int i = 1; i <= 4; ++i)
        m_shop->notice(notice("warning", QString::number(i)));
    m_shop->notice(notice("info", QStringLiteral("5")));
    QJsonObject expired = notice("error", QStringLiteral("6"));
    expired.insert(QStringLiteral("expires"), QStringLiteral("2026-11-23T01:00:00Z"));
    m_shop->notice(expired);
    QCOMPARE(take(), QStringList());
    m_shop->beLive();
    QCOMPARE(take(),
             (QStringList{QStringLiteral("注意·王芳 / 2"), QStringLiteral("注意·王芳 / 3"),
                          QStringLiteral("注意·王芳 / 4")}));
    QCOMPARE(m_notifier->unreadCount(), 5);
    m_shop->cut();
    resume();
    m_shop->beLive();
    QCOMPARE(take(), QStringList());
}

void TestNoticeToasts::aNewStationBeginsWithEverythingRead()
{
    m_settings->setNoticesReadUntil({});
    restart();
    m_shop->notices = {{{1'795'399'100'000, 0}, {}, notice("info", QStringLiteral("旧"))},
                       {{1'795'399'100'000, 1}, {}, notice("error", QStringLiteral("漏墨"))}};
    m_shop->last = m_shop->notices.constLast().id;
    m_shop->goLive();
    QCOMPARE(take(), (QStringList{QStringLiteral("重要·王芳 / 漏墨")}));
    QCOMPARE(m_notifier->unreadCount(), 0);
    m_shop->notice(notice("info", QStringLiteral("新")));
    QCOMPARE(m_notifier->unreadCount(), 1);
}

void TestNoticeToasts::aWithdrawnNoticeTakesItsToastAlong()
{
    m_shop->goLive();
    const QSignalSpy withdrawn(m_notifier.get(), &Notifier::toastWithdrawn);
    const StreamId first = m_shop->notice(notice("error", QStringLiteral("漏墨")));
    QJsonObject replacement = notice("info", {});
    replacement.insert(QStringLiteral("replaces"), first.toString());
    m_shop->notice(replacement);
    QCOMPARE(withdrawn.size(), 1);
    QCOMPARE(withdrawn.constFirst().constFirst().toString(), first.toString());
    QCOMPARE(take().constLast(), QStringLiteral("王芳撤回了一条通知 / 漏墨"));
    QCOMPARE(m_notifier->unreadCount(), 0);

    const StreamId second = m_shop->notice(notice("error", QStringLiteral("停电")));
    m_shop->cut();
    m_shop->goLive(Sync::Mode::Snapshot); // without that notice
    QCOMPARE(withdrawn.size(), 2);
    QCOMPARE(withdrawn.constLast().constFirst().toString(), second.toString());
}

/// Nobody took them away, and the list keeps the last ones only: a toast must not outlive its line.
void TestNoticeToasts::aNoticeThatIsPushedOutTakesItsToastAlong()
{
    m_shop->goLive();
    const QSignalSpy withdrawn(m_notifier.get(), &Notifier::toastWithdrawn);
    const StreamId first = m_shop->notice(notice("error", QStringLiteral("漏墨")));
    // Important ones go last: only another one of them pushes it out.
    for (int i = 1; i < limits::noticesPerSender; ++i)
        m_shop->notice(notice("error", QString::number(i)));
    QCOMPARE(withdrawn.size(), 0);
    m_shop->notice(notice("error", QStringLiteral("新")));
    QCOMPARE(withdrawn.size(), 1);
    QCOMPARE(withdrawn.constFirst().constFirst().toString(), first.toString());
}

void TestNoticeToasts::whatWasReadStaysRead()
{
    m_shop->goLive();
    const QSignalSpy unread(m_notifier.get(), &Notifier::unreadChanged);
    const StreamId first = m_shop->notice(notice("error", QStringLiteral("1")));
    m_shop->notice(notice("error", QStringLiteral("2")));
    m_notifier->acknowledge(first.toString());
    QCOMPARE(m_notifier->unreadCount(), 1);
    QCOMPARE(unread.size(), 3);

    restart();
    QCOMPARE(m_notifier->unreadCount(), 1);
    m_shop->cut();
    resume();
    m_shop->beLive();
    QCOMPARE(take(), (QStringList{QStringLiteral("重要·王芳 / 2")}));
    QVERIFY(m_notifier->hasUnreadImportant());
    m_notifier->markAllRead();
    QVERIFY(!m_notifier->hasUnreadImportant());

    restart();
    m_shop->cut();
    resume();
    m_shop->beLive();
    QCOMPARE(take(), QStringList());
}

void TestNoticeToasts::theTestNoticeTellsItsTime()
{
    m_shop->goLive();
    QJsonObject test = notice("info", QStringLiteral("发送测试通知"));
    test.insert(QStringLiteral("test"), true);
    m_notifier->noteTestSent();
    m_shop->clock.advance(38ms);
    m_shop->notice(test);
    QVERIFY(!m_toasts.value(0).sound);
    QCOMPARE(take(), (QStringList{QStringLiteral("测试，无需处理 / 发送测试通知·往返 38 毫秒")}));
    m_shop->notice(test); // another's
    QCOMPARE(take(), (QStringList{QStringLiteral("测试，无需处理 / 发送测试通知")}));
    QCOMPARE(m_notifier->unreadCount(), 0);
    QCOMPARE(newsListed(), QStringList());
}

void TestNoticeToasts::anEchoedTestTellsTheWayToTheServer()
{
    m_shop->goLive();
    m_notifier->noteTestSent();
    m_notifier->tellEcho(12ms);
    QVERIFY(!m_toasts.value(0).sound);
    QCOMPARE(
        take(),
        (QStringList{QStringLiteral("测试，无需处理 / 到服务器往返 12 毫秒，别人没有收到。")}));
    QJsonObject others = notice("info", QStringLiteral("别人的测试"));
    others.insert(QStringLiteral("test"), true);
    m_shop->notice(others); // whose time nobody here knows
    QCOMPARE(take(), (QStringList{QStringLiteral("测试，无需处理 / 别人的测试")}));
}

void TestNoticeToasts::readingTakesTheToastAway()
{
    m_shop->goLive();
    const QSignalSpy withdrawn(m_notifier.get(), &Notifier::toastWithdrawn);
    const StreamId first = m_shop->notice(notice("error", QStringLiteral("漏墨")));
    m_shop->notice(notice("error", QStringLiteral("停电")));
    m_notifier->acknowledge(first.toString());
    QCOMPARE(withdrawn.size(), 1);
    QCOMPARE(withdrawn.constFirst().constFirst().toString(), first.toString());
    m_notifier->markAllRead();
    QCOMPARE(withdrawn.size(), 2);
    QCOMPARE(m_notifier->unreadCount(), 0);
}

void TestNoticeToasts::aReplacedNoticeStaysStruck()
{
    m_shop->goLive();
    const StreamId first = m_shop->notice(notice("warning", QStringLiteral("18:00 停机")));
    advance(6min);
    QJsonObject second = notice("warning", QStringLiteral("19:00 停机"));
    second.insert(QStringLiteral("replaces"), first.toString());
    const StreamId last = m_shop->notice(second);
    const NoticeEntry struck = m_notifier->notices().entry(1);
    QCOMPARE(struck.notice.id, first);
    QCOMPARE(struck.withdrawal, (Withdrawal{QStringLiteral("王芳"), momentOf(last), true}));
    QVERIFY(!struck.isUnread);
    QCOMPARE(m_notifier->unreadCount(), 1);
    m_shop->cut();
    m_shop->notices = m_shop->store.book().notices;
    m_shop->goLive(Sync::Mode::Snapshot); // the book has forgotten it, the station has not
    QCOMPARE(m_notifier->notices().rowCount(), 2);
    QVERIFY(m_notifier->notices().entry(1).withdrawal);
}

QTEST_GUILESS_MAIN(TestNoticeToasts)
#include "tst_notice_toasts.moc"
