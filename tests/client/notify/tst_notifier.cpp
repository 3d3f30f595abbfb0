// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/notify/notifier_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;

/// Days of a station, told by the clock.
class TestNotifier : public test::NotifierFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aLostConnectionIsToldAfterTenSeconds();
    void aShortCutIsNoNews();
    void aProgramThatNeverGotThroughHasLostNothing();
    void aPlannedStopIsToldAsSuch();
    void backAfterAReplay();
    void backAfterASnapshot();
    void backFromALostSource();
    void aLostSourceToastsNothingSingly();
    void backWithNothingNew();
    void replaysToastNothingSingly();
    void theMorningBeginsWithWhatHappened();
    void theDayBeginsWithWhatIsDue();
    void oneOrderDueIsNotCountedTwice();
    void theDaysStartIsToldOnce();
    void aComputersClockThatIsSetTellsNothing();
    void aDayGreetedTooEarlyIsGreetedAgain();
    void becomingOverdueIsTold();
    void theSilentCrmIsToldToWhoMayManage();
    void aBurstFoldsIntoOne();
    void tellsWhoeverListensWhatMadeNoToast();
};

void TestNotifier::aLostConnectionIsToldAfterTenSeconds()
{
    m_shop->goLive();
    m_shop->cut();
    advance(9999ms);
    QCOMPARE(take(), QStringList());
    advance(1ms);
    QCOMPARE(m_toasts.value(0).emphasis, ToastEmphasis::Alarm);
    QVERIFY(!m_toasts.value(0).sound);
    QCOMPARE(take(),
             (QStringList{QStringLiteral("连接已断开 / 看板停在 10:00 的数据，正在自动重连")}));
    advance(1h);
    QCOMPARE(take(), QStringList());
}

void TestNotifier::aShortCutIsNoNews()
{
    m_shop->goLive();
    advance(1s);
    m_shop->cut();
    advance(9s);
    resume();
    m_shop->beLive();
    advance(1h);
    QCOMPARE(take(), QStringList());
}

void TestNotifier::aProgramThatNeverGotThroughHasLostNothing()
{
    m_shop->cut();
    advance(1h);
    QCOMPARE(take(), QStringList());
}

void TestNotifier::aPlannedStopIsToldAsSuch()
{
    m_shop->goLive();
    m_shop->store.handle(protocol::Goodbye{QStringLiteral("stop"), 0});
    m_shop->cut();
    advance(10s);
    QVERIFY(!m_toasts.value(0).sound);
    QCOMPARE(take(),
             (QStringList{QStringLiteral("服务器已停止 / 看板停在 10:00，恢复后自动连接")}));
    resume();
    m_shop->beLive();
    m_toasts.clear();
    m_shop->cut(); // and the next cut is an ordinary one
    advance(10s);
    QVERIFY(take().value(0).startsWith(QStringLiteral("连接已断开")));
}

void TestNotifier::backAfterAReplay()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->cut();
    advance(10min);
    take();
    resume();
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    m_shop->newOrder(103, QStringLiteral("2026-12-01"));
    m_shop->setStatus(101, OrderStatus::Completed);
    QCOMPARE(take(), QStringList());
    m_shop->beLive();
    QCOMPARE(take(), (QStringList{QStringLiteral("已恢复连接 / 断开10分钟：新订单 2·完成 1")}));
    advance(1s);
    QCOMPARE(take(), QStringList());
}

void TestNotifier::backAfterASnapshot()
{
    m_shop->goLive();
    m_shop->cut();
    advance(90min);
    take();
    m_shop->goLive(Sync::Mode::Snapshot);
    QCOMPARE(take(), (QStringList{QStringLiteral("已恢复连接 / 断开较久，已重新同步全部数据")}));
}

