// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/activity_feed.h"
#include "client/notices/notice_feed.h"
#include "client/notify/notifier.h"
#include "client/translations.h"
#include "tests/client/models/sample_shop.h"
#include "tests/client/notices/feed_mirror.h"
#include "tests/support/random_events.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;
using test::FeedMirror;

/// What the notices panel's two lists say.
class TestFeeds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void standingNoticesAreAboveTheDays();
    void anExpiredNoticeFallsDown();
    void aWithdrawnNoticeSaysByWhomAndWhen();
    void aNoticeLeadsToItsOrder();
    void aNoticeFollowsItsOrder();
    void searchFindsWordsAndOrders();
    void activityIsNarrowedToMySteps();
    void activitySaysWhereItHasAHole();
    void yesterdayBecomesYesterday();
    void signalsTellEverything();

private:
    StreamId notice(const char *level, const QString &text, QJsonObject more = {});
    QStringList notices() const { return FeedMirror::rowsOf(*m_notices); }
    QStringList activity() const { return FeedMirror::rowsOf(*m_activity); }
    void refresh();
    void happen(test::RandomEvents &random);

    Translations m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::SampleShop> m_shop;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<NoticeFeed> m_notices;
    std::unique_ptr<ActivityFeed> m_activity;
};

void TestFeeds::init()
{
    m_activity.reset();
    m_notices.reset();
    m_notifier.reset();
    m_translations.use(QStringLiteral("zh_CN"));
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("s.ini")));
    m_settings->setNoticesReadUntil({1, 0});
    m_shop = std::make_unique<test::SampleShop>();
    m_notifier = std::make_unique<Notifier>(m_shop->store, *m_settings, m_shop->clock);
    m_notices = std::make_unique<NoticeFeed>(m_shop->store, m_notifier->notices());
    m_activity = std::make_unique<ActivityFeed>(m_shop->store, m_notifier->activity());
    m_shop->goLive();
}

void TestFeeds::refresh()
{
    m_notices->refresh();
    m_activity->refresh();
}

StreamId TestFeeds::notice(const char *level, const QString &text, QJsonObject more)
{
    more.insert(QStringLiteral("type"), QString::fromLatin1(level));
    more.insert(QStringLiteral("message"), text);
    more.insert(QStringLiteral("sender"), QStringLiteral("王芳"));
    return m_shop->notice(more);
}

void TestFeeds::standingNoticesAreAboveTheDays()
{
    notice("error", u"漏墨"_qs);
    notice("info", u"检修"_qs, {{u"expires"_qs, u"2026-11-23T11:00:00Z"_qs}});
    notice("info", u"开饭"_qs);
    refresh();
    QCOMPARE(notices(),
             (QStringList{u"现在有效 / 未读·10:00·通知·王芳·检修·有效至 19:00"_qs,
                          u"现在有效 / 未读·10:00·重要·王芳·漏墨"_qs,
                          u"今天 / 未读·10:00·通知·王芳·开饭"_qs}));
}

void TestFeeds::anExpiredNoticeFallsDown()
{
    notice("info", u"检修"_qs, {{u"expires"_qs, u"2026-11-23T03:00:00Z"_qs}});
    notice("info", u"开饭"_qs);
    refresh();
    m_shop->clock.advance(1h);
    m_shop->store.noteAlive();
    refresh();
    QCOMPARE(notices(),
             (QStringList{u"今天 / 未读·10:00·通知·王芳·开饭"_qs,
                          u"今天 / 10:00·通知·王芳·检修·11:00 已过期"_qs}));
}

void TestFeeds::aWithdrawnNoticeSaysByWhomAndWhen()
{
    const StreamId first = notice("error", u"漏墨"_qs);
    refresh();
    m_shop->clock.advance(3min);
    m_shop->notice({{u"replaces"_qs, first.toString()},
                    {u"message"_qs, QString()},
                    {u"sender"_qs, u"李娜"_qs}});
    refresh();
    QCOMPARE(notices(), QStringList{u"今天 / 10:00·重要·王芳·漏墨·李娜 10:03 撤回"_qs});
    const auto row = m_notices->index(0, 0).data(FeedRowRole).value<FeedRow>();
    QVERIFY(row.isStruck && row.isFaded && !row.isUnread);
}

void TestFeeds::aNoticeLeadsToItsOrder()
{
    notice("info", u"先做封面"_qs, {{u"order_id"_qs, 101}});
    QVERIFY(!m_notices->index(0, 0).data(FeedOrderRole).isValid()); // not on this board
    refresh();
    const FeedMirror mirror(*m_notices);
    m_shop->newOrder(101, u"2026-12-01"_qs);
    refresh();
    QCOMPARE(m_notices->index(0, 0).data(FeedOrderRole).value<CrmId>(), 101);
    QVERIFY(mirror.rows().constFirst().endsWith(u"PO2026112101"));
}

/// The order gets another number, or another customer while that is searched for.
void TestFeeds::aNoticeFollowsItsOrder()
{
    m_shop->newOrder(101, u"2026-12-01"_qs);
    notice("info", u"先做封面"_qs, {{u"order_id"_qs, 101}});
    refresh();
    const FeedMirror mirror(*m_notices);
    m_shop->order(101, {{u"order_no"_qs, u"PO-B"_qs}});
    refresh();
    QVERIFY2(mirror.rows().constFirst().endsWith(u"PO-B"), qPrintable(mirror.rows().constFirst()));
    m_notices->setSearch(u"新客户"_qs);
    QCOMPARE(m_notices->rowCount(), 0);
    m_shop->order(101, {{u"customer_name"_qs, u"新客户"_qs}});
    refresh();
    QCOMPARE(m_notices->rowCount(), 1);
}

