// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_batch.h"

#include <QTest>

#include <random>

using namespace pressboard;
using namespace pressboard::server;

namespace {

using Told = std::optional<ReceiptBatch::Told>;

constexpr int notices = 6;

StreamId notice(int number)
{
    return {1'764'000'000'000, quint64(number)};
}

/// What note_receipts.lua makes of a batch: for each notice of each receipt an integer that tells
/// which one it was, or -1 for the notices that nobody fixed.
redis::Reply replyTo(const QByteArrayList &keys, const QByteArrayList &words)
{
    redis::Reply reply;
    for (qsizetype at = 0; at < words.size();) {
        const int count = words[at + 4].toInt();
        for (qsizetype i = at + 5; i < at + 5 + count; ++i) {
            const QByteArray key = keys[words[i].toInt() - 1];
            const int number = key.sliced(key.indexOf('-') + 1).toInt();
            const int changes = number == 0 ? -1 : number % 2;
            reply.items.append({redis::Reply::Kind::Integer, {}, changes, {}});
        }
        at += 5 + count;
    }
    return reply;
}

QList<StreamId> someNotices(std::mt19937 &random)
{
    QList<StreamId> some;
    for (int number = 0; number < notices; ++number) {
        if (random() % 2 || (some.isEmpty() && number == notices - 1))
            some.append(notice(number));
    }
    return some;
}

} // namespace

/// Many receipts in one call: whose answer is whose?
class TestReceiptBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachHearsWhatBecameOfItsOwn()
    {
        std::mt19937 random(17);
        for (int round = 0; round < 200; ++round) {
            ReceiptBatch batch;
            QList<QList<StreamId>> told;
            QList<Told> answers;
            for (int i = 0; i < int(random() % 8); ++i) {
                told.append(someNotices(random));
                batch.add({told.last(), QString::number(i), "{}", protocol::ReceiptState::Seen,
                           Moment{}, [&answers](const Told &answer) { answers.append(answer); }});
            }
            batch.answer(replyTo(batch.keys(redis::Keys("p")), batch.arguments()));
            QCOMPARE(answers.size(), told.size());
            for (qsizetype i = 0; i < told.size(); ++i) {
                QList<StreamId> changed = told[i];
                changed.removeIf([](StreamId id) { return id.seq % 2 == 0; });
                QVERIFY(answers[i]);
                QCOMPARE(answers[i]->changed, changed);
                QCOMPARE(answers[i]->unfixed.contains(notice(0)), told[i].contains(notice(0)));
            }
        }
    }

    void eachNoticeHasOneKey()
    {
        ReceiptBatch batch;
        for (int i = 0; i < 3; ++i)
            batch.add({{notice(1), notice(2)}, {}, {}, {}, Moment{}, [](const Told &) {}});
        QCOMPARE(batch.size(), 6);
        QCOMPARE(batch.keys(redis::Keys("p")).size(), 2);
    }

    void whatRedisDidNotAnswerIsToldToAll_data()
    {
        QTest::addColumn<redis::Reply>("reply");
        QTest::newRow("lost") << redis::Reply{redis::Reply::Kind::Lost, "gone", 0, {}};
        QTest::newRow("error") << redis::Reply{redis::Reply::Kind::Error, "OOM", 0, {}};
        QTest::newRow("too short")
            << redis::Reply{redis::Reply::Kind::Array,
                            {},
                            0,
                            {redis::Reply{redis::Reply::Kind::Integer, {}, 1, {}}}};
    }

    void whatRedisDidNotAnswerIsToldToAll()
    {
        QFETCH(const redis::Reply, reply);
        ReceiptBatch batch;
        int unanswered = 0;
        for (int i = 0; i < 3; ++i) {
            batch.add({{notice(i)}, {}, {}, {}, Moment{}, [&unanswered](const Told &told) {
                           unanswered += !told;
                       }});
        }
        batch.answer(reply);
        QCOMPARE(unanswered, 3);
    }
};

QTEST_GUILESS_MAIN(TestReceiptBatch)
#include "tst_receipt_batch.moc"