/// The connection stood all the time: how it once was synced says nothing of what came now.
void TestNotifier::backFromALostSource()
{
    m_shop->goLive(Sync::Mode::Snapshot);
    setSource(protocol::SourceState::Lost);
    advance(10min);
    QVERIFY(take().value(0).startsWith(QStringLiteral("连接已断开")));
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    QCOMPARE(take(), QStringList());
    setSource(protocol::SourceState::Live);
    QCOMPARE(take(), (QStringList{QStringLiteral("已恢复连接 / 断开10分钟：新订单 1")}));
}

/// The server reads on before it says that its source is back.
void TestNotifier::aLostSourceToastsNothingSingly()
{
    m_shop->goLive();
    setSource(protocol::SourceState::Lost);
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->setStatus(101, OrderStatus::Cancelled);
    m_shop->notice(notice("warning", QStringLiteral("停机")));
    QCOMPARE(take(), QStringList());
    setSource(protocol::SourceState::Live);
    QCOMPARE(take(), QStringList{QStringLiteral("注意·王芳 / 停机")});
    m_shop->newOrder(103, QStringLiteral("2026-12-01"));
    QCOMPARE(take().size(), 1);
}

void TestNotifier::backWithNothingNew()
{
    m_shop->goLive();
    m_shop->cut();
    advance(30s);
    take();
    resume();
    m_shop->beLive();
    QCOMPARE(take(), (QStringList{QStringLiteral("已恢复连接 / 断开30秒，没有变化")}));
}

void TestNotifier::replaysToastNothingSingly()
{
    m_shop->goLive();
    m_shop->cut();
    resume();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->setStatus(101, OrderStatus::Cancelled);
    m_shop->notice(notice("info", QStringLiteral("普通")));
    m_shop->beLive();
    QCOMPARE(take(), QStringList());
    QCOMPARE(newsListed().size(), 3);
    QCOMPARE(m_notifier->unreadCount(), 1);
}

void TestNotifier::theMorningBeginsWithWhatHappened()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    waitUntil(QDate(2026, 11, 23), QTime(18, 2));
    m_shop->cut(); // the PC sleeps
    waitUntil(QDate(2026, 11, 24), QTime(8, 30));
    take();
    resume();
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    m_shop->notice(notice("info", QStringLiteral("早")));
    m_shop->beLive();
    QCOMPARE(take(),
             (QStringList{QStringLiteral("自昨天 18:02 以来 / 新订单 1·新逾期 1·未读通知 1")}));
    advance(1s); // nothing is due today, and what became overdue was just counted
    QCOMPARE(take(), QStringList());
}

void TestNotifier::theDayBeginsWithWhatIsDue()
{
    m_shop->goLive();
    advance(1s);
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    m_shop->newOrder(102, QStringLiteral("2026-11-24"));
    m_shop->steps(101, {QStringLiteral("印刷"), QStringLiteral("折页"), QStringLiteral("胶包")});
    m_shop->steps(102, {QStringLiteral("印刷"), QStringLiteral("胶包")}, 1);
    take();
    waitUntil(QDate(2026, 11, 24), QTime(7, 59));
    QCOMPARE(take(), QStringList());
    advance(1min);
    QCOMPARE(m_toasts.value(0).emphasis, ToastEmphasis::Attention);
    QCOMPARE(take(), (QStringList{QStringLiteral("今天要交 2 单 / 其中 1 单还没到装订")}));
    advance(1min);
    QCOMPARE(take(), QStringList());
}

void TestNotifier::oneOrderDueIsNotCountedTwice()
{
    m_shop->goLive();
    advance(1s);
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    m_shop->steps(101, {QStringLiteral("印刷"), QStringLiteral("胶包")});
    take();
    waitUntil(QDate(2026, 11, 24), QTime(8, 0));
    QCOMPARE(take(), (QStringList{QStringLiteral("今天要交 1 单 / 还没到装订")}));
}

void TestNotifier::theDaysStartIsToldOnce()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    take();
    advance(1s);
    QCOMPARE(take(), (QStringList{QStringLiteral("今天要交 1 单")}));
    restart();
    advance(1s);
    QCOMPARE(take(), QStringList());
}

