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
    for (int i = 0; i < limits::noticesKept + 5; ++i)
        shop.notice(R"({"message":"a"})");
    QCOMPARE(shop.book.notices.size(), limits::noticesKept);
    QVERIFY(shop.book.notices.constLast().id == shop.last);
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
