// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/receipts/receipt_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using State = ReceiptBook::State;

class TestReceiptBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachStateIncludesThoseBefore();
    void nothingIsTakenBack();
    void isUnacknowledgedUntilTheServerKnows();
    void whatTheServerKnowsHappened();
    void isBounded();
    void comesBackFromTheDisk();
    void readsNothingThatIsNotItsOwn();
    void aTornFileIsNone();

private:
    const StreamId m_one{1, 0};
    const StreamId m_two{2, 0};
};

void TestReceiptBook::eachStateIncludesThoseBefore()
{
    ReceiptBook book;
    QVERIFY(book.note(m_one, State::Confirmed));
    QVERIFY(book.reached(m_one, State::Delivered));
    QVERIFY(book.reached(m_one, State::Seen));
    QVERIFY(!book.reached(m_two, State::Delivered));
    QCOMPARE(book.unacknowledged(State::Confirmed), QList{m_one});
    QVERIFY(book.unacknowledged(State::Delivered).isEmpty()); // said with it
}

void TestReceiptBook::nothingIsTakenBack()
{
    ReceiptBook book;
    book.note(m_one, State::Seen);
    QVERIFY(!book.note(m_one, State::Delivered));
    QVERIFY(!book.note(m_one, State::Seen));
    QVERIFY(book.reached(m_one, State::Seen));
}

void TestReceiptBook::isUnacknowledgedUntilTheServerKnows()
{
    ReceiptBook book;
    book.note(m_two, State::Delivered);
    book.note(m_one, State::Delivered);
    QCOMPARE(book.unacknowledged(State::Delivered), (QList{m_one, m_two}));
    book.acknowledge(m_one, State::Delivered);
    QCOMPARE(book.unacknowledged(State::Delivered), QList{m_two});
    book.note(m_one, State::Seen); // goes on from there
    QCOMPARE(book.unacknowledged(State::Seen), QList{m_one});
    book.acknowledge(m_one, State::Delivered); // an answer that came late
    QCOMPARE(book.unacknowledged(State::Seen), QList{m_one});
}

void TestReceiptBook::whatTheServerKnowsHappened()
{
    ReceiptBook book;
    book.acknowledge(m_one, State::Confirmed);
    QCOMPARE(book.confirmed(), QSet{m_one});
    QVERIFY(book.unacknowledged(State::Confirmed).isEmpty());
}

void TestReceiptBook::isBounded()
{
    ReceiptBook book;
    for (quint64 ms = 1; ms <= quint64(ReceiptBook::most) + 3; ++ms)
        book.note({ms, 0}, State::Delivered);
    QCOMPARE(book.unacknowledged(State::Delivered).size(), ReceiptBook::most);
    QVERIFY(!book.reached({3, 0}, State::Delivered));
    QVERIFY(book.reached({4, 0}, State::Delivered));
}

void TestReceiptBook::comesBackFromTheDisk()
{
    const QTemporaryDir folder;
    const ReceiptFile file(folder.filePath(QStringLiteral("deep/receipts.json")), "a server");
    QCOMPARE(file.load(), ReceiptBook());
    ReceiptBook book;
    book.note(m_one, State::Confirmed);
    book.acknowledge(m_one, State::Seen);
    book.note({1'795'423'846'000, 7}, State::Delivered);
    QVERIFY(file.save(book));
    QCOMPARE(file.load(), book);
}

void TestReceiptBook::readsNothingThatIsNotItsOwn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("receipts.json"));
    ReceiptBook book;
    book.note(m_one, State::Confirmed);
    QVERIFY(ReceiptFile(path, "a server").save(book));
    QCOMPARE(ReceiptFile(path, "another").load(), ReceiptBook());
}

void TestReceiptBook::aTornFileIsNone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("receipts.json"));
    const ReceiptFile receipts(path, "a server");
    ReceiptBook book;
    book.note(m_one, State::Confirmed);
    book.note(m_two, State::Seen);
    QVERIFY(receipts.save(book));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 size = file.size() - 1; size >= 0; --size) {
        QVERIFY(file.resize(size));
        QCOMPARE(receipts.load(), ReceiptBook());
    }
}

QTEST_GUILESS_MAIN(TestReceiptBook)
#include "tst_receipt_book.moc"