/// Somebody set the PC's clock two days ahead, and put it right again.
void TestNotifier::aComputersClockThatIsSetTellsNothing()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    advance(1s);
    take();
    m_shop->clock.jump(48h);
    advance(30s);
    QCOMPARE(take(), QStringList());
    QVERIFY(m_shop->store.isClockWrong());
    QCOMPARE(m_shop->store.today(), QDate(2026, 11, 23));
    m_shop->clock.jump(-48h);
    advance(1s);
    QVERIFY(!m_shop->store.isClockWrong());
    waitUntil(QDate(2026, 11, 24), QTime(8, 0));
    QCOMPARE(take(), (QStringList{QStringLiteral("今天要交 1 单")}));
}

/// The settings of a PC whose clock was ahead before anybody told it better.
void TestNotifier::aDayGreetedTooEarlyIsGreetedAgain()
{
    m_settings->setGreetedDay(QDate(2026, 11, 25));
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    advance(1s);
    take();
    waitUntil(QDate(2026, 11, 24), QTime(8, 0));
    QCOMPARE(take(), (QStringList{QStringLiteral("今天要交 1 单")}));
}

void TestNotifier::becomingOverdueIsTold()
{
    m_shop->goLive();
    advance(1s);
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->steps(101, {QStringLiteral("胶包")});
    m_shop->newOrder(102, QStringLiteral("2026-11-20")); // was overdue before
    take();
    waitUntil(QDate(2026, 11, 24), QTime(8, 0));
    const Toast toast = m_toasts.value(0);
    QVERIFY(toast.sound);
    QCOMPARE(toast.emphasis, ToastEmphasis::Alarm);
    QCOMPARE(toast.orderId, CrmId(101));
    QCOMPARE(take(),
             (QStringList{QStringLiteral("已逾期 PO2026112101 / 应交 11-23·卡在 胶包（待开始）")}));

    m_settings->setProfile({QStringLiteral("模切机"), {QStringLiteral("模切")}});
    m_shop->newOrder(103, QStringLiteral("2026-11-24"));
    waitUntil(QDate(2026, 11, 25), QTime(8, 0));
    QCOMPARE(take(), QStringList()); // not its business
}

void TestNotifier::theSilentCrmIsToldToWhoMayManage()
{
    m_shop->permissions.append(QStringLiteral("manage"));
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    take();
    advance(59min);
    QCOMPARE(take(), QStringList());
    advance(1min);
    QCOMPARE(take(), (QStringList{QStringLiteral("CRM 已 60 分钟没有数据 / 请检查 CRM 与 Redis")}));
    advance(1min);
    QCOMPARE(take(), QStringList());

    m_shop->permissions = {QStringLiteral("view_orders")};
    m_shop->goLive(Sync::Mode::Resume);
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    take();
    advance(30min);
    advance(31min);
    QCOMPARE(take(), QStringList());
}

void TestNotifier::aBurstFoldsIntoOne()
{
    m_shop->goLive();
    for (int id = 101; id < 110; ++id)
        m_shop->newOrder(id, QStringLiteral("2026-12-01"));
    m_shop->setStatus(101, OrderStatus::Cancelled);
    QCOMPARE(take().size(), 5);
    advance(9s);
    QCOMPARE(take(), QStringList());
    advance(1s);
    QCOMPARE(take(), (QStringList{QStringLiteral("5 条更新 / 新订单 5（点击查看）")}));
}

void TestNotifier::tellsWhoeverListensWhatMadeNoToast()
{
    QStringList told;
    connect(m_notifier.get(), &Notifier::newsTold, this,
            [&](const Toast &news) { told.append(news.title); });
    m_shop->goLive();
    m_notifier->doNotDisturb().begin(MuteSpan::UntilClosing); // a mute is this station's alone
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    QCOMPARE(told, QStringList{QStringLiteral("新订单 PO2026112101")});
    m_shop->cut();
    resume();
    m_shop->setStatus(101, OrderStatus::Cancelled); // happened while nobody watched
    m_shop->beLive();
    QCOMPARE(told.size(), 1);
}

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
