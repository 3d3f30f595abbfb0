// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board.h"
#include "client/models/format.h"
#include "client/models/shop_steps.h"
#include "tests/client/models/sample_shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestBoard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsAStepOnItsWay();
    void showsAnotherStatusByItsWord();
    void sortsByDueThenByTime();
    void knowsSinceWhenAStepIsReady();
    void aForgottenStepChangesItsList();
    void dueTiersTurnAtMidnight();
    void timeStandsStillWhileStale();
    void completedOrdersComeLatestFirst();
    void anOrderWithoutANumberGoesByItsId();
    void aChangedRowHasAnEdgeForThreeSeconds();
    void oldNewsHasNoEdge();
    void keepsTheSelectionOverMoves();
    void filters();
    void filtersByStepOperatorAndCategory();
    void sortsByAnyColumn();
    void saysWhatAListCouldBeNarrowedTo();
    void titleSaysBothNumbers();
    void readsRowsAloud();
    void knowsTheStepsOfTheShop();

private:
    QStringList numbersIn(const BoardListModel &list) const;
    BoardRow rowOf(const BoardListModel &list, const CrmId &orderId) const;

    const QStringList m_steps{QStringLiteral("印刷"), QStringLiteral("折页"),
                              QStringLiteral("胶包")};
    std::unique_ptr<test::SampleShop> m_shop;
    std::unique_ptr<Board> m_board;
};

void TestBoard::init()
{
    m_board.reset();
    m_shop = std::make_unique<test::SampleShop>();
    m_board = std::make_unique<Board>(m_shop->store, m_shop->clock);
    m_shop->goLive();
}

/// The ends of the order numbers, which are the orders' IDs.
QStringList TestBoard::numbersIn(const BoardListModel &list) const
{
    QStringList numbers;
    for (int i = 0; i < list.rowCount(); ++i)
        numbers.append(list.row(i).orderId.toString());
    return numbers;
}

BoardRow TestBoard::rowOf(const BoardListModel &list, const CrmId &orderId) const
{
    for (int i = 0; i < list.rowCount(); ++i) {
        if (list.row(i).orderId == orderId)
            return list.row(i);
    }
    return {};
}

void TestBoard::listsAStepOnItsWay()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-21"));
    m_shop->steps(101, m_steps);
    QCOMPARE(m_board->ready().rowCount(), 1);
    QCOMPARE(m_board->waiting().rowCount(), 2);
    QCOMPARE(m_board->urgent().row(0).stepName, QStringLiteral("印刷"));
    QCOMPARE(m_board->urgent().row(0).stepStatus, StepStatus::Waiting);

    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("刘洋"));
    m_shop->clock.advance(72min);
    m_board->tick();
    const BoardRow running = m_board->running().row(0);
    QCOMPARE(running.operatorName, QStringLiteral("刘洋"));
    QCOMPARE(running.elapsed, std::optional<std::chrono::seconds>(72min));
    QCOMPARE(running.due, DueTier::Overdue);
    QCOMPARE(running.dueDays, -2);
    QCOMPARE(running.progress, (Progress{0, 3}));
    QCOMPARE(running.orderNo.left(running.sharedPrefix), QStringLiteral("PO2026"));
    QCOMPARE(m_board->ready().rowCount(), 0);

    m_shop->setStep(101, 0, StepStatus::Completed);
    QCOMPARE(m_board->running().rowCount(), 0);
    QCOMPARE(m_board->ready().row(0).stepName, QStringLiteral("折页"));
    QCOMPARE(m_board->ready().row(0).previousStep, QStringLiteral("印刷"));
    QCOMPARE(m_board->waiting().row(0).stepName, QStringLiteral("胶包"));

    m_shop->setStatus(101, OrderStatus::Cancelled);
    QCOMPARE(m_board->ready().rowCount() + m_board->waiting().rowCount(), 0);
    QCOMPARE(m_board->urgent().rowCount(), 0);
}

