// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

namespace {

QByteArray replacing(StreamId id, const char *message)
{
    return QByteArray("{\"message\":\"") + message + "\",\"replaces\":\"" + id.toBytes() + "\"}";
}

} // namespace

class TestNoticeRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keeps();
    void replaces();
    void withdraws();
    void testsAreNotKept();
    void keepsSoMany();
    void nobodyPushesOutOthers();
    void importantOnesGoLast_data();
    void importantOnesGoLast();
    void keepsSoManyInAll();
    void keepsSoManyBytes();
    void keepsSoLong();
    void reads();
};

void TestNoticeRule::keeps()
{
    Shop shop;
    const Change change =
        shop.notice(R"({"message":"19:00 停机检修","type":"warning"})", {u"dept_1"_qs});
    QVERIFY(change.notice);
    QCOMPARE(shop.book.notices.size(), 1);
    QVERIFY(shop.book.notices[0] == *change.notice);
    QCOMPARE(shop.book.notices[0].audience, Audience({u"dept_1"_qs}));
    QVERIFY(!shop.notice(R"({"message":""})").notice);
}

void TestNoticeRule::replaces()
{
    Shop shop;
    shop.notice(R"({"message":"a"})", {u"dept_1"_qs});
    const StreamId first = shop.last;
    const Change change = shop.notice(replacing(first, "b").constData(), {u"dept_2"_qs});
    QVERIFY(change.withdrawn);
    QVERIFY(change.withdrawn->id == first);
    QCOMPARE(change.notice->message(), u"b"_qs);
    // Those who saw the first see what became of it.
    QCOMPARE(change.audienceAfter, Audience({u"dept_1"_qs}));
    QCOMPARE(shop.book.notices.size(), 1);
    QVERIFY(shop.book.notices[0].id == shop.last);
}

void TestNoticeRule::withdraws()
{
    Shop shop;
    shop.notice(R"({"message":"a"})");
    const Change change = shop.notice(replacing(shop.last, "").constData());
    QVERIFY(change.withdrawn);
    QVERIFY(!change.notice);
    QVERIFY(shop.book.notices.isEmpty());
    QVERIFY(!shop.notice(replacing({1, 1}, "").constData()).withdrawn);
}

void TestNoticeRule::testsAreNotKept()
{
    Shop shop;
    QVERIFY(shop.notice(R"({"message":"测试消息","test":true})").notice);
    QVERIFY(shop.book.notices.isEmpty());
}

void TestNoticeRule::keepsSoMany()
{
    Shop shop;
    for (int i = 0; i < limits::noticesPerSender + 5; ++i)
        shop.notice(R"({"message":"a"})");
    QCOMPARE(shop.book.notices.size(), limits::noticesPerSender);
    QVERIFY(shop.book.notices.constLast().id == shop.last);
}

/// However much one says, what others said stays.
void TestNoticeRule::nobodyPushesOutOthers()
{
    Shop shop;
    shop.notice(R"({"message":"of the office","sender":"wang"})");
    for (int i = 0; i < 3 * limits::noticesPerSender; ++i)
        shop.notice(R"({"message":"of an operator","sender":"li","type":"error"})");
    QCOMPARE(shop.book.notices.size(), limits::noticesPerSender + 1);
    QCOMPARE(shop.book.notices.constFirst().sender(), u"wang"_qs);
}

void TestNoticeRule::importantOnesGoLast_data()
{
    QTest::addColumn<QByteArray>("important");
    QTest::newRow("an error") << QByteArray(R"({"message":"a","type":"error"})");
    QTest::newRow("to be confirmed") << QByteArray(R"({"message":"a","confirm":true})");
}

void TestNoticeRule::importantOnesGoLast()
{
    QFETCH(QByteArray, important);
    Shop shop;
    shop.notice(important.constData());
    const StreamId first = shop.last;
    for (int i = 0; i < 2 * limits::noticesPerSender; ++i)
        shop.notice(R"({"message":"a","type":"warning"})");
    QVERIFY(shop.book.notices.constFirst().id == first);
    for (int i = 0; i < limits::noticesPerSender; ++i)
        shop.notice(important.constData());
    QVERIFY(shop.book.notices.constFirst().id != first); // when there is nothing else
    QCOMPARE(shop.book.notices.size(), limits::noticesPerSender);
}

void TestNoticeRule::keepsSoManyInAll()
{
    Shop shop;
    for (int i = 0; i < limits::noticesKept + 300; ++i)
        shop.notice(
            (R"({"message":"a","sender":")" + QByteArray::number(i % 50) + R"("})").constData());
    QCOMPARE(shop.book.notices.size(), limits::noticesKept);
}

/// Also when the book was written down and read between.
void TestNoticeRule::keepsSoManyBytes()
{
    Shop shop;
    const QByteArray large = R"(","message":")" + QByteArray(4000, 'x') + R"("})";
    for (int i = 0; i < 1000; ++i)
        shop.notice((R"({"sender":")" + QByteArray::number(i % 10) + large).constData());
    qsizetype bytes = 0;
    for (const Notice &notice : shop.book.notices)
        bytes += notice.bytes();
    QVERIFY(bytes <= qsizetype(limits::noticeBytes));
    QVERIFY(bytes > qsizetype(limits::noticeBytes) - 5000);
    while (!shop.book.notices.isEmpty())
        QVERIFY(shop.book.takeNotice(shop.book.notices.constFirst().id));
    shop.notice(R"({"message":"a"})");
    QCOMPARE(shop.book.notices.size(), 1);
}

void TestNoticeRule::keepsSoLong()
{
    Shop shop;
    shop.notice(R"({"message":"a"})");
    constexpr quint64 week = 7ull * 86'400'000;
    shop.last.ms += week - 1000;
    shop.order(R"({"order_id":1})");
    QCOMPARE(shop.book.notices.size(), 1);
    shop.order(R"({"order_id":1})");
    QVERIFY(shop.book.notices.isEmpty());
}

void TestNoticeRule::reads()
{
    Shop shop;
    shop.notice(R"({"message":"m","title":"t","sender":"wang","type":"error","sticky":true,
                    "order_id":7,"timestamp":"2026-11-23T01:00:00Z",
                    "expires":"2026-11-23T02:00:00Z"})");
    const Notice notice = shop.book.notices.constFirst();
    QCOMPARE(notice.title(), u"t"_qs);
    QCOMPARE(notice.sender(), u"wang"_qs);
    QCOMPARE(notice.level(), NoticeLevel::Error);
    QVERIFY(notice.sticky() && !notice.isTest());
    QCOMPARE(notice.orderId(), CrmId(7));
    QCOMPARE(toWire(notice.sentAt()), u"2026-11-23T01:00:00Z"_qs);
    QVERIFY(notice.isExpired(*notice.expires()));
    QVERIFY(!notice.isExpired(notice.sentAt()));
    shop.notice(R"({"message":"m"})");
    QVERIFY(shop.book.notices.constLast().sentAt() == momentOf(shop.last));
    QCOMPARE(shop.book.notices.constLast().level(), NoticeLevel::Info);
    QVERIFY(!shop.book.notices.constLast().isExpired(Moment::max()));
}

QTEST_APPLESS_MAIN(TestNoticeRule)
#include "tst_notice_rule.moc"
