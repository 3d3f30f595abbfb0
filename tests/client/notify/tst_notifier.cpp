// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notifier.h"
#include "client/translations.h"
#include "shared/protocol/limits.h"
#include "tests/client/models/sample_shop.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;

/// Days of a station, told by the clock.
class TestNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_translations.use(QStringLiteral("zh_CN")); }
    void init();
    void cleanup();

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
    void becomingOverdueIsTold();
    void theSilentCrmIsToldToWhoMayManage();
    void aBurstFoldsIntoOne();
    void muteLetsOnlyErrorsThrough();
    void aMuteEndsByItself();
    void soundMayBeOff();
    void missedWarningsComeUpAfterASync();
    void aNewStationBeginsWithEverythingRead();
    void aWithdrawnNoticeTakesItsToastAlong();
    void aNoticeThatIsPushedOutTakesItsToastAlong();
    void whatWasReadStaysRead();
    void theTestNoticeTellsItsTime();
    void activityHasWhatMadeNoToast();
    void tellsWhoeverListensWhatMadeNoToast();
    void activitySaysWhereItHasAHole();
    void activityCountsImports();
    void activityBelongsToItsLog();
    void activityIsToldAgainInAnotherLanguage();
    void activityKnowsWhoseBusinessItIs();
    void readingTakesTheToastAway();
    void aReplacedNoticeStaysStruck();

private:
    void restart();
    QStringList take();
    QStringList newsListed() const;
    QStringList activityKinds() const;
    void advance(std::chrono::milliseconds by);
    void waitUntil(QDate day, QTime local);
    QJsonObject notice(const char *level, const QString &message) const;
    void resume();
    void setSource(protocol::SourceState state);

    Translations m_translations;
    QTemporaryDir m_folder;
    std::unique_ptr<test::SampleShop> m_shop;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Notifier> m_notifier;
    QList<Toast> m_toasts;
};

void TestNotifier::init()
{
    m_shop = std::make_unique<test::SampleShop>();
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("station.ini")));
    m_settings->setNoticesReadUntil({1, 0}); // not its first day
    restart();
}

void TestNotifier::cleanup()
{
    m_notifier.reset();
    m_settings.reset();
    QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("station.ini"))));
}

void TestNotifier::restart()
{
    m_toasts.clear();
    m_notifier = std::make_unique<Notifier>(m_shop->store, *m_settings, m_shop->clock);
    connect(m_notifier.get(), &Notifier::toastRaised, this,
            [this](const Toast &toast) { m_toasts.append(toast); });
}

/// What was said since the last time, "title / text".
QStringList TestNotifier::take()
{
    QStringList said;
    for (const Toast &toast : m_toasts)
        said.append(toast.text.isEmpty() ? toast.title
                                         : toast.title + QStringLiteral(" / ") + toast.text);
    m_toasts.clear();
    return said;
}

/// 动态, newest first, without what is no news.
QStringList TestNotifier::newsListed() const
{
    QStringList news;
    const ActivityList &activity = m_notifier->activity();
    for (int row = 0; row < activity.rowCount(); ++row) {
        if (activity.entry(row).kind == ActivityEntry::Kind::News)
            news.append(activity.entry(row).news.toast.title);
    }
    return news;
}

/// One word for each line of 动态, newest first.
QStringList TestNotifier::activityKinds() const
{
    QStringList kinds;
    const ActivityList &activity = m_notifier->activity();
    for (int row = 0; row < activity.rowCount(); ++row) {
        const ActivityEntry &entry = activity.entry(row);
        if (entry.kind == ActivityEntry::Kind::News)
            kinds.append(QStringLiteral("news"));
        else if (entry.kind == ActivityEntry::Kind::Import)
            kinds.append(QStringLiteral("import %1").arg(entry.imported));
        else
            kinds.append(!entry.gapEnded    ? QStringLiteral("gap")
                             : entry.gapFilled ? QStringLiteral("filled gap")
                                               : QStringLiteral("hole"));
    }
    return kinds;
}

void TestNotifier::advance(std::chrono::milliseconds by)
{
    m_shop->clock.advance(by);
    if (!m_shop->store.isStale())
        m_shop->store.noteAlive();
    m_notifier->tick();
}

void TestNotifier::waitUntil(QDate day, QTime local)
{
    const QDateTime then(day, local, m_shop->store.zone());
    advance(std::chrono::milliseconds(then.toMSecsSinceEpoch())
            - m_shop->clock.now().time_since_epoch());
}

QJsonObject TestNotifier::notice(const char *level, const QString &message) const
{
    return {{QStringLiteral("type"), QString::fromLatin1(level)},
            {QStringLiteral("message"), message},
            {QStringLiteral("sender"), QStringLiteral("王芳")}};
}