/// Whatever it means, it is shown as it came, and counted in no list of ours.
void TestBoard::showsAnotherStatusByItsWord()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-21"));
    m_shop->steps(101, m_steps);
    m_shop->step(101, m_shop->progressId(101, 0),
                 {{QStringLiteral("status"), 0},
                  {QStringLiteral("status_display"), QStringLiteral("外协中")}});
    QCOMPARE(m_board->ready().rowCount() + m_board->running().rowCount(), 0);
    QCOMPARE(m_board->waiting().rowCount(), 2);
    const BoardRow held = m_board->urgent().row(0);
    QCOMPARE(held.stepName, QStringLiteral("印刷"));
    QVERIFY(format::heldFor(held).startsWith(QStringLiteral("外协中")));

    m_shop->order(101,
                  {{QStringLiteral("status"), 0},
                   {QStringLiteral("status_display"), QStringLiteral("暂停")}});
    QCOMPARE(m_board->waiting().rowCount() + m_board->urgent().rowCount(), 0);
    QVERIFY(m_shop->store.book().order(101));
}

void TestBoard::sortsByDueThenByTime()
{
    for (const auto &[id, due] : {std::pair(103, "2026-12-01"), std::pair(101, "2026-11-23"),
                                  std::pair(102, "2026-11-23"), std::pair(104, "")}) {
        m_shop->newOrder(id, QString::fromLatin1(due));
        m_shop->steps(id, m_steps);
    }
    for (const int id : {104, 102, 103, 101}) {
        m_shop->clock.advance(1min);
        m_shop->setStep(id, 0, StepStatus::InProgress);
    }
    QCOMPARE(numbersIn(m_board->running()).join(u' '), QStringLiteral("102 101 103 104"));
    m_shop->order(103, {{QStringLiteral("delivery_date"), QStringLiteral("2026-11-22")}});
    QCOMPARE(numbersIn(m_board->running()).join(u' '), QStringLiteral("103 102 101 104"));
}

void TestBoard::knowsSinceWhenAStepIsReady()
{
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->steps(101, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress);
    m_shop->clock.advance(3h);
    m_shop->setStep(101, 0, StepStatus::Completed);
    m_shop->clock.advance(5h);
    m_board->tick();
    QCOMPARE(m_board->ready().row(0).elapsed, std::optional<std::chrono::seconds>(5h));

    m_shop->order(102, {{QStringLiteral("status"), 2}}, true);
    m_shop->step(102, 10200, {{QStringLiteral("status"), 1}}, true);
    QVERIFY(!rowOf(m_board->ready(), 102).elapsed);
}

void TestBoard::aForgottenStepChangesItsList()
{
    m_shop->newOrder(101, QStringLiteral("2026-12-01"));
    m_shop->steps(101, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress);
    m_shop->clock.advance(24h);
    m_board->tick();
    QCOMPARE(m_board->running().rowCount(), 1);
    m_shop->clock.advance(1min);
    m_board->tick();
    QCOMPARE(m_board->running().rowCount(), 0);
    QCOMPARE(m_board->unreported().rowCount(), 1);
    QVERIFY(m_board->unreported().row(0).unreported);
    m_shop->setStep(101, 0, StepStatus::Completed);
    QCOMPARE(m_board->unreported().rowCount(), 0);
}

void TestBoard::dueTiersTurnAtMidnight()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->newOrder(102, QStringLiteral("2026-11-27"));
    QCOMPARE(numbersIn(m_board->urgent()).join(u' '), QStringLiteral("101"));
    QCOMPARE(m_board->urgent().row(0).due, DueTier::Today);
    m_shop->clock.advance(13h + 59min);
    m_board->tick();
    QCOMPARE(m_board->urgent().row(0).due, DueTier::Today);
    m_shop->clock.advance(1min);
    m_board->tick();
    QCOMPARE(numbersIn(m_board->urgent()).join(u' '), QStringLiteral("101 102"));
    QCOMPARE(m_board->urgent().row(0).due, DueTier::Overdue);
    QCOMPARE(m_board->numbers().tiers(), (BoardNumbers::Tiers{1, 0, 1}));
}

