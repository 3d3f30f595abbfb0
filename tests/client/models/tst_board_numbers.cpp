// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board_numbers.h"
#include "tests/client/models/sample_shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestBoardNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sayNothingBeforeTheServerDid();
    void showTheServersNumbers();
    void tellTodaysChangeOnlyWithABaseline();
    void aFirstDayHasNoYesterday();
    void sayThatTheyAreIncomplete();
    void tiersFollowBookAndDate();
    void changeOnlyWhenSomethingDid();
};

namespace {

QJsonObject stats()
{
    return {
        {QStringLiteral("urgent_orders_count"), 14}, {QStringLiteral("current_steps_count"), 27},
        {QStringLiteral("next_steps_count"), 280},   {QStringLiteral("ready_steps_count"), 34},
        {QStringLiteral("processing_orders"), 42},   {QStringLiteral("pending_orders"), 22},
        {QStringLiteral("completed_orders"), 1284},  {QStringLiteral("total_orders"), 1366}};
}

QJsonObject with(QJsonObject numbers, const char *key, const QJsonValue &value)
{
    numbers.insert(QLatin1StringView(key), value);
    return numbers;
}

} // namespace

void TestBoardNumbers::sayNothingBeforeTheServerDid()
{
    test::SampleShop shop;
    const BoardNumbers numbers(shop.store);
    for (int i = 0; i < BoardNumbers::count; ++i) {
        QCOMPARE(numbers.at(BoardNumbers::Number(i)).value, QStringLiteral("–"));
        QCOMPARE(numbers.at(BoardNumbers::Number(i)).aside, QString());
    }
    QVERIFY(!numbers.readySteps());
}

void TestBoardNumbers::showTheServersNumbers()
{
    test::SampleShop shop;
    shop.stats = stats();
    const BoardNumbers numbers(shop.store);
    shop.goLive();
    QStringList shown;
    for (int i = 0; i < BoardNumbers::count; ++i)
        shown.append(numbers.at(BoardNumbers::Number(i)).value);
    // Without a translation, numbers are written the English way.
    QCOMPARE(shown.join(u' '), QStringLiteral("14 27 280 42 22 1,284 1,366"));
    QCOMPARE(numbers.at(BoardNumbers::StepsWaiting).aside, QStringLiteral("34 ready"));
    QCOMPARE(numbers.at(BoardNumbers::Total).aside, QString());
    QVERIFY(!numbers.completedToday());
}

void TestBoardNumbers::tellTodaysChangeOnlyWithABaseline()
{
    test::SampleShop shop;
    shop.stats = stats();
    shop.dayStats = with(with(with(stats(), "processing_orders", 40), "completed_orders", 1270),
                         "total_orders", 1370);
    const BoardNumbers numbers(shop.store);
    shop.goLive();
    QCOMPARE(numbers.at(BoardNumbers::Processing).aside, QStringLiteral("+2 today"));
    QCOMPARE(numbers.at(BoardNumbers::Completed).aside, QStringLiteral("+14 today"));
    QCOMPARE(numbers.at(BoardNumbers::Total).aside, QStringLiteral("-4 today"));
    QCOMPARE(numbers.at(BoardNumbers::Pending).aside, QString());
    QCOMPARE(numbers.completedToday(), std::optional<qint64>(14));
}

void TestBoardNumbers::aFirstDayHasNoYesterday()
{
    test::SampleShop shop;
    shop.stats = stats();
    shop.dayStats = with(with(stats(), "total_orders", 0), "completed_orders", 0);
    const BoardNumbers numbers(shop.store);
    shop.goLive();
    QCOMPARE(numbers.at(BoardNumbers::Completed).aside, QString());
    QVERIFY(!numbers.completedToday());
}

void TestBoardNumbers::sayThatTheyAreIncomplete()
{
    test::SampleShop shop;
    shop.stats = with(stats(), "complete", false);
    const BoardNumbers numbers(shop.store);
    shop.goLive();
    QCOMPARE(numbers.at(BoardNumbers::Total).aside, QStringLiteral("incomplete"));
    QVERIFY(!numbers.caveat().isEmpty());
    shop.store.handle(protocol::Numbers{stats()});
    QCOMPARE(numbers.at(BoardNumbers::Total).aside, QString());
    QVERIFY(numbers.caveat().isEmpty());
}

void TestBoardNumbers::tiersFollowBookAndDate()
{
    test::SampleShop shop;
    BoardNumbers numbers(shop.store);
    shop.goLive();
    const QStringList due{QStringLiteral("2026-11-20"), QStringLiteral("2026-11-22"),
                          QStringLiteral("2026-11-23"), QStringLiteral("2026-11-24"),
                          QStringLiteral("2026-11-26"), QStringLiteral("2026-11-27")};
    for (int i = 0; i < due.size(); ++i)
        shop.newOrder(101 + i, due.at(i));
    QCOMPARE(numbers.tiers(), (BoardNumbers::Tiers{2, 1, 2}));
    shop.setStatus(101, OrderStatus::Completed);
    QCOMPARE(numbers.tiers(), (BoardNumbers::Tiers{1, 1, 2}));
    shop.clock.advance(24h);
    numbers.setToday(shop.store.today());
    QCOMPARE(numbers.tiers(), (BoardNumbers::Tiers{2, 1, 2}));
}

void TestBoardNumbers::changeOnlyWhenSomethingDid()
{
    test::SampleShop shop;
    shop.stats = stats();
    BoardNumbers numbers(shop.store);
    shop.goLive();
    const QSignalSpy changed(&numbers, &BoardNumbers::changed);
    numbers.setToday(shop.store.today());
    shop.notice({{QStringLiteral("message"), QStringLiteral("hello")}});
    QCOMPARE(changed.size(), 0);
    shop.store.handle(protocol::Numbers{with(stats(), "total_orders", 1367)});
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestBoardNumbers)
#include "tst_board_numbers.moc"
