// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/stored_book.h"
#include "server/writer/checkpoint_fields.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

void append(EventLog &log, test::RandomEvents &random, int events)
{
    for (const Event &event : random.next(events))
        log.append(event);
}

/// What HGETALL answers once the fields are written into an empty hash.
redis::Reply stored(const QByteArrayList &sets)
{
    redis::Reply reply;
    reply.kind = redis::Reply::Kind::Array;
    for (const QByteArray &text : sets)
        reply.items.append({redis::Reply::Kind::String, text, 0, {}});
    return reply;
}

} // namespace

class TestCheckpointFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheBookOfItsFirstMoment();
    void tellsWhatToWriteFromWhatToDelete();
    void anEmptyBookIsReadyAtOnce();
};

/// However much happens between the slices.
void TestCheckpointFields::isTheBookOfItsFirstMoment()
{
    test::RandomEvents random(test::randomSeed());
    EventLog log(1 << 20, defaultJoinSteps(), test::RandomEvents::customFields());
    append(log, random, 2000);
    const Book before = log.book();
    const StreamId steady = log.steadySince();

    CheckpointFields fields(log, std::nullopt);
    int slices = 0;
    while (!fields.isReady()) {
        fields.write(1);
        append(log, random, 50);
        ++slices;
    }
    QVERIFY(slices > 3);
    QVERIFY(!(log.book() == before));
    QCOMPARE(fields.place().id, before.position);
    QVERIFY(fields.deletes().isEmpty());
    const auto read = StoredBook::fromReply(stored(fields.sets()));
    QVERIFY(read && read.value());
    QVERIFY(read.value()->book == before);
    QCOMPARE(read.value()->steadySince, steady);
}

void TestCheckpointFields::tellsWhatToWriteFromWhatToDelete()
{
    test::RandomEvents random(test::randomSeed());
    EventLog log(1 << 20, defaultJoinSteps(), test::RandomEvents::customFields());
    append(log, random, 2000);
    const CrmId there = log.book().orders().constBegin().key();
    const qint64 gone = 4'711'000'000;
    const QByteArray row = StoredBook::orderValue(*log.book().order(there));

    CheckpointFields fields(log, QList<CrmId>{gone, there});
    while (!fields.isReady()) {
        fields.write(1);
        append(log, random, 50);
    }
    QCOMPARE(fields.deletes(), QByteArrayList{StoredBook::orderField(gone)});
    QCOMPARE(fields.sets().mid(2), (QByteArrayList{StoredBook::orderField(there), row}));
}

void TestCheckpointFields::anEmptyBookIsReadyAtOnce()
{
    const EventLog log(1 << 20, defaultJoinSteps(), test::RandomEvents::customFields());
    CheckpointFields fields(log, std::nullopt);
    fields.write(1);
    QVERIFY(fields.isReady());
    QCOMPARE(fields.sets().size(), 2);
    QCOMPARE(fields.sets().first(), QByteArray("meta"));
}

QTEST_APPLESS_MAIN(TestCheckpointFields)
#include "tst_checkpoint_fields.moc"
