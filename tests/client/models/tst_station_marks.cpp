// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board.h"
#include "client/models/format.h"
#include "tests/client/models/sample_shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

/// What must not be missed at a machine. That the lists follow any history, tst_board_lists says.
class TestStationMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theFirstBoardIsNotNew();
    void whatComesToAnEmptyBoardIsNew();
    void aTurnIsNewUntilSomebodyLooks();
    void aTurnEndsWhenItIsStarted();
    void aTurnThatCameWhileNobodyWasHereIsNew();
    void tellsAnyTwoTextIdsApart();
    void aTurnThatComesAgainIsNewAgain();
    void choosingStepsMakesNothingNew();
    void othersTurnsAreNot();
    void anEmptyBoardForgetsNothing();
    void cancelledWhileRunningStandsFirst();
    void aStopEndsWithItsStep();
    void aStopIsAcknowledgedHereOnly();
    void cancelledAgainMeansIt();
    void aStopIsNeverFoldedAway();
    void whatIsOverdueIsNeverFoldedAway();

private:
    void turnComes(qint64 orderId);
    BoardRow rowOf(const BoardListModel &list, qint64 orderId) const;

    const QStringList m_steps{QStringLiteral("印刷"), QStringLiteral("覆膜"),
                              QStringLiteral("胶包")};
    std::unique_ptr<test::SampleShop> m_shop;
    std::unique_ptr<Board> m_board;
};

void TestStationMarks::init()
{
    m_board.reset();
    m_shop = std::make_unique<test::SampleShop>();
    m_board = std::make_unique<Board>(m_shop->store, m_shop->clock);
    m_board->marks().setSteps({QStringLiteral("覆膜")});
    m_shop->newOrder(100, QStringLiteral("2026-12-01"));
    m_shop->steps(100, m_steps, 1);
    m_shop->goLive(protocol::Sync::Mode::Resume);
    m_board->marks().lookAtAll();
}

/// The step before the laminating is done.
void TestStationMarks::turnComes(qint64 orderId)
{
    m_shop->newOrder(orderId, QStringLiteral("2026-12-01"));
    m_shop->steps(orderId, m_steps);
    m_shop->setStep(orderId, 0, StepStatus::Completed);
}

BoardRow TestStationMarks::rowOf(const BoardListModel &list, qint64 orderId) const
{
    for (int i = 0; i < list.rowCount(); ++i) {
        if (list.row(i).orderId == orderId)
            return list.row(i);
    }
    return {};
}

void TestStationMarks::theFirstBoardIsNotNew()
{
    test::SampleShop other;
    other.newOrder(1, QStringLiteral("2026-12-01"));
    other.steps(1, m_steps, 1);
    test::SampleShop shop;
    shop.snapshot = other.store.book().orders().values();
    Board board(shop.store, shop.clock);
    board.marks().setSteps({QStringLiteral("覆膜")});
    QSignalSpy remembered(&board.marks(), &StationMarks::remembered);
    shop.goLive();
    QCOMPARE(board.ready().rowCount(), 1);
    QVERIFY(board.marks().newTurns().isEmpty());
    QVERIFY(!board.ready().row(0).isNew);
    QCOMPARE(remembered.size(), 1);
    QCOMPARE(board.marks().seen().size(), 1);
}

void TestStationMarks::whatComesToAnEmptyBoardIsNew()
{
    test::SampleShop shop;
    Board board(shop.store, shop.clock);
    board.marks().setSteps({QStringLiteral("印刷")});
    QSignalSpy remembered(&board.marks(), &StationMarks::remembered);
    shop.goLive();
    QCOMPARE(remembered.size(), 1);
    shop.newOrder(1, QStringLiteral("2026-12-01"));
    shop.steps(1, m_steps);
    QCOMPARE(board.marks().newTurns().size(), 1);
    shop.snapshot = shop.store.book().orders().values();
    shop.goLive();
    QCOMPARE(board.marks().newTurns().size(), 1);
}