void TestFeeds::searchFindsWordsAndOrders()
{
    m_shop->newOrder(101, u"2026-12-01"_qs);
    m_shop->order(101, {{u"quantity"_qs, 5000}});
    notice("info", u"先做封面"_qs);
    for (const QString &words : {u"封面"_qs, u"王芳 先做"_qs}) {
        m_notices->setSearch(words);
        QCOMPARE(m_notices->rowCount(), 1);
    }
    m_notices->setSearch(u"内文"_qs);
    QCOMPARE(m_notices->rowCount(), 0);
    QVERIFY(m_notices->isNarrowed());
    // By the customer, whom the sentence does not name.
    m_activity->setSearch(u"东方出版社 改动"_qs);
    QCOMPARE(activity(), QStringList{u"今天 / 10:00·订单有改动 PO2026112101·数量 3000 → 5000"_qs});
}

void TestFeeds::activityIsNarrowedToMySteps()
{
    m_shop->newOrder(101, u"2026-12-01"_qs);
    m_shop->steps(101, {u"印刷"_qs, u"胶包"_qs});
    m_shop->setStep(101, 0, StepStatus::InProgress, u"张伟"_qs);
    notice("info", u"开饭"_qs);
    m_activity->setSteps({u"胶包"_qs});
    QCOMPARE(activity().size(), 3); // the notice, the order's creation, where it begins
    QVERIFY(activity().filter(u"已开工"_qs).isEmpty());
    m_activity->setSteps({});
    QCOMPARE(activity().filter(u"已开工"_qs).size(), 1);
}

void TestFeeds::activitySaysWhereItHasAHole()
{
    QCOMPARE(activity(), QStringList{u"今天 / 10:00 起开始记录，此前的变化没有列出"_qs});
    m_shop->clock.advance(5min);
    m_shop->store.noteAlive();
    m_shop->cut();
    QCOMPARE(activity().constFirst(), u"今天 / 10:05 起断开"_qs);
    m_shop->clock.advance(9min);
    m_shop->goLive(Sync::Mode::Resume);
    QCOMPARE(activity().constFirst(), u"今天 / 10:05–10:14 断开，期间的变化已补上"_qs);
    m_shop->cut();
    m_shop->clock.advance(24h);
    m_shop->goLive(Sync::Mode::Snapshot);
    refresh();
    QCOMPARE(activity().constFirst(), u"今天 / 昨天 10:14–10:14 断开，期间的变化没有逐条列出"_qs);
}

void TestFeeds::yesterdayBecomesYesterday()
{
    m_shop->newOrder(101, u"2026-12-01"_qs);
    FeedMirror mirror(*m_activity);
    m_shop->clock.advance(24h);
    m_shop->store.noteAlive();
    refresh();
    QVERIFY(mirror.rows().constFirst().startsWith(u"昨天 / 10:00"));
    m_shop->clock.advance(24h);
    m_shop->store.noteAlive();
    refresh();
    QVERIFY(mirror.rows().constFirst().startsWith(u"11-23 周一"));
}

/// Something of all that can happen to the lists.
void TestFeeds::happen(test::RandomEvents &random)
{
    const Event event = random.next();
    m_shop->clock.advance(std::chrono::seconds(random.below(1200)));
    m_shop->store.noteAlive();
    m_shop->event(event.type, event.data, event.isImported());
    switch (random.below(12)) {
    case 0:
        m_shop->cut();
        m_shop->clock.advance(std::chrono::seconds(random.below(40)));
        break;
    case 1:
        m_shop->notices = m_shop->store.book().notices;
        m_shop->snapshot = m_shop->store.book().orders().values();
        m_shop->goLive(random.chance(50) ? Sync::Mode::Snapshot : Sync::Mode::Resume);
        break;
    case 2:
        if (!m_shop->store.book().notices.isEmpty())
            m_notifier->acknowledge(m_shop->store.book().notices.constFirst().id.toString());
        break;
    case 3:
        m_notifier->markAllRead();
        break;
    case 4:
        m_activity->setSteps(random.chance(50) ? QStringList{u"印刷"_qs} : QStringList());
        break;
    case 5:
        m_notices->setSearch(random.chance(30) ? u"a"_qs : QString());
        break;
    default:
        break;
    }
}

/// Whoever believes the signals shows the same as whoever begins anew.
void TestFeeds::signalsTellEverything()
{
    const quint64 seed = test::randomSeed();
    test::RandomEvents random(seed);
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
    const QAbstractItemModelTester noticeTester(m_notices.get(), fatal);
    const QAbstractItemModelTester activityTester(m_activity.get(), fatal);
    const FeedMirror noticeMirror(*m_notices);
    const FeedMirror activityMirror(*m_activity);
    for (int i = 0; i < 600; ++i) {
        happen(random);
        refresh();
        QCOMPARE(noticeMirror.rows(), notices());
        QCOMPARE(activityMirror.rows(), activity());
        QVERIFY(m_activity->rowCount() <= ActivityList::most);
        if (i % 50 != 0 || m_notices->isNarrowed() || m_activity->isNarrowed())
            continue;
        NoticeFeed freshNotices(m_shop->store, m_notifier->notices());
        const ActivityFeed freshActivity(m_shop->store, m_notifier->activity());
        QCOMPARE(notices(), FeedMirror::rowsOf(freshNotices));
        QCOMPARE(activity(), FeedMirror::rowsOf(freshActivity));
    }
}

QTEST_MAIN(TestFeeds)
#include "tst_feeds.moc"
