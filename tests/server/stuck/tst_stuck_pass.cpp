// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/stuck_pass.h"
#include "server/stuck/stuck_words.h"
#include "tests/support/random_events.h"
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// What counts as stuck. The shop is told its past at 2026-11-23T08:50 (UTC), and it is asked at
/// noon.
class TestStuckPass : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = {}; }
    void nothingIsStuckUnlessSet();
    void aStepRunsForTooLong();
    void aStepRunsLongerThanUsual_data();
    void aStepRunsLongerThanUsual();
    void anOrderDoesNotMove();
    void whatNobodyKnowsIsNotStuck();
    void nothingIsBegun_data();
    void nothingIsBegun();
    void finishedOrdersAreNotStuck();
    void oneOfThem();
    void slicesFindTheSame();
    void hasAKeyAndWords();

private:
    QList<StuckCase> cases(const char *settings, Moment now = noon());
    static Moment noon() { return *momentFromText(u"2026-11-23T12:00:00Z"_qs, QTimeZone::utc()); }
    void finishedSteps(int count, int minutes);

    Shop m_shop;
};

static StuckSettings settingsOf(const char *json)
{
    return stuckFromJson(json).value();
}

QList<StuckCase> TestStuckPass::cases(const char *settings, Moment now)
{
    return stuckCases(m_shop.book, settingsOf(settings), {}, now, dateAt(now, QTimeZone::utc()));
}

void TestStuckPass::finishedSteps(int count, int minutes)
{
    m_shop.order(R"({"order_id":99,"order_no":"PO99","status":3})");
    for (int i = 0; i < count; ++i) {
        const QString json =
            uR"({"order_id":99,"progress_id":%1,"step_name":"覆膜","status":3,
                 "start_time":"2026-11-01T00:00:00Z","end_time":"%2"})"_qs.arg(9900 + i)
                .arg(toWire(*momentFromText(u"2026-11-01T00:00:00Z"_qs, QTimeZone::utc())
                            + std::chrono::minutes(minutes + i)));
        m_shop.step(json.toUtf8());
    }
}

void TestStuckPass::nothingIsStuckUnlessSet()
{
    m_shop.order(R"({"order_id":1,"status":2,"delivery_date":"2026-11-01"})");
    m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2,
                    "start_time":"2026-01-01T00:00:00Z"})");
    QVERIFY(cases("{}").isEmpty());
    QVERIFY(settingsOf("{}").isOff());
}

void TestStuckPass::aStepRunsForTooLong()
{
    m_shop.order(R"({"order_id":1,"order_no":"PO1","customer_name":"新华书店","status":2})");
    m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2,"operator":"王芳",
                    "start_time":"2026-11-23T00:00:00Z"})");
    m_shop.step(R"({"order_id":1,"progress_id":11,"step_name":"折页","status":1})");
    QVERIFY(cases(R"({"running-h":12})").isEmpty());
    const auto found = cases(R"({"running-h":12})", noon() + 1s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, StuckCase::Kind::Running);
    QCOMPARE(found.first().progressId, CrmId(10));
    QCOMPARE(found.first().key(), u"stuck:run:10"_qs);
}

void TestStuckPass::aStepRunsLongerThanUsual_data()
{
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("usualMinutes");
    QTest::addColumn<bool>("stuck");
    // It has been running for twelve hours.
    QTest::newRow("usual") << 5 << 240 << false;
    QTest::newRow("three times as long") << 5 << 230 << true;
    QTest::newRow("too few to tell") << 4 << 60 << false;
}

void TestStuckPass::aStepRunsLongerThanUsual()
{
    QFETCH(int, known);
    QFETCH(int, usualMinutes);
    QFETCH(bool, stuck);
    finishedSteps(known, usualMinutes);
    m_shop.order(R"({"order_id":1,"order_no":"PO1","status":2})");
    m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2,
                    "start_time":"2026-11-23T00:00:00Z"})");
    const auto found = cases(R"({"median-times":3})");
    QCOMPARE(found.size(), stuck ? 1 : 0);
    if (stuck)
        QCOMPARE(found.first().usual, std::optional<std::chrono::milliseconds>(232min));
}

void TestStuckPass::anOrderDoesNotMove()
{
    m_shop.order(R"({"order_id":1,"order_no":"PO1","status":2})");
    m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":3})");
    m_shop.step(R"({"order_id":1,"progress_id":11,"step_name":"折页","status":1})");
    const Moment last = momentOf(m_shop.last);
    QVERIFY(cases(R"({"unmoved-h":48})", last + 48h).isEmpty());
    const auto found = cases(R"({"unmoved-h":48})", last + 48h + 1s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().since, last);
    QCOMPARE(found.first().step, u"折页"_qs);
    m_shop.step(R"({"order_id":1,"progress_id":11,"status":2})");
    QVERIFY(cases(R"({"unmoved-h":48})", last + 48h + 1s).isEmpty());
}