void TestStationMarks::aTurnIsNewUntilSomebodyLooks()
{
    QSignalSpy changed(&m_board->marks(), &StationMarks::changed);
    turnComes(101);
    const StationMarks::Turn turn{101, test::SampleShop::progressId(101, 1)};
    QCOMPARE(m_board->marks().newTurns(), QList{turn});
    QVERIFY(rowOf(m_board->ready(), 101).isNew);
    QVERIFY(format::sentence(rowOf(m_board->ready(), 101)).startsWith(u"new"));
    QVERIFY(!rowOf(m_board->ready(), 100).isNew);
    QVERIFY(m_board->marks().isMarked(101));
    QCOMPARE(changed.size(), 1);
    m_board->marks().look(101);
    QVERIFY(m_board->marks().newTurns().isEmpty());
    QVERIFY(!rowOf(m_board->ready(), 101).isNew);
    QVERIFY(!m_board->marks().isMarked(101));
}

void TestStationMarks::aTurnEndsWhenItIsStarted()
{
    turnComes(101);
    m_shop->setStep(101, 1, StepStatus::InProgress);
    QVERIFY(m_board->marks().newTurns().isEmpty());
}

void TestStationMarks::aTurnThatCameWhileNobodyWasHereIsNew()
{
    const QStringList seen = m_board->marks().seen();
    turnComes(101);
    test::SampleShop shop;
    shop.snapshot = m_shop->store.book().orders().values();
    Board board(shop.store, shop.clock);
    board.marks().restore(seen, {});
    board.marks().setSteps({QStringLiteral("覆膜")});
    shop.goLive();
    QCOMPARE(board.marks().newTurns().size(), 1);
    QCOMPARE(board.marks().newTurns().first().orderId, 101);
}

/// Two that read alike with a stroke between them, and one that begins with a blank.
void TestStationMarks::tellsAnyTwoTextIdsApart()
{
    const auto come = [this](const QString &order, const QString &step) {
        m_shop->event(QString(event_type::order),
                      {{QStringLiteral("order_id"), order},
                       {QStringLiteral("order_no"), order},
                       {QStringLiteral("status"), 2}});
        m_shop->event(QString(event_type::progress),
                      {{QStringLiteral("order_id"), order},
                       {QStringLiteral("progress_id"), step},
                       {QStringLiteral("step_name"), QStringLiteral("覆膜")},
                       {QStringLiteral("status"), 1}});
    };
    come(QStringLiteral("A/1"), QStringLiteral("2"));
    come(QStringLiteral("A"), QStringLiteral("1/2"));
    come(QStringLiteral(" B"), QStringLiteral("C, D"));
    QCOMPARE(m_board->marks().newTurns().size(), 3);
    m_board->marks().look(CrmId::fromText(QStringLiteral("A/1")));
    QCOMPARE(m_board->marks().newTurns().size(), 2);
    m_board->marks().lookAtAll();
    const QStringList seen = m_board->marks().seen();
    QCOMPARE(seen.size(), 4);
    for (const QString &key : seen)
        QVERIFY2(!key.contains(u' ') && !key.contains(u','), qPrintable(key));
}

void TestStationMarks::aTurnThatComesAgainIsNewAgain()
{
    turnComes(101);
    m_board->marks().look(101);
    m_shop->setStep(101, 0, StepStatus::InProgress); // printed once more
    m_shop->setStep(101, 0, StepStatus::Completed);
    QCOMPARE(m_board->marks().newTurns().size(), 1);
}

void TestStationMarks::choosingStepsMakesNothingNew()
{
    turnComes(101);
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    m_shop->steps(102, m_steps);
    m_board->marks().setSteps({QStringLiteral("覆膜"), QStringLiteral("印刷")});
    QCOMPARE(m_board->marks().newTurns().size(), 1); // as before
    m_board->marks().setSteps({QStringLiteral("印刷")});
    QVERIFY(m_board->marks().newTurns().isEmpty());
}

void TestStationMarks::othersTurnsAreNot()
{
    m_shop->newOrder(102, QStringLiteral("2026-12-01"));
    m_shop->steps(102, m_steps);
    m_shop->setStep(100, 1, StepStatus::Completed); // 胶包 is somebody else's
    QVERIFY(m_board->marks().newTurns().isEmpty());
}

