// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_estimate.h"
#include "client/answers/due_sums.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

/// At 10:34 of a day that ends at 20:00, with an hour of lunch: 8 h 26 min of it are left.
class TestDueEstimate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void tellsWhen();
    void whatIsOverdueIsAskedForToday();
    void withoutCasesThereIsNoJudgement();
    void beyondTheCalendarIsTooLate();
    void afterWorkTodayIsOver();
    void sumsUp();
    void whoMustGoOut();
};

namespace {

constexpr auto left = 8h + 26min;

DueJudgement judged(const char *due, std::chrono::seconds usual, std::chrono::seconds slow,
                    Moment now = BookBuilder::now())
{
    Order order;
    order.deliveryDate = BookBuilder::day(due);
    return dueJudgement(order, {3, PathTime{usual, slow}}, BookBuilder::scope().calendar, now);
}

} // namespace

void TestDueEstimate::judges_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<int>("usual"); // minutes
    QTest::addColumn<int>("slow");
    QTest::addColumn<DueVerdict>("verdict");
    const int rest = int(std::chrono::minutes(left).count());
    QTest::newRow("nothing left") << QByteArray("11-23") << 0 << 0 << DueVerdict::InTime;
    QTest::newRow("to the minute") << QByteArray("11-23") << rest << rest << DueVerdict::InTime;
    QTest::newRow("slow passes") << QByteArray("11-23") << rest << rest + 1 << DueVerdict::AtRisk;
    QTest::newRow("usual passes") << QByteArray("11-23") << rest + 1 << rest + 1
                                  << DueVerdict::TooLate;
    QTest::newRow("tomorrow is longer")
        << QByteArray("11-24") << rest + 1 << rest + 11 * 60 << DueVerdict::InTime;
    QTest::newRow("tomorrow too") << QByteArray("11-24") << rest << rest + 11 * 60 + 1
                                  << DueVerdict::AtRisk;
}

void TestDueEstimate::judges()
{
    QFETCH(QByteArray, due);
    QFETCH(int, usual);
    QFETCH(int, slow);
    QFETCH(DueVerdict, verdict);
    QCOMPARE(
        judged(due.constData(), std::chrono::minutes(usual), std::chrono::minutes(slow)).verdict,
        verdict);
}

void TestDueEstimate::tellsWhen()
{
    const DueJudgement judgement = judged("11-23", 3h, 9h);
    QCOMPARE(judgement.stepsLeft, 3);
    QVERIFY(judgement.workLeft == 3h);
    QCOMPARE(judgement.expected.toString(u"MM-dd HH:mm"), u"11-23 14:34"_qs);
    QCOMPARE(judgement.slow.toString(u"MM-dd HH:mm"), u"11-24 08:34"_qs);
    QVERIFY(judgement.slack == 9h + 26min);
}

void TestDueEstimate::whatIsOverdueIsAskedForToday()
{
    QCOMPARE(judged("11-20", left, left).verdict, DueVerdict::InTime);
    QCOMPARE(judged("11-20", left, left + 1s).verdict, DueVerdict::AtRisk);
    QCOMPARE(judged("11-20", left + 1s, left + 1s).verdict, DueVerdict::TooLate);
}

void TestDueEstimate::withoutCasesThereIsNoJudgement()
{
    Order order;
    order.deliveryDate = BookBuilder::today();
    const DueJudgement judgement =
        dueJudgement(order, {2, std::nullopt}, BookBuilder::scope().calendar, BookBuilder::now());
    QCOMPARE(judgement.verdict, DueVerdict::Unknown);
    QCOMPARE(judgement.stepsLeft, 2);
    QVERIFY(!judgement.expected.isValid());
    QVERIFY(!judgement.slow.isValid());
}

void TestDueEstimate::beyondTheCalendarIsTooLate()
{
    const DueJudgement judgement = judged("11-24", 5000h, 9000h);
    QCOMPARE(judgement.verdict, DueVerdict::TooLate);
    QVERIFY(!judgement.expected.isValid());
}

void TestDueEstimate::afterWorkTodayIsOver()
{
    const Moment evening = BookBuilder::at("11-23 20:30");
    QCOMPARE(judged("11-23", 1min, 1min, evening).verdict, DueVerdict::TooLate);
    QCOMPARE(judged("11-23", 0s, 0s, evening).verdict, DueVerdict::InTime);
}

void TestDueEstimate::sumsUp()
{
    DueSums sums;
    for (const DueVerdict verdict : {DueVerdict::InTime, DueVerdict::InTime, DueVerdict::AtRisk,
                                     DueVerdict::TooLate, DueVerdict::Unknown, DueVerdict::None})
        sums.add(verdict);
    QVERIFY(sums == (DueSums{2, 1, 1, 1}));
    QCOMPARE(sums.all(), 5);
}

void TestDueEstimate::whoMustGoOut()
{
    Order order;
    order.status = OrderStatus::Pending;
    const QDate today = BookBuilder::today();
    QVERIFY(!mustGoOut(order, today)); // no date
    for (const int days : {-9, 0, 1}) {
        order.deliveryDate = today.addDays(days);
        QVERIFY(mustGoOut(order, today));
    }
    order.stub = true;
    QVERIFY(!mustGoOut(order, today));
    order.stub = false;
    order.deliveryDate = today.addDays(2);
    QVERIFY(!mustGoOut(order, today));
    order.deliveryDate = today;
    order.status = OrderStatus::Completed;
    QVERIFY(!mustGoOut(order, today));
}

QTEST_APPLESS_MAIN(TestDueEstimate)
#include "tst_due_estimate.moc"
