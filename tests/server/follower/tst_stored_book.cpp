// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/stored_book.h"
#include "shared/state/apply.h"
#include "tests/server/log/events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

Book someBook()
{
    Book book;
    book.epoch = QStringLiteral("e");
    apply(book, orderEvent({1, 0}, 7, 1, {QStringLiteral("dept_cover")}));
    apply(book, stepEvent({2, 0}, 7, 71, 2));
    apply(book, orderEvent({3, 0}, 8, 2));
    apply(book, noticeEvent({4, 0}, QStringLiteral("19:00")));
    return book;
}

/// What HGETALL answers.
redis::Reply replyOf(const QByteArrayList &fields)
{
    redis::Reply reply;
    reply.kind = redis::Reply::Kind::Array;
    for (const QByteArray &text : fields) {
        redis::Reply item;
        item.kind = redis::Reply::Kind::String;
        item.text = text;
        reply.items << item;
    }
    return reply;
}

} // namespace

class TestStoredBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas();
    void isAbsent();
    void leavesOutRowsItCannotRead();
    void leavesOutRowsUnderAnothersName();
    void namesWhatADamagedMetaCosts();
    void givesTheRowsWithoutMeta();
    void isCertainOfNothingWithoutTheWord();
    void losesItsPositions();
};

void TestStoredBook::comesBackAsItWas()
{
    const Book book = someBook();
    const auto stored = StoredBook::fromReply(replyOf(StoredBook::wholeFields(book, {3, 0})));
    QVERIFY(stored.ok() && stored.value());
    QVERIFY(stored.value()->book == book);
    QCOMPARE(stored.value()->steadySince, StreamId({3, 0}));
    QVERIFY(stored.value()->unreadable.isEmpty());
}

void TestStoredBook::isAbsent()
{
    const auto stored = StoredBook::fromReply(replyOf({}));
    QVERIFY(stored.ok());
    QVERIFY(!stored.value());
}

void TestStoredBook::leavesOutRowsItCannotRead()
{
    QByteArrayList fields = StoredBook::wholeFields(someBook(), {});
    fields << "order:9"
           << "{torn"
           << "something_new"
           << "x";
    const auto stored = StoredBook::fromReply(replyOf(fields));
    QVERIFY(stored.ok());
    QVERIFY(stored.value()->book == someBook());
    QCOMPARE(stored.value()->unreadable, QStringList{QStringLiteral("order:9")});
}

void TestStoredBook::leavesOutRowsUnderAnothersName()
{
    QByteArrayList fields = StoredBook::wholeFields(someBook(), {});
    fields << "order:9" << StoredBook::orderValue(*someBook().order(7)); // copied by hand
    const auto stored = StoredBook::fromReply(replyOf(fields));
    QVERIFY(stored.ok());
    QVERIFY(stored.value()->book == someBook());
    QCOMPARE(stored.value()->unreadable, QStringList{QStringLiteral("order:9")});
}

void TestStoredBook::namesWhatADamagedMetaCosts()
{
    QByteArrayList fields = StoredBook::wholeFields(someBook(), {});
    fields[1] = "{torn";
    const auto stored = StoredBook::fromReply(replyOf(fields));
    QVERIFY(!stored.ok());
    QVERIFY(!stored.error().transient);
    QVERIFY2(stored.error().message.contains(QStringLiteral("its 2 orders stand"))
                 && stored.error().message.contains(QStringLiteral("loses those orders")),
             qPrintable(stored.error().message));
}

void TestStoredBook::givesTheRowsWithoutMeta()
{
    QByteArrayList fields = StoredBook::wholeFields(someBook(), {});
    fields[1] = "{torn";
    const auto rows = StoredBook::rowsWithoutMeta(replyOf(fields));
    QVERIFY(rows);
    QCOMPARE(rows->book.orders(), withoutPositions(someBook()).orders());
    QVERIFY(rows->book.position.isNull());
    fields[1] = "{\"format\":999}";
    QVERIFY(!StoredBook::rowsWithoutMeta(replyOf(fields)));
}

void TestStoredBook::isCertainOfNothingWithoutTheWord()
{
    QByteArray meta = StoredBook::metaValue(someBook(), {1, 0});
    meta.replace("steady_since", "forgotten");
    const auto stored = StoredBook::fromReply(replyOf({"meta", meta}));
    QVERIFY(stored.ok());
    QCOMPARE(stored.value()->steadySince, someBook().position);
}

void TestStoredBook::losesItsPositions()
{
    const Book fresh = withoutPositions(someBook());
    QVERIFY(fresh.position.isNull());
    QCOMPARE(fresh.orders().size(), 2);
    for (const Order &order : fresh.orders()) {
        QVERIFY(order.touched.isNull());
        for (const Step &step : order.steps)
            QVERIFY(step.touched.isNull());
    }
    QCOMPARE(fresh.order(7)->audience, someBook().order(7)->audience);
    QCOMPARE(fresh.computedStats({}), someBook().computedStats({}));
}

QTEST_APPLESS_MAIN(TestStoredBook)
#include "tst_stored_book.moc"
