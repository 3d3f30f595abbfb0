// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/notify/notifier_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;

/// 动态: what a station lists of all that happened.
class TestActivity : public test::NotifierFixture
{
    Q_OBJECT
private Q_SLOTS:
    void activityHasWhatMadeNoToast();
    void activitySaysWhereItHasAHole();
    void activityCountsImports();
    void activityBelongsToItsLog();
    void activityIsToldAgainInAnotherLanguage();
    void activityKnowsWhoseBusinessItIs();
};

void TestActivity::activityHasWhatMadeNoToast()
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

void TestActivity::activitySaysWhereItHasAHole()
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
    QCOMPARE(activityKinds(),
             (QStringList{QStringLiteral("news"), QStringLiteral("filled gap"),
                          QStringLiteral("news"), start}));
    const ActivityEntry &gap = m_notifier->activity().entry(1);
    QCOMPARE(gap.at - *gap.gapFrom, std::chrono::milliseconds(9min));

    m_shop->cut();
    advance(1s); // a snapshot always hides something
    m_shop->goLive(Sync::Mode::Snapshot);
    QCOMPARE(activityKinds().constFirst(), QStringLiteral("hole"));
    m_shop->store.handle(
        protocol::SourceChanged{{protocol::SourceState::Lost, m_shop->clock.now()}});
    advance(1min);
    QCOMPARE(activityKinds().constFirst(), QStringLiteral("gap"));
    m_shop->store.handle(
        protocol::SourceChanged{{protocol::SourceState::Live, m_shop->clock.now()}});
    QCOMPARE(activityKinds().constFirst(), QStringLiteral("filled gap"));
}

void TestActivity::activityCountsImports()
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
void TestActivity::activityBelongsToItsLog()
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

void TestActivity::activityIsToldAgainInAnotherLanguage()
{
    m_shop->goLive();
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->steps(101, {QStringLiteral("印刷"), QStringLiteral("胶包")});
    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    advance(1s);
    waitUntil(QDate(2026, 11, 24), QTime(8, 0));
    m_shop->notice(notice("warning", QStringLiteral("停机")));
    m_shop->event(
        QString(event_type::order),
        {{QStringLiteral("order_id"), 101}, {QStringLiteral("action"), QStringLiteral("deleted")}});
    const QStringList chinese = newsListed();
    m_translations.use(QStringLiteral("en"));
    m_notifier->retranslate();
    QCOMPARE(
        newsListed(),
        (QStringList{QStringLiteral("Order deleted PO2026112101"),
                     QStringLiteral("Attention · 王芳"), QStringLiteral("Overdue PO2026112101"),
                     QStringLiteral("Started: 印刷 PO2026112101"),
                     QStringLiteral("New order PO2026112101")}));
    m_translations.use(QStringLiteral("zh_CN"));
    m_notifier->retranslate();
    QCOMPARE(newsListed(), chinese);
}

void TestActivity::activityKnowsWhoseBusinessItIs()
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

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
