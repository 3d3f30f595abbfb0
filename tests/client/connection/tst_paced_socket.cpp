// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/paced_socket.h"
#include "tests/client/connection/fake_socket.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestPacedSocket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void handsOnAtOnce();
    void leavesTheRestForLaterTurns();
    void letsWhatComesNowAndThenNeverWait();
    void gathersWhatStreamsIn();
    void keepsTheOrder();
    void endsBehindWhatWaits();
    void forgetsWhatWaitsWhenClosed();
    void leavesAServerThatGoesOnAndOn();

private:
    void receive(const QByteArray &text) { Q_EMIT m_inner->textReceived(text); }
    void endAtTheOtherEnd() { m_inner->end(1001); }

    test::ManualClock m_clock;
    test::FakeSocket *m_inner = nullptr;
    std::unique_ptr<PacedSocket> m_socket;
    QByteArrayList m_heard;
};

void TestPacedSocket::init()
{
    auto inner = std::make_unique<test::FakeSocket>();
    m_inner = inner.get();
    m_socket = std::make_unique<PacedSocket>(std::move(inner), m_clock);
    m_heard.clear();
    // Each frame takes longer than a turn may.
    const auto hear = [this](const QByteArray &bytes) {
        m_heard.append(bytes);
        m_clock.advance(PacedSocket::share);
    };
    connect(m_socket.get(), &Socket::textReceived, this, hear);
    connect(m_socket.get(), &Socket::binaryReceived, this, hear);
    connect(m_socket.get(), &Socket::closed, this, [this] { m_heard.append("closed"); });
}

void TestPacedSocket::handsOnAtOnce()
{
    receive("a");
    QCOMPARE(m_heard, QByteArrayList{"a"});
}

void TestPacedSocket::leavesTheRestForLaterTurns()
{
    for (const char *text : {"a", "b", "c"})
        receive(text);
    QCOMPARE(m_heard, QByteArrayList{"a"});
    QTRY_COMPARE(m_heard, (QByteArrayList{"a", "b", "c"}));
}

void TestPacedSocket::letsWhatComesNowAndThenNeverWait()
{
    for (int i = 1; i <= 3 * PacedSocket::ahead; ++i) {
        receive("a");
        QCOMPARE(m_heard.size(), i);
        QCoreApplication::processEvents(); // the turn is over
        m_clock.advance(PacedSocket::rhythm);
    }
}

void TestPacedSocket::gathersWhatStreamsIn()
{
    disconnect(m_socket.get(), nullptr, this, nullptr);
    connect(m_socket.get(), &Socket::textReceived, this,
            [this](const QByteArray &bytes) { m_heard.append(bytes); });
    // At one moment of the clock: one now, and those that may be had ahead.
    for (int i = 0; i <= PacedSocket::ahead; ++i) {
        receive("a");
        QCoreApplication::processEvents();
    }
    const qsizetype atOnce = m_heard.size();
    receive("b");
    receive("c");
    QCOMPARE(m_heard.size(), atOnce);
    QTRY_COMPARE(m_heard.size(), atOnce + 2);
    QCOMPARE(m_heard.last(), "c");
}

void TestPacedSocket::keepsTheOrder()
{
    receive("a");
    Q_EMIT m_inner->binaryReceived("b");
    receive("c");
    QTRY_COMPARE(m_heard, (QByteArrayList{"a", "b", "c"}));
}

void TestPacedSocket::endsBehindWhatWaits()
{
    receive("a");
    receive("b");
    endAtTheOtherEnd();
    QCOMPARE(m_heard, QByteArrayList{"a"});
    QTRY_COMPARE(m_heard, (QByteArrayList{"a", "b", "closed"}));
}

void TestPacedSocket::forgetsWhatWaitsWhenClosed()
{
    receive("a");
    receive("b");
    m_socket->close(1000, QStringLiteral("enough"));
    QCoreApplication::processEvents();
    QCOMPARE(m_inner->closedWith, 1000);
    QVERIFY(!m_heard.contains("b"));
}

void TestPacedSocket::leavesAServerThatGoesOnAndOn()
{
    disconnect(m_socket.get(), &Socket::textReceived, this, nullptr);
    connect(m_socket.get(), &Socket::textReceived, this,
            [this] { m_clock.advance(PacedSocket::share); });
    const QByteArray frame(512 * 1024, 'x'); // shared: it costs this test nothing
    int frames = 0;
    for (; m_heard.isEmpty() && frames < 100'000; ++frames)
        receive(frame);
    QCOMPARE(m_heard, QByteArrayList{"closed"});
    QVERIFY(frames > 128 && frames < 2000);
}

QTEST_GUILESS_MAIN(TestPacedSocket)
#include "tst_paced_socket.moc"
