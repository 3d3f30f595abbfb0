// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/qt_web_socket_internals.h"

#include "tests/server/wire/upgraded_socket.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <malloc.h>
#define CAN_COUNT_HEAP
#endif

#include <algorithm>

using namespace pressboard::server::qt_web_socket_internals;
using namespace pressboard::test;

namespace {

const QByteArray ping = clientFrame("payload", 9);
const QByteArray pong = QByteArray("\x8a\x07") + "payload";

bool isTimerActive(const QWebSocket &socket)
{
    const auto timers = socket.findChildren<QTimer *>();
    return std::any_of(timers.begin(), timers.end(),
                       [](const QTimer *timer) { return timer->isActive(); });
}

/// The client's end hears this, and nothing else.
bool hears(UpgradedSocket &upgraded, const QByteArray &bytes)
{
    return turnUntil([&] { return upgraded.far.bytesAvailable() >= bytes.size(); })
        && upgraded.far.readAll() == bytes;
}

/// The handshake's answer is read, and sent whole.
void finishHandshake(UpgradedSocket &upgraded)
{
    QVERIFY(turnUntil([&] { return upgraded.far.peek(8192).endsWith("\r\n\r\n"); }));
    upgraded.far.readAll();
    QVERIFY(turnUntil([&] { return upgraded.tcp->bytesToWrite() == 0; }));
}

} // namespace

/// What server/wire relies on Qt to do. Where one of these fails with a newer Qt, look for the
/// function of that name in server/wire/qt_web_socket_internals.h.
class TestQtWebSocketInternals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopReadingLeavesWhatComesUnread();
    void stopReadingEndsTheWaitForHalfAFrame();
    void releaseBuffersKeepsTheConnection();
    void releaseBuffersFreesThem();
    void detachedSocketBelongsToUs();
    void pongCounterCountsBeforeLaterReaders();
    void pongCounterCountsBeforeTheMessageBehind();
};

void TestQtWebSocketInternals::stopReadingLeavesWhatComesUnread()
{
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    upgraded.far.write(ping);
    QVERIFY(hears(upgraded, pong));

    stopReading(*upgraded.socket, *upgraded.tcp);
    QSignalSpy messages(upgraded.socket.get(), &QWebSocket::textMessageReceived);
    const QByteArray more = ping + clientFrame("text") + clientFrame("\x03\xe8", 8);
    upgraded.far.write(more);
    QVERIFY(turnUntil([&] { return upgraded.tcp->bytesAvailable() >= more.size(); }));
    QCOMPARE(upgraded.tcp->bytesAvailable(), more.size());
    QCOMPARE(upgraded.tcp->bytesToWrite(), 0);
    QVERIFY(messages.isEmpty());
}

void TestQtWebSocketInternals::stopReadingEndsTheWaitForHalfAFrame()
{
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    QVERIFY(!isTimerActive(*upgraded.socket));
    upgraded.far.write(ping.chopped(1));
    QVERIFY(turnUntil([&] { return isTimerActive(*upgraded.socket); }));
    stopReading(*upgraded.socket, *upgraded.tcp);
    QVERIFY(!isTimerActive(*upgraded.socket));
}

void TestQtWebSocketInternals::releaseBuffersKeepsTheConnection()
{
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    QTcpSocket &tcp = *upgraded.tcp;
    const qintptr descriptor = tcp.socketDescriptor();
    const QIODevice::OpenMode mode = tcp.openMode();
    const QSignalSpy states(&tcp, &QTcpSocket::stateChanged);
    const QSignalSpy closings(&tcp, &QTcpSocket::aboutToClose);
    const QSignalSpy ends(&tcp, &QTcpSocket::readChannelFinished);
    QSignalSpy messages(upgraded.socket.get(), &QWebSocket::textMessageReceived);
    for (int i = 1; i <= 3; ++i) {
        releaseBuffers(tcp);
        upgraded.far.write(ping + clientFrame("text"));
        QVERIFY(hears(upgraded, pong));
        QCOMPARE(messages.size(), i);
        tcp.write("bytes of ours");
        QVERIFY(hears(upgraded, "bytes of ours"));
    }
    QCOMPARE(tcp.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(tcp.socketDescriptor(), descriptor);
    QCOMPARE(tcp.openMode(), mode);
    QVERIFY(states.isEmpty() && closings.isEmpty() && ends.isEmpty());
}

void TestQtWebSocketInternals::releaseBuffersFreesThem()
{
#ifdef CAN_COUNT_HEAP
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    upgraded.far.write(ping);
    QVERIFY(hears(upgraded, pong));
    QVERIFY(turnUntil([&] { return upgraded.tcp->bytesToWrite() == 0; }));
    const std::size_t before = ::mallinfo2().uordblks;
    releaseBuffers(*upgraded.tcp);
    const std::size_t after = ::mallinfo2().uordblks;
    // At least the one chunk of 32 KiB that QTcpSocket keeps of what it read or wrote.
    QVERIFY2(after + 32 * 1024 <= before, qPrintable(QString::number(before - after)));
#else
    QSKIP("nobody here counts the heap");
#endif
}

void TestQtWebSocketInternals::detachedSocketBelongsToUs()
{
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    const QPointer<QTcpSocket> tcp = upgraded.tcp.get();
    upgraded.far.abort();
    QVERIFY(turnUntil([&] { return tcp->state() == QAbstractSocket::UnconnectedState; }));
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(tcp);
    upgraded.socket.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(tcp);
}

void TestQtWebSocketInternals::pongCounterCountsBeforeLaterReaders()
{
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    PongCounter counter;
    counter.skip(*upgraded.tcp);
    QList<qint64> counted;
    QObject::connect(upgraded.tcp.get(), &QTcpSocket::readyRead, upgraded.tcp.get(),
                     [&] { counted << counter.count(*upgraded.tcp); });
    upgraded.far.write(ping);
    QVERIFY(turnUntil([&] { return !counted.isEmpty(); }));
    QCOMPARE(counted, QList<qint64>{pong.size()});
    QCOMPARE(counter.count(*upgraded.tcp), 0);
}

void TestQtWebSocketInternals::pongCounterCountsBeforeTheMessageBehind()
{
    UpgradedSocket upgraded;
    finishHandshake(upgraded);
    PongCounter counter;
    counter.skip(*upgraded.tcp);
    QList<qint64> counted;
    QObject::connect(upgraded.socket.get(), &QWebSocket::textMessageReceived, upgraded.tcp.get(),
                     [&] {
                         counted << counter.count(*upgraded.tcp);
                         upgraded.tcp->write("an answer");
                         counter.skip(*upgraded.tcp); // what we write does not count
                     });
    upgraded.far.write(ping + ping + clientFrame("text") + ping + clientFrame("text"));
    QVERIFY(turnUntil([&] { return counted.size() == 2; }));
    QCOMPARE(counted, QList<qint64>({2 * pong.size(), pong.size()}));
    QVERIFY(hears(upgraded, pong + pong + "an answer" + pong + "an answer"));
}

QTEST_GUILESS_MAIN(TestQtWebSocketInternals)
#include "tst_qt_web_socket_internals.moc"