/// Greeted, and now the missed events come.
void TestNotifier::resume()
{
    m_shop->greet();
    m_shop->store.handle(Sync{Sync::Mode::Resume, {}});
}

void TestNotifier::setSource(protocol::SourceState state)
{
    m_shop->store.handle(protocol::SourceChanged{{state, m_shop->clock.now()}});
}

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
    QCOMPARE(toast.orderId, std::optional<qint64>(101));
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

void TestNotifier::muteLetsOnlyErrorsThrough()
{
    m_shop->goLive();
    m_notifier->mute(MuteSpan::UntilClosing);
    QVERIFY(m_notifier->isMuted());
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->notice(notice("warning", QStringLiteral("19:00 停机")));
    m_shop->notice(notice("error", QStringLiteral("漏墨")));
    QVERIFY(m_toasts.value(0).sound);
    QVERIFY(m_toasts.value(0).sticky);
    QCOMPARE(take(), (QStringList{QStringLiteral("重要·王芳 / 漏墨")}));
    QCOMPARE(m_notifier->unreadCount(), 2);
    m_notifier->unmute();
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    QCOMPARE(take().size(), 1);
}

void TestNotifier::aMuteEndsByItself()
{
    m_shop->goLive();
    const QSignalSpy changed(m_notifier.get(), &Notifier::muteChanged);
    m_notifier->mute(MuteSpan::Hour);
    QCOMPARE(changed.size(), 1);
    advance(59min);
    QVERIFY(m_notifier->isMuted());
    advance(1min);
    QVERIFY(!m_notifier->isMuted());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_settings->mutedUntil());
}

void TestNotifier::soundMayBeOff()
{
    m_shop->goLive();
    m_settings->setSoundOn(false);
    m_shop->notice(notice("error", QStringLiteral("漏墨")));
    QVERIFY(m_toasts.value(0).sticky);
    QVERIFY(!m_toasts.value(0).sound);
}

void TestNotifier::missedWarningsComeUpAfterASync()
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

void TestNotifier::aNewStationBeginsWithEverythingRead()
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

void TestNotifier::aWithdrawnNoticeTakesItsToastAlong()
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

/// Nobody took them away, and the list keeps the last 200 only: a toast must not outlive its line.
void TestNotifier::aNoticeThatIsPushedOutTakesItsToastAlong()
{
    m_shop->goLive();
    const QSignalSpy withdrawn(m_notifier.get(), &Notifier::toastWithdrawn);
    const StreamId first = m_shop->notice(notice("error", QStringLiteral("漏墨")));
    for (int i = 1; i < limits::noticesKept; ++i)
        m_shop->notice(notice("info", QString::number(i)));
    QCOMPARE(withdrawn.size(), 0);
    m_shop->notice(notice("info", QStringLiteral("新")));
    QCOMPARE(withdrawn.size(), 1);
    QCOMPARE(withdrawn.constFirst().constFirst().toString(), first.toString());
}

void TestNotifier::whatWasReadStaysRead()
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

void TestNotifier::theTestNoticeTellsItsTime()
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

void TestNotifier::activityHasWhatMadeNoToast()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->steps(101, {QStringLiteral("印刷")});
    take();
    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    QCOMPARE(take(), QStringList());
    QCOMPARE(m_notifier->activity().index(0).data().toString(),
             QStringLiteral("已开工：印刷 PO2026112101·张伟·东方出版社"));
    const QStringList before = newsListed();
    m_shop->order(102, {{QStringLiteral("order_no"), QStringLiteral("PO2")}}, true);
    QCOMPARE(newsListed(), before);
}

void TestNotifier::tellsWhoeverListensWhatMadeNoToast()
{
    QStringList told;
    connect(m_notifier.get(), &Notifier::newsTold, this,
            [&](const Toast &news) { told.append(news.title); });
    m_shop->goLive();
    m_notifier->mute(MuteSpan::UntilClosing); // a mute is this station's alone
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    QCOMPARE(told, QStringList{QStringLiteral("新订单 PO2026112101")});
    m_shop->cut();
    resume();
    m_shop->setStatus(101, OrderStatus::Cancelled); // happened while nobody watched
    m_shop->beLive();
    QCOMPARE(told.size(), 1);
}

