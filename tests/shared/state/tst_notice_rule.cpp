// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "tests/support/shop.h"

#include <QJsonArray>
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
    void aKeyReplacesItsPublishersOwn();
    void aKeyWithdraws();
    void theFirstWhoTakesAnAlarmHasIt();
    void whatEachTakesForHimselfIsSettledByNobody();
    void furtherStepsAreSettledWithTheAlarm();
    void theSameAlarmRingsOn();
    void anAlarmThatIsOverRingsAgain();
    void anAlarmEndsByItself();
    void readsAlarmsKindly_data();
    void readsAlarmsKindly();
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

void TestNoticeRule::aKeyReplacesItsPublishersOwn()
{
    Shop shop;
    shop.publisher = publisherOfUser(u"wang"_qs);
    shop.notice(R"({"message":"a","key":"stop"})", {u"dept_1"_qs});
    const StreamId first = shop.last;
    shop.publisher = publisherOfUser(u"li"_qs);
    QVERIFY(!shop.notice(R"({"message":"of another","key":"stop"})").withdrawn);
    shop.publisher = publisherOfUser(u"wang"_qs);
    QVERIFY(!shop.notice(R"({"message":"a try","key":"stop","test":true})").withdrawn);
    const Change change = shop.notice(R"({"message":"b","key":"stop"})", {u"dept_2"_qs});
    QVERIFY(change.withdrawn && change.withdrawn->id == first);
    QCOMPARE(change.audienceAfter, Audience({u"dept_1"_qs}));
    QCOMPARE(shop.book.notices.size(), 2);
    QCOMPARE(shop.book.notices.constLast().message(), u"b"_qs);
}

void TestNoticeRule::aKeyWithdraws()
{
    Shop shop;
    shop.notice(R"({"message":"a","key":"stop"})");
    const Change change = shop.notice(R"({"message":"","key":"stop"})");
    QVERIFY(change.withdrawn && !change.notice);
    QVERIFY(shop.book.notices.isEmpty());
    QVERIFY(!shop.notice(R"({"message":"","key":"stop"})").withdrawn);
}

void TestNoticeRule::theFirstWhoTakesAnAlarmHasIt()
{
    Shop shop;
    shop.notice(R"({"message":"a","alarm":{}})");
    const StreamId alarm = shop.last;
    const Change change = shop.settle(alarm, "王芳");
    QCOMPARE(change.settled, QList<StreamId>{alarm});
    QVERIFY(shop.settle(alarm, "李娜").settled.isEmpty());
    const Notice &notice = shop.book.notices.constFirst();
    QCOMPARE(notice.settled->by, u"王芳"_qs);
    QVERIFY(notice.settled->at == momentOf(change.id));
    QVERIFY(!notice.isRinging(momentOf(shop.last)));
    shop.notice(R"({"message":"no alarm"})");
    QVERIFY(shop.settle(shop.last, "李娜").settled.isEmpty());
}

void TestNoticeRule::whatEachTakesForHimselfIsSettledByNobody()
{
    Shop shop;
    shop.notice(R"({"message":"a","alarm":{"ack":"each"}})");
    QVERIFY(shop.settle(shop.last, "王芳").settled.isEmpty());
    QVERIFY(!shop.book.notices.constFirst().settled);
}

void TestNoticeRule::furtherStepsAreSettledWithTheAlarm()
{
    Shop shop;
    shop.notice(R"({"message":"a","alarm":{}})", {u"dept_1"_qs});
    const StreamId alarm = shop.last;
    const QByteArray step = R"({"message":"a","alarm":{},"escalates":")" + alarm.toBytes() + "\"}";
    shop.notice(step.constData(), {u"dept_2"_qs});
    const StreamId further = shop.last;
    QCOMPARE(shop.settle(alarm, "王芳").settled, (QList<StreamId>{alarm, further}));
    // One that came when it was taken already: who took the alarm keeps it.
    shop.notice(step.constData(), {u"dept_3"_qs});
    const StreamId late = shop.last;
    QCOMPARE(shop.settle(alarm, "李娜").settled, QList<StreamId>{late});
    QCOMPARE(shop.book.notices.constFirst().settled->by, u"王芳"_qs);
}

