// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/qt_socket_internals.h"

#include "tests/server/wire/connected_socket.h"

#include <QSignalSpy>
#include <QTest>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <malloc.h>
#define CAN_COUNT_HEAP
#endif

using namespace pressboard::server::qt_socket_internals;
using namespace pressboard::test;

namespace {

/// One end says something, and the other hears this and nothing else.
bool isHeard(QTcpSocket &from, QTcpSocket &to, const QByteArray &bytes)
{
    from.write(bytes);
    return turnUntil([&] { return to.bytesAvailable() >= bytes.size(); }) && to.readAll() == bytes;
}

} // namespace

/// What server/wire relies on Qt to do. Where one of these fails with a newer Qt, look for the
/// function of that name in server/wire/qt_socket_internals.h.
class TestQtSocketInternals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void releaseBuffersKeepsTheConnection();
    void releaseBuffersFreesThem();
};

void TestQtSocketInternals::releaseBuffersKeepsTheConnection()
{
    ConnectedSocket connected;
    QTcpSocket &tcp = *connected.tcp;
    const qintptr descriptor = tcp.socketDescriptor();
    const QIODevice::OpenMode mode = tcp.openMode();
    const QSignalSpy states(&tcp, &QTcpSocket::stateChanged);
    const QSignalSpy closings(&tcp, &QTcpSocket::aboutToClose);
    const QSignalSpy ends(&tcp, &QTcpSocket::readChannelFinished);
    for (int i = 1; i <= 3; ++i) {
        releaseBuffers(tcp);
        QVERIFY(isHeard(connected.far, tcp, "what comes"));
        QVERIFY(isHeard(tcp, connected.far, "what goes"));
    }
    QCOMPARE(tcp.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(tcp.socketDescriptor(), descriptor);
    QCOMPARE(tcp.openMode(), mode);
    QVERIFY(states.isEmpty() && closings.isEmpty() && ends.isEmpty());
}

void TestQtSocketInternals::releaseBuffersFreesThem()
{
#ifdef CAN_COUNT_HEAP
    ConnectedSocket connected;
    QVERIFY(isHeard(connected.far, *connected.tcp, "what comes"));
    QVERIFY(isHeard(*connected.tcp, connected.far, "what goes"));
    const std::size_t before = ::mallinfo2().uordblks;
    releaseBuffers(*connected.tcp);
    const std::size_t after = ::mallinfo2().uordblks;
    // At least the one chunk of 32 KiB that QTcpSocket keeps of what it read or wrote.
    QVERIFY2(after + 32 * 1024 <= before, qPrintable(QString::number(before - after)));
#else
    QSKIP("nobody here counts the heap");
#endif
}

QTEST_GUILESS_MAIN(TestQtSocketInternals)
#include "tst_qt_socket_internals.moc"