void TestNotifier::activitySaysWhereItHasAHole()
{
    m_shop->goLive();
    const QString start = QStringLiteral("hole"); // what was before the first sync
    QCOMPARE(activityKinds(), QStringList{start});
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->cut();
    QCOMPARE(activityKinds(), (QStringList{QStringLiteral("gap"), QStringLiteral("news"), start}));
    advance(5s); // a blink that lost nothing is not worth a line
    resume();
    m_shop->beLive();
    QCOMPARE(activityKinds(), (QStringList{QStringLiteral("news"), start}));

    m_shop->cut();
    advance(9min);
    resume();
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    m_shop->beLive();
    QCOMPARE(activityKinds(), (QStringList{QStringLiteral("news"), QStringLiteral("filled gap"),
                                           QStringLiteral("news"), start}));
    const ActivityEntry &gap = m_notifier->activity().entry(1);
    QCOMPARE(gap.at - *gap.gapFrom, std::chrono::milliseconds(9min));

    m_shop->cut();
    advance(1s); // a snapshot always hides something
    m_shop->goLive(Sync::Mode::Snapshot);
    QCOMPARE(activityKinds().constFirst(), QStringLiteral("hole"));
    m_shop->store.handle(protocol::SourceChanged{
        {protocol::SourceState::Lost, m_shop->clock.now()}});
    advance(1min);
    QCOMPARE(activityKinds().constFirst(), QStringLiteral("gap"));
    m_shop->store.handle(protocol::SourceChanged{
        {protocol::SourceState::Live, m_shop->clock.now()}});
    QCOMPARE(activityKinds().constFirst(), QStringLiteral("filled gap"));
}

void TestNotifier::activityCountsImports()
{
    m_shop->goLive();
    for (int id = 101; id < 104; ++id)
        m_shop->order(id, {{QStringLiteral("order_no"), QStringLiteral("PO")}}, true);
    m_shop->newOrder(200, QStringLiteral("2026-12-01"));
    m_shop->step(103, 1, {{QStringLiteral("step_name"), QStringLiteral("印刷")}}, true);
    m_shop->order(104, {{QStringLiteral("order_no"), QStringLiteral("PO")}}, true);
    QCOMPARE(activityKinds().mid(0, 2),
             (QStringList{QStringLiteral("news"), QStringLiteral("import 4")}));
    advance(11min);
    m_shop->order(105, {{QStringLiteral("order_no"), QStringLiteral("PO")}}, true);
    QCOMPARE(activityKinds().mid(0, 3),
             (QStringList{QStringLiteral("import 1"), QStringLiteral("news"),
                          QStringLiteral("import 4")}));
}

/// Another server, or a log begun anew: nothing that is listed happened there.
void TestNotifier::activityBelongsToItsLog()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->notice(notice("info", QStringLiteral("旧")));
    m_shop->cut();
    StoreImage other;
    other.book.epoch = QStringLiteral("e2");
    m_shop->store.restore(other);
    QCOMPARE(newsListed(), QStringList());
    QCOMPARE(m_notifier->notices().rowCount(), 0);
}

void TestNotifier::activityIsToldAgainInAnotherLanguage()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->steps(101, {QStringLiteral("印刷"), QStringLiteral("胶包")});
    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    advance(1s);
    waitUntil(QDate(2026, 11, 24), QTime(8, 0));
    m_shop->notice(notice("warning", QStringLiteral("停机")));
    m_shop->event(QString(event_type::order), {{QStringLiteral("order_id"), 101},
                                               {QStringLiteral("action"), QStringLiteral("deleted")}});
    const QStringList chinese = newsListed();
    m_translations.use(QStringLiteral("en"));
    m_notifier->retranslate();
    QCOMPARE(newsListed(), (QStringList{QStringLiteral("Order deleted PO2026112101"),
                                        QStringLiteral("Attention · 王芳"),
                                        QStringLiteral("Overdue PO2026112101"),
                                        QStringLiteral("Started: 印刷 PO2026112101"),
                                        QStringLiteral("New order PO2026112101")}));
    m_translations.use(QStringLiteral("zh_CN"));
    m_notifier->retranslate();
    QCOMPARE(newsListed(), chinese);
}

void TestNotifier::activityKnowsWhoseBusinessItIs()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->steps(101, {QStringLiteral("印刷"), QStringLiteral("胶包")});
    m_shop->setStep(101, 0, StepStatus::InProgress);
    QCOMPARE(m_notifier->activity().entry(0).news.steps, QStringList{QStringLiteral("印刷")});
    m_shop->setStatus(101, OrderStatus::Cancelled);
    QCOMPARE(m_notifier->activity().entry(0).news.steps,
             (QStringList{QStringLiteral("印刷"), QStringLiteral("胶包")}));
    m_shop->notice(notice("info", QStringLiteral("开饭")));
    QCOMPARE(m_notifier->activity().entry(0).news.steps, QStringList());
}

void TestNotifier::readingTakesTheToastAway()
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

void TestNotifier::aReplacedNoticeStaysStruck()
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

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