void TestBoard::timeStandsStillWhileStale()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->steps(101, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress);
    m_shop->store.noteAlive();
    m_shop->cut();
    m_shop->clock.advance(26h);
    m_board->tick();
    QCOMPARE(m_board->running().row(0).due, DueTier::Today);
    QCOMPARE(m_board->running().row(0).elapsed, std::optional<std::chrono::seconds>(0s));

    m_shop->setState(ConnectionState::Live); // no tick needed: it runs on at once
    QCOMPARE(m_board->unreported().rowCount(), 0); // overdue, so it is not folded away
    QCOMPARE(m_board->running().row(0).due, DueTier::Overdue);
    QCOMPARE(m_board->running().row(0).elapsed, std::optional<std::chrono::seconds>(26h));
}

void TestBoard::completedOrdersComeLatestFirst()
{
    for (const int id : {101, 102, 103}) {
        m_shop->newOrder(id, QStringLiteral("2026-11-24"));
        m_shop->clock.advance(1min);
        m_shop->setStatus(id, OrderStatus::Completed);
    }
    m_shop->order(104, {{QStringLiteral("status"), 3}}, true); // nobody knows when
    QCOMPARE(numbersIn(m_board->completed()).join(u' '), QStringLiteral("103 102 101"));
    const BoardRow row = m_board->completed().row(0);
    QCOMPARE(row.daysEarly, std::optional(1));
    QVERIFY(row.completedToday);
    QCOMPARE(row.completedLocal.time(), QTime(10, 3));
    m_shop->clock.advance(24h * (CompletedModel::daysListed - 1));
    m_board->tick();
    QCOMPARE(m_board->completed().rowCount(), 3);
    QVERIFY(!m_board->completed().row(0).completedToday);
    m_shop->clock.advance(24h);
    m_board->tick();
    QCOMPARE(m_board->completed().rowCount(), 0);
}

/// Of some orders only a step is known, and of some the CRM tells no number: an empty row leads
/// nobody anywhere. Nor does it take from the others what their numbers share.
void TestBoard::anOrderWithoutANumberGoesByItsId()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    m_shop->setStatus(101, OrderStatus::Completed);
    const int shared = m_board->completed().row(0).sharedPrefix;
    QVERIFY(shared > 0);
    m_shop->order(7, {{QStringLiteral("status"), 1}});
    m_shop->clock.advance(1min);
    m_shop->setStatus(7, OrderStatus::Completed);
    const BoardRow nameless = rowOf(m_board->completed(), 7);
    QCOMPARE(nameless.orderNo, QStringLiteral("#7"));
    QCOMPARE(nameless.sharedPrefix, 0);
    QCOMPARE(rowOf(m_board->completed(), 101).sharedPrefix, shared);
}

/// What a station may choose from: in the order of the work, not of the letters.
void TestBoard::knowsTheStepsOfTheShop()
{
    QCOMPARE(shopSteps(m_shop->store.book()), QStringList());
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    m_shop->newOrder(102, QStringLiteral("2026-11-24"));
    m_shop->steps(101, {QStringLiteral("数码印"), QStringLiteral("裁切"), QStringLiteral("B装")});
    m_shop->steps(102, {QStringLiteral("数码印"), QStringLiteral("B装")});
    QCOMPARE(
        shopSteps(m_shop->store.book()),
        QStringList({QStringLiteral("数码印"), QStringLiteral("裁切"), QStringLiteral("B装")}));
}

void TestBoard::aChangedRowHasAnEdgeForThreeSeconds()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->newOrder(102, QStringLiteral("2026-11-23"));
    m_shop->clock.advance(3s);
    m_board->tick();
    QVERIFY(!m_board->urgent().row(0).recentlyChanged);

    m_shop->order(101, {{QStringLiteral("quantity"), 3500}});
    QVERIFY(rowOf(m_board->urgent(), 101).recentlyChanged);
    QVERIFY(!rowOf(m_board->urgent(), 102).recentlyChanged);
    m_shop->clock.advance(2999ms);
    m_board->tick();
    QVERIFY(rowOf(m_board->urgent(), 101).recentlyChanged);
    const QSignalSpy told(&m_board->urgent(), &QAbstractItemModel::dataChanged);
    m_shop->clock.advance(1ms);
    m_board->tick();
    QVERIFY(!rowOf(m_board->urgent(), 101).recentlyChanged);
    QCOMPARE(told.size(), 1);
}