void TestNoticeRule::theSameAlarmRingsOn()
{
    Shop shop;
    shop.notice(R"({"message":"a","key":"k","alarm":{}})");
    const StreamId first = shop.last;
    shop.notice(R"({"message":"b","key":"k","alarm":{}})");
    QVERIFY(shop.book.notices.constFirst().ringsFrom() == momentOf(first));
    QVERIFY(shop.book.alarm(first) == &shop.book.notices.constFirst());
    shop.settle(first, "王芳"); // as who saw the first text takes it
    shop.notice(R"({"message":"c","key":"k","alarm":{}})");
    QVERIFY(shop.book.notices.constFirst().alarmId() == first);
    QVERIFY(shop.book.notices.constFirst().ringsFrom() == momentOf(first));
    QVERIFY(shop.book.notices.constFirst().settled);
    shop.notice(R"({"message":"d","key":"k","alarm":{"repeat_s":30}})");
    QVERIFY(shop.book.notices.constFirst().ringsFrom() == momentOf(shop.last));
    QVERIFY(!shop.book.notices.constFirst().settled);
}

/// The press stops again the next day.
void TestNoticeRule::anAlarmThatIsOverRingsAgain()
{
    const char *stops = R"({"message":"a","key":"k","alarm":{"for_s":600}})";
    for (const bool isTaken : {false, true}) {
        Shop shop;
        shop.notice(stops);
        const StreamId first = shop.last;
        if (isTaken)
            shop.settle(first, "王芳");
        shop.last.ms = first.ms + 600'000 - 2'000; // the next one comes a second later
        shop.notice(stops);
        QVERIFY(shop.book.notices.constFirst().ringsFrom() == momentOf(first));
        QCOMPARE(bool(shop.book.notices.constFirst().settled), isTaken);
        shop.notice(stops);
        QVERIFY(shop.book.notices.constFirst().ringsFrom() == momentOf(shop.last));
        QVERIFY(!shop.book.notices.constFirst().settled);
    }
}

void TestNoticeRule::anAlarmEndsByItself()
{
    Shop shop;
    shop.notice(R"({"message":"a","alarm":{"for_s":60}})");
    const Notice notice = shop.book.notices.constFirst();
    const Moment sent = momentOf(shop.last);
    using std::chrono::seconds;
    QVERIFY(notice.isRinging(sent) && notice.isRinging(sent + seconds(59)));
    QVERIFY(!notice.isRinging(sent + seconds(60)));
    Notice expiring = notice;
    expiring.data.insert(u"expires"_qs, toWire(sent + seconds(10)));
    QVERIFY(!expiring.isRinging(sent + seconds(10)));
    QVERIFY(!Notice().isRinging(sent));
}

void TestNoticeRule::readsAlarmsKindly_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("read");
    const auto row = [](const char *said, const char *read) {
        QTest::newRow(said) << QByteArray(said) << QByteArray(read);
    };
    row("true", R"({"repeat_s":60,"for_s":3600,"ack":"any"})");
    row("{}", R"({"repeat_s":60,"for_s":3600,"ack":"any"})");
    row(R"({"repeat_s":"45"})", R"({"repeat_s":45,"for_s":3600,"ack":"any"})");
    row(R"({"repeat_s":1,"for_s":1000000})", R"({"repeat_s":30,"for_s":14400,"ack":"any"})");
    row(R"({"repeat_s":9999,"for_s":-5})", R"({"repeat_s":600,"for_s":30,"ack":"any"})");
    row(R"({"repeat_s":[],"ack":"EACH"})", R"({"repeat_s":60,"for_s":3600,"ack":"any"})");
    row(R"({"ack":"each","escalate":[{"after_s":60,"groups":["dept_1"]}]})",
        R"({"repeat_s":60,"for_s":3600,"ack":"each"})");
    row(R"({"escalate":[{"after_s":900,"groups":["a"]},{"after_s":60,"groups":["b"]},
                        {"after_s":60},{"groups":["c"]}]})",
        R"({"repeat_s":60,"for_s":3600,"ack":"any","escalate":[{"after_s":60,"groups":["b"]},
                                                               {"after_s":900,"groups":["a"]}]})");
    for (const char *none : {"false", "null", "1", "\"loud\"", "[]"})
        row(none, "null");
}

void TestNoticeRule::readsAlarmsKindly()
{
    const auto value = [](const QByteArray &text) {
        return QJsonDocument::fromJson("[" + text + "]").array().first();
    };
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, read);
    const auto alarm = Alarm::fromJson(value(said));
    QCOMPARE(alarm ? QJsonValue(alarm->toJson()) : QJsonValue(), value(read));
    if (alarm)
        QVERIFY(Alarm::fromJson(alarm->toJson()) == alarm);
}

QTEST_APPLESS_MAIN(TestNoticeRule)
#include "tst_notice_rule.moc"
