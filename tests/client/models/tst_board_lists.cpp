// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board.h"
#include "tests/client/models/row_mirror.h"
#include "tests/client/models/sample_shop.h"
#include "tests/support/random_events.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace pressboard;
using namespace pressboard::client;

/// The lists against any history: whatever comes, they say what they did, and are what they would
/// be had they been made now.
class TestBoardLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalListsMadeNow_data();
    void equalListsMadeNow();
    void touchOnlyTheOrdersThatChanged();
};

namespace {

constexpr int listCount = 7;
/// Of the station, whatever its lists show.
const QStringList markedSteps{QStringLiteral("覆膜"), QStringLiteral("打包"),
                              QStringLiteral("折页")};

std::array<BoardListModel *, listCount> listsOf(Board &board)
{
    return {&board.running(), &board.unreported(), &board.ready(), &board.waiting(),
            &board.urgent(),  &board.completed(),  &board.due()};
}

/// Without the blue edges, which a list made now does not have.
QList<BoardRow> plainRows(const BoardListModel &list)
{
    QList<BoardRow> rows;
    for (int i = 0; i < list.rowCount(); ++i) {
        rows.append(list.row(i));
        rows.last().recentlyChanged = false;
    }
    return rows;
}

/// A board, each list watched by Qt's model tester and by a mirror.
struct Watched
{
    explicit Watched(test::SampleShop &shop)
        : board(shop.store, shop.clock)
    {
        for (BoardListModel *list : listsOf(board)) {
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                list, QAbstractItemModelTester::FailureReportingMode::Fatal));
            mirrors.push_back(std::make_unique<test::RowMirror>(*list));
        }
    }
    /// A minute that passes tells all rows of a list at once, a change only those that read
    /// otherwise.
    int idleSignals() const
    {
        return std::accumulate(mirrors.begin(), mirrors.end(), 0, [](int sum, const auto &mirror) {
            return sum + mirror->idleSignals;
        });
    }
    bool isMirrored() const
    {
        return std::all_of(mirrors.begin(), mirrors.end(),
                           [](const auto &mirror) { return mirror->rows() == mirror->listRows(); });
    }

    Board board;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    std::vector<std::unique_ptr<test::RowMirror>> mirrors;
};

void compare(Board &kept, Board &madeNow)
{
    for (int i = 0; i < listCount; ++i)
        QCOMPARE(plainRows(*listsOf(kept)[i]), plainRows(*listsOf(madeNow)[i]));
    QCOMPARE(kept.numbers().tiers(), madeNow.numbers().tiers());
}

RowView randomView(Board &board, BoardListModel &list, test::RandomEvents &random)
{
    const auto some = [&random](QStringList names) {
        names.removeIf([&](const QString &) { return random.chance(70); });
        return names;
    };
    const RowChoices choices = board.choices(list);
    RowView view;
    if (random.chance(60)) {
        view.filter.steps = some(choices.steps());
        view.filter.operators = random.chance(30) ? some(choices.operators()) : QStringList();
        view.filter.category = StepCategory(random.below(3));
    }
    view.sort = {RowSort::By(random.below(int(RowSort::By::Early) + 1)), random.chance(50)};
    return view;
}

void changeAView(Board &board, test::RandomEvents &random)
{
    BoardListModel *list = listsOf(board)[size_t(random.below(listCount))];
    board.setView(*list, randomView(board, *list, random));
}

void copyViews(Board &board, Board &other)
{
    for (size_t i = 0; i < listCount; ++i)
        other.setView(*listsOf(other)[i], listsOf(board)[i]->view());
}

void copyMarks(Board &board, Board &other)
{
    other.marks().setSteps(markedSteps);
    other.marks().restore(board.marks().seen(), board.marks().stopped());
}

void lookAtAnOrder(Board &board, const Store &store, test::RandomEvents &random)
{
    const QList<CrmId> orders = store.book().orders().keys();
    if (orders.isEmpty())
        return;
    const CrmId order = orders.at(random.below(int(orders.size())));
    random.chance(50) ? board.marks().acknowledge(order) : board.marks().look(order);
}

void feed(test::SampleShop &shop, const Event &event)
{
    shop.store.handle(protocol::EventMessage{event.type, event.data, event.id, event.isImported()});
}

} // namespace

void TestBoardLists::equalListsMadeNow_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("mySteps");
    QTest::addColumn<bool>("changingViews");
    QTest::newRow("all") << QString() << QStringList() << false;
    QTest::newRow("searched") << QStringLiteral("1") << QStringList() << false;
    QTest::newRow("my steps") << QString()
                              << QStringList{QStringLiteral("覆膜"), QStringLiteral("打包")}
                              << false;
    QTest::newRow("filtered, sorted") << QString() << QStringList() << true;
}

void TestBoardLists::equalListsMadeNow()
{
    QFETCH(QString, search);
    QFETCH(QStringList, mySteps);
    QFETCH(bool, changingViews);
    test::RandomEvents random(test::randomSeed());
    test::SampleShop shop;
    Watched watched(shop);
    watched.board.setSearch(search);
    watched.board.setMySteps(mySteps);
    watched.board.marks().setSteps(markedSteps);
    shop.goLive();
    for (int i = 0; i < 2000; ++i) {
        const Event event = random.next();
        shop.clock.jump(momentOf(event.id) - shop.clock.now());
        const int idle = watched.idleSignals();
        feed(shop, event);
        QVERIFY2(watched.isMirrored(), qPrintable(event.id.toString()));
        QCOMPARE(watched.idleSignals(), idle);
        if (changingViews && random.chance(3))
            changeAView(watched.board, random);
        if (random.chance(20))
            shop.clock.advance(std::chrono::minutes(random.below(60 * 30)));
        if (random.chance(10))
            lookAtAnOrder(watched.board, shop.store, random);
        QVERIFY(watched.isMirrored());
        if (random.chance(5))
            random.chance(50) ? shop.cut() : shop.setState(ConnectionState::Live);
        QVERIFY(watched.isMirrored());
        if (!random.chance(10))
            continue;
        watched.board.tick();
        QVERIFY(watched.isMirrored());
        Board madeNow(shop.store, shop.clock);
        madeNow.setSearch(search);
        copyViews(watched.board, madeNow);
        copyMarks(watched.board, madeNow);
        compare(watched.board, madeNow);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestBoardLists::touchOnlyTheOrdersThatChanged()
{
    test::SampleShop shop;
    shop.goLive();
    const QStringList steps{QStringLiteral("印刷"), QStringLiteral("折页"), QStringLiteral("胶包")};
    for (int id = 100; id < 400; ++id) {
        shop.newOrder(id, QStringLiteral("2026-11-%1").arg(20 + id % 9));
        shop.steps(id, steps);
    }
    Watched watched(shop);
    for (const auto &mirror : watched.mirrors)
        mirror->signalCount = 0;
    shop.setStep(205, 0, StepStatus::InProgress, QStringLiteral("张伟"));
    int told = 0;
    for (const auto &mirror : watched.mirrors)
        told += mirror->signalCount;
    // Out of 可开工, into 进行中, other words in 紧急; nothing else of 300 orders.
    QVERIFY2(told <= 5, qPrintable(QString::number(told)));
    QVERIFY(told >= 2);

    shop.setStep(205, 0, StepStatus::InProgress, QStringLiteral("张伟")); // saved, nothing changed
    int again = 0;
    for (const auto &mirror : watched.mirrors)
        again += mirror->signalCount;
    QCOMPARE(again, told);
}

QTEST_GUILESS_MAIN(TestBoardLists)
#include "tst_board_lists.moc"