void TestBoard::oldNewsHasNoEdge()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->clock.advance(3s);
    m_board->tick();
    m_shop->order(101, {{QStringLiteral("quantity"), 3500}}, true); // imported
    QVERIFY(!m_board->urgent().row(0).recentlyChanged);
    m_shop->order(101, {{QStringLiteral("quantity"), 3500}}); // saved, nothing changed
    QVERIFY(!m_board->urgent().row(0).recentlyChanged);

    m_shop->cut();
    m_shop->greet();
    m_shop->store.handle(protocol::Sync{protocol::Sync::Mode::Resume, {}});
    m_shop->order(101, {{QStringLiteral("quantity"), 4000}}); // replayed
    QVERIFY(!m_board->urgent().row(0).recentlyChanged);
    QCOMPARE(m_board->urgent().row(0).quantity, std::optional<qint64>(4000));
}

void TestBoard::keepsTheSelectionOverMoves()
{
    for (const int id : {101, 102, 103})
        m_shop->newOrder(id, QStringLiteral("2026-11-%1").arg(20 + id % 100));
    const QPersistentModelIndex chosen = m_board->urgent().index(2);
    QCOMPARE(chosen.data(OrderIdRole).value<CrmId>(), 103);
    m_shop->order(103, {{QStringLiteral("delivery_date"), QStringLiteral("2026-11-01")}});
    QCOMPARE(chosen.row(), 0);
    QCOMPARE(chosen.data(OrderIdRole).value<CrmId>(), 103);
    m_shop->setStatus(101, OrderStatus::Completed);
    QCOMPARE(chosen.data(OrderIdRole).value<CrmId>(), 103);
    m_shop->setStatus(103, OrderStatus::Completed);
    QVERIFY(!chosen.isValid());
}

void TestBoard::filters()
{
    for (const int id : {101, 102}) {
        m_shop->newOrder(id, QStringLiteral("2026-11-23"));
        m_shop->steps(id, m_steps, id == 101 ? 1 : 0);
    }
    m_board->setMySteps({QStringLiteral("折页")});
    QCOMPARE(numbersIn(m_board->ready()).join(u' '), QStringLiteral("101"));
    QCOMPARE(numbersIn(m_board->waiting()).join(u' '), QStringLiteral("102"));
    QCOMPARE(m_board->urgent().rowCount(), 2);
    m_board->setMySteps({});
    m_board->setSearch(QStringLiteral("112102"));
    QCOMPARE(numbersIn(m_board->ready()).join(u' '), QStringLiteral("102"));
    QCOMPARE(numbersIn(m_board->urgent()).join(u' '), QStringLiteral("102"));
    m_shop->order(102, {{QStringLiteral("order_no"), QStringLiteral("X")}});
    QCOMPARE(m_board->urgent().rowCount(), 0);
    m_board->setSearch({});
    QCOMPARE(m_board->urgent().rowCount(), 2);
}