void TestStationMarks::anEmptyBoardForgetsNothing()
{
    const QStringList seen = m_board->marks().seen();
    QCOMPARE(seen.size(), 1);
    test::SampleShop shop;
    Board board(shop.store, shop.clock);
    board.marks().restore(seen, {});
    board.marks().setSteps({QStringLiteral("覆膜")});
    shop.goLive();
    QCOMPARE(board.marks().seen(), seen);
}

void TestStationMarks::cancelledWhileRunningStandsFirst()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-20")); // overdue
    m_shop->steps(101, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress);
    m_shop->newOrder(102, QStringLiteral("2026-12-20"));
    m_shop->steps(102, m_steps);
    m_shop->setStep(102, 0, StepStatus::InProgress);
    QCOMPARE(m_board->running().row(0).orderId, 101);
    m_shop->setStatus(102, OrderStatus::Cancelled);
    const BoardRow first = m_board->running().row(0);
    QCOMPARE(first.orderId, 102);
    QVERIFY(first.mustStop);
    QCOMPARE(format::due(first), QStringLiteral("Cancelled · stop"));
    QVERIFY(!m_board->running().row(1).mustStop);

    m_board->setView(m_board->running(), {{}, {RowSort::By::OrderNo, false}});
    QCOMPARE(m_board->running().row(0).orderId, 102); // however the list is sorted
    m_board->setView(m_board->running(), {{}, {RowSort::By::OrderNo, true}});
    QCOMPARE(m_board->running().row(0).orderId, 102);
}

void TestStationMarks::aStopEndsWithItsStep()
{
    m_shop->setStep(100, 1, StepStatus::InProgress);
    m_shop->setStatus(100, OrderStatus::Cancelled);
    QVERIFY(m_board->marks().isMarked(100));
    m_shop->setStep(100, 1, StepStatus::Skipped);
    QVERIFY(!m_board->marks().isMarked(100));
    QCOMPARE(m_board->running().rowCount(), 0);
}

void TestStationMarks::aStopIsAcknowledgedHereOnly()
{
    m_shop->setStep(100, 1, StepStatus::InProgress);
    m_shop->setStatus(100, OrderStatus::Cancelled);
    m_board->marks().look(100); // who reads the card has not stopped the machine
    QVERIFY(m_board->running().row(0).mustStop);
    m_board->marks().acknowledge(100);
    QVERIFY(!m_board->running().row(0).mustStop);
    QCOMPARE(m_board->marks().stopped().size(), 1);
    const Board wall(m_shop->store, m_shop->clock);
    QVERIFY(const_cast<Board &>(wall).running().row(0).mustStop);
}

void TestStationMarks::cancelledAgainMeansIt()
{
    m_shop->setStep(100, 1, StepStatus::InProgress);
    m_shop->setStatus(100, OrderStatus::Cancelled);
    m_board->marks().acknowledge(100);
    m_shop->setStatus(100, OrderStatus::Processing);
    QVERIFY(m_board->marks().stopped().isEmpty());
    m_shop->setStatus(100, OrderStatus::Cancelled);
    QVERIFY(m_board->running().row(0).mustStop);
}

void TestStationMarks::aStopIsNeverFoldedAway()
{
    m_shop->setStep(100, 1, StepStatus::InProgress);
    m_shop->setStatus(100, OrderStatus::Cancelled);
    m_shop->clock.advance(25h);
    m_board->tick();
    QCOMPARE(m_board->running().rowCount(), 1);
    QCOMPARE(m_board->unreported().rowCount(), 0);
    m_board->marks().acknowledge(100);
    QCOMPARE(m_board->running().rowCount(), 0);
    QCOMPARE(m_board->unreported().rowCount(), 1);
}

void TestStationMarks::whatIsOverdueIsNeverFoldedAway()
{
    m_shop->newOrder(101, QStringLiteral("2026-11-24"));
    m_shop->steps(101, m_steps);
    m_shop->setStep(101, 0, StepStatus::InProgress);
    m_shop->clock.advance(25h); // Tuesday: due today
    m_board->tick();
    QCOMPARE(m_board->unreported().rowCount(), 1);
    m_shop->clock.advance(24h);
    m_board->tick();
    QCOMPARE(m_board->unreported().rowCount(), 0);
    QCOMPARE(m_board->running().row(0).orderId, 101);
}

QTEST_GUILESS_MAIN(TestStationMarks)
#include "tst_station_marks.moc"