/// Whoever comes out of another log, or was never seen to begin, is left alone.
void TestStuckPass::whatNobodyKnowsIsNotStuck()
{
    Order order;
    order.orderId = 1;
    order.status = OrderStatus::Processing;
    Step step;
    step.orderId = 1;
    step.progressId = 10;
    step.name = u"覆膜"_qs;
    step.status = StepStatus::InProgress;
    order.steps = {step};
    m_shop.book.putOrder(order);
    QVERIFY(cases(R"({"running-h":1,"unmoved-h":1})", noon() + 10000h).isEmpty());
}

void TestStuckPass::nothingIsBegun_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("stuck");
    QTest::newRow("in time") << QByteArray("2026-11-26") << 1 << false;
    QTest::newRow("soon") << QByteArray("2026-11-25") << 1 << true;
    QTest::newRow("overdue") << QByteArray("2026-11-20") << 1 << true;
    QTest::newRow("under way") << QByteArray("2026-11-25") << 2 << false;
    QTest::newRow("done") << QByteArray("2026-11-25") << 3 << false;
}

void TestStuckPass::nothingIsBegun()
{
    QFETCH(QByteArray, due);
    QFETCH(int, step);
    QFETCH(bool, stuck);
    m_shop.order(R"({"order_id":1,"order_no":"PO1","status":1,"delivery_date":")" + due + "\"}");
    m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":)"
                + QByteArray::number(step) + "}");
    QCOMPARE(cases(R"({"unbegun-days":2})").size(), stuck ? 1 : 0);
}

void TestStuckPass::finishedOrdersAreNotStuck()
{
    for (const char *status : {"3", "4"}) {
        m_shop = {};
        m_shop.order(R"({"order_id":1,"delivery_date":"2026-11-20","status":)" + QByteArray(status)
                     + "}");
        m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2,
                        "start_time":"2026-01-01T00:00:00Z"})");
        QVERIFY(
            cases(R"({"running-h":1,"unmoved-h":1,"unbegun-days":9})", noon() + 100h).isEmpty());
    }
}

/// Who hears that a step runs for too long need not hear that its order stands still.
void TestStuckPass::oneOfThem()
{
    m_shop.order(R"({"order_id":1,"status":2,"delivery_date":"2026-11-20"})");
    m_shop.step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2,
                    "start_time":"2026-11-23T00:00:00Z"})");
    const auto found = cases(R"({"running-h":1,"unmoved-h":1,"unbegun-days":9})", noon() + 100h);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, StuckCase::Kind::Running);
}

void TestStuckPass::slicesFindTheSame()
{
    RandomEvents random(randomSeed());
    Book book;
    for (const Event &event : random.next(2000))
        apply(book, event);
    const StuckSettings settings =
        settingsOf(R"({"running-h":1,"median-times":2,"unmoved-h":1,"unbegun-days":9})");
    const Moment now = momentOf(book.position) + 100h;
    const QDate today = dateAt(now, QTimeZone::utc());
    QStringList whole;
    for (const StuckCase &found : stuckCases(book, settings, {}, now, today))
        whole.append(found.key());
    QStringList sliced;
    StuckPass pass(book, settings, {}, now, today);
    while (!pass.isReady())
        pass.look(book, 3);
    for (const StuckCase &found : pass.cases())
        sliced.append(found.key());
    QCOMPARE(sliced, whole);
    QCOMPARE(QSet<QString>(whole.begin(), whole.end()).size(), whole.size());
}

void TestStuckPass::hasAKeyAndWords()
{
    StuckCase found;
    found.kind = StuckCase::Kind::Running;
    found.progressId = CrmId::fromText(u"步骤 1/2"_qs);
    found.orderNo = u"PO%1"_qs;
    found.customer = u"新华书店"_qs;
    found.step = u"覆膜"_qs;
    found.person = u"王芳"_qs;
    found.since = noon();
    found.usual = 4h;
    static const QRegularExpression form(u"^[A-Za-z0-9_.:-]{1,64}$"_qs);
    QVERIFY2(form.match(found.key()).hasMatch(), qPrintable(found.key()));
    const QTimeZone zone("Asia/Shanghai");
    QCOMPARE(stuckMessage(found, u"zh_CN"_qs, zone),
             u"PO%1 新华书店：覆膜 从 11-23 20:00 做到现在，王芳（平常 4 小时）"_qs);
    QCOMPARE(
        stuckMessage(found, u"en"_qs, zone),
        u"PO%1 新华书店: 覆膜 has been under way since 11-23 20:00, by 王芳 (usually 4 hours)"_qs);
    found.kind = StuckCase::Kind::Unmoved;
    QCOMPARE(stuckMessage(found, u"zh_CN"_qs, zone),
             u"PO%1 新华书店：从 11-23 20:00 起没有动静，停在 覆膜"_qs);
    found.kind = StuckCase::Kind::Unbegun;
    found.due = QDate(2026, 11, 25);
    QCOMPARE(stuckMessage(found, u"zh_CN"_qs, zone), u"PO%1 新华书店：11-25 交货，还没有开工"_qs);
}

QTEST_APPLESS_MAIN(TestStuckPass)
#include "tst_stuck_pass.moc"