void TestBoard::filtersByStepOperatorAndCategory()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->steps(101, m_steps);
    m_shop->newOrder(102, QStringLiteral("2026-11-23"));
    m_shop->steps(102, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    m_shop->setStep(102, 0, StepStatus::InProgress, QStringLiteral("李娜"));
    const auto running = [this](const RowFilter &filter) {
        m_board->setView(m_board->running(), {filter, {}});
        return numbersIn(m_board->running()).join(u' ');
    };
    QCOMPARE(running({{}, {QStringLiteral("李娜")}, {}}), QStringLiteral("102"));
    QCOMPARE(running({{QStringLiteral("印刷")}, {}, {}}), QStringLiteral("101 102"));
    QCOMPARE(running({{QStringLiteral("折页")}, {}, {}}), QString());
    QCOMPARE(running({{}, {}, StepCategory::Cover}), QString());
    // What comes later is narrowed, too; the other lists are not.
    m_shop->setStep(102, 0, StepStatus::Completed, QStringLiteral("李娜"));
    QCOMPARE(running({{}, {QStringLiteral("李娜")}, {}}), QString());
    m_shop->setStep(102, 1, StepStatus::InProgress, QStringLiteral("李娜"));
    QCOMPARE(numbersIn(m_board->running()).join(u' '), QStringLiteral("102"));
    QCOMPARE(m_board->urgent().rowCount(), 2);
    QCOMPARE(running({}), QStringLiteral("101 102"));
}

void TestBoard::sortsByAnyColumn()
{
    for (const auto &[id, customer] :
         {std::pair(101, "远航"), std::pair(102, "北辰"), std::pair(103, "明德")})
        m_shop->order(
            id,
            {{QStringLiteral("order_no"), QString::number(id)},
             {QStringLiteral("customer_name"), QString::fromUtf8(customer)},
             {QStringLiteral("status"), 2},
             {QStringLiteral("delivery_date"), QStringLiteral("2026-11-%1").arg(id - 80)}},
            true);
    const auto urgent = [this](RowSort sort) {
        m_board->setView(m_board->urgent(), {{}, sort});
        return numbersIn(m_board->urgent()).join(u' ');
    };
    QCOMPARE(urgent({}), QStringLiteral("101 102 103"));
    QCOMPARE(urgent({RowSort::By::Due, true}), QStringLiteral("103 102 101"));
    QCOMPARE(urgent({RowSort::By::Customer, false}), QStringLiteral("102 103 101")); // B M Y
    QCOMPARE(urgent({RowSort::By::Customer, true}), QStringLiteral("101 103 102"));
    // A row that changes goes where it now belongs; one with nothing to say stands last.
    m_shop->order(101, {{QStringLiteral("customer_name"), QStringLiteral("安徽")}});
    QCOMPARE(numbersIn(m_board->urgent()).join(u' '), QStringLiteral("103 102 101"));
    m_shop->order(103, {{QStringLiteral("customer_name"), QString()}});
    QCOMPARE(numbersIn(m_board->urgent()).join(u' '), QStringLiteral("102 101 103"));
    QCOMPARE(urgent({RowSort::By::Customer, false}), QStringLiteral("101 102 103"));
}

void TestBoard::saysWhatAListCouldBeNarrowedTo()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    m_shop->steps(101, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    m_board->setView(m_board->running(), {{{QStringLiteral("折页")}, {}, {}}, {}});
    QCOMPARE(m_board->running().rowCount(), 0);
    QCOMPARE(m_board->choices(m_board->running()).steps(), QStringList{QStringLiteral("印刷")});
    QCOMPARE(m_board->choices(m_board->running()).operators(), QStringList{QStringLiteral("张伟")});
    QCOMPARE(m_board->choices(m_board->ready()).steps().size(), 2); // what waits counts, too
}

void TestBoard::titleSaysBothNumbers()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    QCOMPARE(m_board->titleCount(m_board->urgent()), QStringLiteral("1"));
    m_shop->store.handle(protocol::Numbers{
        {{QStringLiteral("urgent_orders_count"), 14}, {QStringLiteral("current_steps_count"), 0}}});
    QCOMPARE(m_board->titleCount(m_board->urgent()), QStringLiteral("1 / 14"));
    QCOMPARE(m_board->titleCount(m_board->running()), QStringLiteral("0"));
}

void TestBoard::readsRowsAloud()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-23"));
    const QModelIndex index = m_board->urgent().index(0);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Today, PO2026112101, 东方出版社, 秋季产品画册 · 3,000 册"));
    QCOMPARE(index.data(Qt::DisplayRole), index.data(Qt::AccessibleTextRole));
    QVERIFY(!index.data(Qt::DecorationRole).isValid());
}

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
