// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/wire_fixture.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

QByteArray closeFrameOf(const QByteArray &payload)
{
    return clientFrame(payload, 8);
}

/// Everything that the server says until it hangs up.
QByteArray allHeard(WireFixture &fixture)
{
    QByteArray heard;
    turnUntil([&] {
        if (fixture.far.isOpen())
            heard += fixture.far.readAll();
        return fixture.far.state() == QAbstractSocket::UnconnectedState;
    });
    return heard;
}

} // namespace

/// What comes over a wire, and how much of it at once.
class TestWireIncoming : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTurnTakesNoMoreThanItsShare();
    void framesWithoutContentAreHeardOf();
    void halfAFrameIsNoSignOfLife();
    void controlFramesAreCounted();
    void closesAreAnswered_data();
    void closesAreAnswered();
};

/// However much a client has sent meanwhile.
void TestWireIncoming::aTurnTakesNoMoreThanItsShare()
{
    constexpr int count = 2000;
    Limiter limiter;
    WireFixture fixture;
    const QByteArray text(1000, 'x');
    qsizetype mostAtOnce = 0;
    qsizetype before = 0;
    fixture.handler.onHeard = [&] {
        mostAtOnce = std::max(mostAtOnce, fixture.handler.texts.size() - before);
        before = fixture.handler.texts.size();
    };
    fixture.far.write(clientFrame(text).repeated(count));
    QVERIFY(turnUntil([&] { return fixture.handler.texts.size() == count; }));
    QVERIFY2(mostAtOnce * text.size() <= WebSocketWire::turnBytes,
             qPrintable(QString::number(mostAtOnce)));
}

void TestWireIncoming::framesWithoutContentAreHeardOf()
{
    Limiter limiter;
    WireFixture fixture;
    fixture.far.write(clientFrame("{", 1, false) + clientFrame({}, 0, false).repeated(1000)
                      + clientFrame("}", 0, true));
    QVERIFY(turnUntil([&] { return !fixture.handler.texts.isEmpty(); }));
    QCOMPARE(fixture.handler.texts, QByteArrayList{"{}"});
    QCOMPARE(fixture.handler.fragments, 1001);
}

void TestWireIncoming::halfAFrameIsNoSignOfLife()
{
    Limiter limiter;
    WireFixture fixture;
    const QByteArray bytes = clientFrame(QByteArray(2000, 'x'));
    for (qsizetype sent = 0; sent < bytes.size() - 1; sent += 500) {
        const qsizetype some = std::min<qsizetype>(500, bytes.size() - 1 - sent);
        fixture.far.write(bytes.sliced(sent, some));
        QVERIFY(turnUntil([&] { return fixture.tcp->bytesAvailable() >= sent + some; }));
    }
    QCOMPARE(fixture.handler.readings, 0);
    fixture.far.write(bytes.last(1));
    QVERIFY(turnUntil([&] { return fixture.handler.readings == 1; }));
    QCOMPARE(fixture.handler.texts.size(), 1);
}

void TestWireIncoming::controlFramesAreCounted()
{
    Limiter limiter;
    WireFixture fixture;
    fixture.far.write(clientFrame({}, 9) + clientFrame("payload", 9) + clientFrame("xx", 10)
                      + clientFrame("{}"));
    QVERIFY(turnUntil([&] { return !fixture.handler.texts.isEmpty(); }));
    QCOMPARE(fixture.handler.controlBytes, 2 + 9 + 4);
    const QByteArray pongs = QByteArray("\x8a\x00\x8a\x07", 4) + "payload";
    QVERIFY(turnUntil([&] { return fixture.far.bytesAvailable() >= pongs.size(); }));
    QCOMPARE(fixture.far.readAll(), pongs);
}

void TestWireIncoming::closesAreAnswered_data()
{
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<QByteArray>("answer"); // its code
    const auto row = [](const char *name, const QByteArray &frames, const QByteArray &code) {
        QTest::newRow(name) << frames << code;
    };
    row("normal", closeFrameOf("\x03\xe8"), "03e8");
    row("with a reason", closeFrameOf("\x0f\xa0 bye"), "0fa0");
    row("without a code", closeFrameOf({}), "");
    row("a code that nobody may send", closeFrameOf("\x03\xed"), "03ea");
    row("half a code", closeFrameOf("\x03"), "03ea");
    row("no UTF-8", closeFrameOf("\x03\xe8\xc3\x28"), "03ef");
    row("inside a message", clientFrame("{", 1, false) + closeFrameOf("\x03\xe8"), "03e8");
    row("no mask", QByteArray("\x81\x02{}", 4), "03ea");
    row("text behind it", closeFrameOf("\x03\xe8") + clientFrame("{}"), "03e8");
}

void TestWireIncoming::closesAreAnswered()
{
    QFETCH(QByteArray, frames);
    QFETCH(QByteArray, answer);
    Limiter limiter;
    WireFixture fixture;
    fixture.far.write(frames);
    const QByteArray heard = allHeard(fixture);
    QCOMPARE(heard.first(1), QByteArray("\x88"));
    QCOMPARE(heard.mid(2, 2).toHex(), answer);
    QCOMPARE(quint8(heard[1]), heard.size() - 2); // and nothing behind it
    QVERIFY(fixture.handler.texts.isEmpty());
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireIncoming>(argc, argv);
}
#include "tst_wire_incoming.moc"
