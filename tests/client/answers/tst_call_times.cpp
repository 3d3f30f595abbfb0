// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/call_times.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

#include <random>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

class TestCallTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isEmptyWithoutCalls();
    void timesRunFromTheCall();
    void fewCasesSayNothingUsual();
    void tellsWhoRingsFromWhoWasNotTaken();
    void whatNobodyCanTakeIsNeither();
    void aCallThatWasSaidAgainIsOne();
    void oldCallsAreForgotten();
    void ranksByNumber();
    void leadsToItsOrders();
    void everyCallIsSomewhere();

private:
    /// `ago` before now; taken after `taken`, negative: by nobody.
    void call(const char *name, std::chrono::seconds ago, std::chrono::seconds taken = -1s);
    Notice &last() { return m_notices.last(); }
    CallTimes answer() const { return callTimes(m_notices, BookBuilder::now()); }

    QList<Notice> m_notices;
    int m_serial = 0;

private Q_SLOTS:
    void init()
    {
        m_notices.clear();
        m_serial = 0;
    }
};

void TestCallTimes::call(const char *name, std::chrono::seconds ago, std::chrono::seconds taken)
{
    const Moment at = BookBuilder::now() - ago;
    Notice notice;
    notice.id = {quint64(at.time_since_epoch().count()), quint64(++m_serial)};
    notice.data = {{u"call"_qs, QString::fromUtf8(name)},
                   {u"title"_qs, QString::fromUtf8(name)},
                   {u"message"_qs, QString::fromUtf8(name)},
                   {u"alarm"_qs, Alarm{}.toJson()}};
    if (taken >= 0s)
        notice.settled = Settlement{u"李娜"_qs, {}, at + taken};
    m_notices.append(notice);
}

void TestCallTimes::isEmptyWithoutCalls()
{
    QCOMPARE(answer(), CallTimes());
    Notice notice; // of people, and a test
    notice.id = {quint64(BookBuilder::now().time_since_epoch().count()), 0};
    m_notices.append(notice);
    call("缺纸", 1min, 10s);
    last().data[u"test"_qs] = true;
    QCOMPARE(answer(), CallTimes());
}

void TestCallTimes::timesRunFromTheCall()
{
    for (const auto taken : {3min, 1min, 5min, 2min, 4min})
        call("缺纸", 2h, taken);
    const CallTimes::Row row = answer().rows.first();
    QCOMPARE(row.calls, 5);
    QVERIFY(row.times.isEnough());
    QVERIFY(row.times.median == 3min);
    QVERIFY(row.longest == 5min);
    QCOMPARE(row.untaken + row.waiting, 0);
    // Clocks that differ a little make no time that runs backward.
    call("机器故障", 2h);
    last().settled = Settlement{u"李娜"_qs, {}, last().ringsFrom() - 1s};
    QVERIFY(answer().rows.last().longest == 0s);
}

void TestCallTimes::fewCasesSayNothingUsual()
{
    for (int i = 0; i < 4; ++i)
        call("缺纸", 2h, 1min);
    QVERIFY(!answer().rows.first().times.isEnough());
    call("机器故障", 2h, 1min); // all of them together are enough
    QVERIFY(answer().all.times.isEnough());
}

void TestCallTimes::tellsWhoRingsFromWhoWasNotTaken()
{
    call("缺纸", 59min);
    call("缺纸", 61min); // its hour is over
    const CallTimes::Row row = answer().rows.first();
    QCOMPARE(row.waiting, 1);
    QCOMPARE(row.untaken, 1);
    QCOMPARE(row.times.cases, 0);
}

void TestCallTimes::whatNobodyCanTakeIsNeither()
{
    call("缺纸", 2h);
    last().data.remove(u"alarm"_qs);
    call("缺纸", 2h);
    Alarm each;
    each.taking = Alarm::Taking::Each;
    last().data[u"alarm"_qs] = each.toJson();
    const CallTimes::Row row = answer().rows.first();
    QCOMPARE(row.calls, 2);
    QCOMPARE(row.waiting + row.untaken, 0);
}

void TestCallTimes::aCallThatWasSaidAgainIsOne()
{
    call("缺纸", 10min, 2min);
    const StreamId first = last().id;
    last().first = first;
    last().id.ms += 60'000; // it replaced itself a minute later, and rings from the first
    QCOMPARE(answer().all.calls, 1);
    QVERIFY(answer().all.longest == 2min);
}

void TestCallTimes::oldCallsAreForgotten()
{
    call("缺纸", CallTimes::memory, 1min);
    call("缺纸", CallTimes::memory + 1s, 1min);
    QCOMPARE(answer().all.calls, 1);
}

void TestCallTimes::ranksByNumber()
{
    call("b", 2h, 1min);
    call("a", 2h, 1min);
    call("c", 2h, 1min);
    call("c", 1h, 1min);
    QStringList titles;
    for (const CallTimes::Row &row : answer().rows)
        titles.append(row.title);
    QCOMPARE(titles, (QStringList{u"c"_qs, u"a"_qs, u"b"_qs}));
}

void TestCallTimes::leadsToItsOrders()
{
    for (const int order : {9, 2, 9, 0}) {
        call(order == 2 ? "缺纸" : "机器故障", 2h, 1min);
        if (order > 0)
            last().data[u"order_id"_qs] = order;
    }
    call("机器故障", CallTimes::memory + 1s, 1min);
    last().data[u"order_id"_qs] = 7;
    QCOMPARE(ordersCalledFrom(m_notices, u"机器故障"_qs, BookBuilder::now()), QList<CrmId>{9});
    QCOMPARE(ordersCalledFrom(m_notices, u"缺纸"_qs, BookBuilder::now()), QList<CrmId>{2});
}

/// Of any calls: each is in one row, and taken, ringing or not taken.
void TestCallTimes::everyCallIsSomewhere()
{
    std::mt19937 random(17);
    const char *names[] = {"缺纸", "机器故障", "质量问题", "找组长"};
    for (int step = 0; step < 200; ++step) {
        const auto ago = std::chrono::seconds(random() % 600'000);
        const auto taken = std::chrono::seconds(int(random() % 4000) - 1000);
        call(names[random() % 4], ago, taken);
        const CallTimes times = answer();
        CallTimes::Row sum;
        for (const CallTimes::Row &row : times.rows) {
            QCOMPARE(row.calls, row.times.cases + row.waiting + row.untaken);
            QVERIFY(row.times.median <= row.times.p90 && row.times.p90 <= row.longest);
            sum.calls += row.calls;
            sum.waiting += row.waiting;
            sum.untaken += row.untaken;
            sum.longest = std::max(sum.longest, row.longest);
        }
        QCOMPARE(times.all.calls, sum.calls);
        QCOMPARE(times.all.waiting, sum.waiting);
        QCOMPARE(times.all.untaken, sum.untaken);
        QVERIFY(times.all.longest == sum.longest);
    }
}

QTEST_APPLESS_MAIN(TestCallTimes)
#include "tst_call_times.moc"
