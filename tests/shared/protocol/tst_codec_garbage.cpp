// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "tests/support/random_events.h"
#include "tests/support/sample_messages.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::protocol;

namespace {

/// A decoder's whole duty towards garbage: a message, or an error that says something.
void decodeBoth(const QByteArray &frame)
{
    const auto server = decodeServer(frame);
    QVERIFY(server.ok() || !server.error().message.isEmpty());
    const auto client = decodeClient(frame);
    QVERIFY(client.ok() || !client.error().message.isEmpty());
}

/// One small accident: a byte changed, cut out, doubled or put in, or the end torn off.
void damage(QByteArray &frame, test::RandomEvents &random)
{
    const char usual[] = "{}[]\",:0-9eE\\u\xe5\x00\xff tfn";
    const int place = random.below(int(frame.size()) + 1);
    const char byte = usual[random.below(sizeof usual)];
    switch (random.below(5)) {
    case 0:
        if (place < frame.size())
            frame[place] = byte;
        break;
    case 1:
        frame.remove(place, 1 + random.below(10));
        break;
    case 2:
        frame.insert(place, frame.mid(random.below(int(frame.size()) + 1), 1 + random.below(30)));
        break;
    case 3:
        frame.insert(place, byte);
        break;
    default:
        frame.truncate(place);
    }
}

} // namespace

class TestCodecGarbage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_seed = test::randomSeed(); }
    void noise();
    void damagedFrames();
    void valuesOfOtherTypes();
    void damagedEventsMoveABook();

private:
    quint64 m_seed = 0;
};

void TestCodecGarbage::noise()
{
    test::RandomEvents random(m_seed);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray frame(random.below(80), '\0');
        for (char &byte : frame)
            byte = char(random.below(256));
        decodeBoth(frame);
    }
}

void TestCodecGarbage::damagedFrames()
{
    test::RandomEvents random(m_seed);
    QList<QByteArray> frames;
    for (const auto &message : test::serverMessages())
        frames.append(test::encoded(message));
    for (const auto &message : test::clientMessages())
        frames.append(test::encoded(message));
    for (int i = 0; i < 20'000; ++i) {
        QByteArray frame = frames[random.below(int(frames.size()))];
        for (int accidents = 1 + random.below(3); accidents > 0; --accidents)
            damage(frame, random);
        decodeBoth(frame);
    }
}

/// Valid JSON, wrong in one member.
void TestCodecGarbage::valuesOfOtherTypes()
{
    const QList<QJsonValue> values{QJsonValue(), true,    1.5,           1e300,
                                   -1,           u"x"_qs, QJsonArray{1}, QJsonObject{{u"a"_qs, 1}}};
    for (const auto &message : test::serverMessages()) {
        const QJsonObject object = QJsonDocument::fromJson(test::encoded(message)).object();
        for (const QString &key : object.keys()) {
            for (const QJsonValue &value : values) {
                QJsonObject changed = object;
                changed.insert(key, value);
                decodeBoth(QJsonDocument(changed).toJson());
            }
        }
    }
}

/// Whatever gets past the codec must not break a book either.
void TestCodecGarbage::damagedEventsMoveABook()
{
    test::RandomEvents random(m_seed);
    Book book;
    for (int i = 0; i < 20'000; ++i) {
        const Event event = random.next();
        QByteArray frame =
            encode(EventMessage{event.type, event.data, event.id, event.isImported()});
        damage(frame, random);
        const auto message = decodeServer(frame);
        if (!message.ok())
            continue;
        if (const auto *read = std::get_if<EventMessage>(&*message))
            apply(book, {read->id, read->type, read->data, event.groups, event.source});
        else if (const auto *sight = std::get_if<OrderSight>(&*message))
            applyOrder(book, sight->id, sight->order);
        // A damaged ID may be far ahead: the log goes on from where it was.
        book.position = event.id;
    }
    for (const Order &order : book.orders()) {
        for (const Step &step : order.steps)
            QCOMPARE(book.orderOfStep(step.progressId), &order);
    }
}

QTEST_APPLESS_MAIN(TestCodecGarbage)
#include "tst_codec_garbage.moc"
