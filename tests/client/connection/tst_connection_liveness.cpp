// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/connection/lone_connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using protocol::Sync;

class TestConnectionLiveness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_lone = std::make_unique<test::LoneConnection>(); }

    void neverHangsConnecting();
    void neverHangsGreeting();
    void neverHangsSyncing();
    void aLongSyncIsNoHang();
    void lateIsNotDead();
    void eventsAreNoAnswer();
    void theLinkIsDown();
    void asksMoreOftenWhileItIsSeen();
    void pingsAsTheServerAsks();
    void measuresTheRoundTrip();

private:
    std::unique_ptr<test::LoneConnection> m_lone;
};

void TestConnectionLiveness::neverHangsConnecting()
{
    m_lone->start();
    m_lone->scheduler.advance(10s);
    QCOMPARE(m_lone->sockets.made, 2); // given up, and at once tried again
    QCOMPARE(m_lone->status().trouble, Trouble::NoAnswer);
}

void TestConnectionLiveness::neverHangsGreeting()
{
    m_lone->start();
    Q_EMIT m_lone->socket().opened();
    m_lone->scheduler.advance(10s);
    QCOMPARE(m_lone->sockets.made, 2);
}

void TestConnectionLiveness::neverHangsSyncing()
{
    m_lone->start();
    m_lone->greet();
    connect(&m_lone->socket(), &Socket::closed, this, [] { QFAIL("the network said nothing"); });
    for (int i = 0; i < 19; ++i) {
        m_lone->scheduler.advance(1s);
        m_lone->pong(); // alive, but no sync comes
    }
    QCOMPARE(m_lone->sockets.made, 1);
    m_lone->scheduler.advance(1s);
    QCOMPARE(m_lone->sockets.made, 2);
}

void TestConnectionLiveness::aLongSyncIsNoHang()
{
    m_lone->start();
    m_lone->greet();
    m_lone->socket().receive(Sync{});
    for (int part = 1; part <= 10; ++part) {
        for (int i = 0; i < 15; ++i) {
            m_lone->scheduler.advance(1s);
            m_lone->pong();
        }
        m_lone->socket().receive(protocol::SnapshotPart{part, 10, {}, {}});
    }
    QCOMPARE(m_lone->sockets.made, 1);
    QCOMPARE(m_lone->status().state, ConnectionState::Syncing);
}

/// Late after six seconds at most, and said; dead, and connected anew, only after fifteen.
void TestConnectionLiveness::lateIsNotDead()
{
    m_lone->goLive();
    m_lone->scheduler.advance(2999ms); // the first ping goes out with the last word of the sync
    QVERIFY(!m_lone->store.isStale());
    m_lone->scheduler.advance(3001ms);
    QCOMPARE(m_lone->status().lag, Lag::LateAnswers);
    QVERIFY(m_lone->store.isStale());
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    m_lone->scheduler.advance(8999ms);
    QCOMPARE(m_lone->sockets.made, 1);
    m_lone->scheduler.advance(1ms);
    QCOMPARE(m_lone->sockets.made, 2);
}

/// What comes of before proves nothing of now.
void TestConnectionLiveness::eventsAreNoAnswer()
{
    m_lone->goLive();
    const OptionalMoment asOf = m_lone->store.dataAsOf();
    for (int i = 0; i < 20; ++i) {
        m_lone->scheduler.advance(1s);
        m_lone->socket().receive(protocol::SourceChanged{});
    }
    QCOMPARE(m_lone->sockets.made, 1);
    QCOMPARE(m_lone->status().lag, Lag::LateAnswers);
    QVERIFY(m_lone->store.dataAsOf() <= *asOf + 6s);
    for (auto open = m_lone->socket().sentOf<protocol::Ping>().size(); open > 0; --open)
        m_lone->pong();
    QVERIFY(!m_lone->store.isStale());
}

void TestConnectionLiveness::theLinkIsDown()
{
    m_lone->goLive();
    Q_EMIT m_lone->socket().linkChanged(false);
    QCOMPARE(m_lone->status().lag, Lag::LinkDown);
    QVERIFY(m_lone->store.isStale());
    QCOMPARE(m_lone->sockets.made, 1);
    Q_EMIT m_lone->socket().linkChanged(true); // plugged in again, nothing was lost
    QVERIFY(!m_lone->store.isStale());
    for (auto open = m_lone->socket().sentOf<protocol::Ping>().size(); open > 0; --open)
        m_lone->pong();
    Q_EMIT m_lone->socket().linkChanged(false);
    m_lone->scheduler.advance(5s);
    QCOMPARE(m_lone->sockets.made, 2); // not plugged in: dead after a probe's time
    QCOMPARE(m_lone->status().lag, Lag::None); // of the next socket nothing is known
}

void TestConnectionLiveness::asksMoreOftenWhileItIsSeen()
{
    m_lone->goLive();
    m_lone->pong();
    const auto pingsInAMinute = [this] {
        m_lone->socket().sent.clear();
        for (int i = 0; i < 60; ++i) {
            m_lone->scheduler.advance(1s);
            m_lone->pong();
        }
        return m_lone->socket().sentOf<protocol::Ping>().size();
    };
    QCOMPARE(pingsInAMinute(), 20);
    m_lone->connection.setShown(false);
    m_lone->scheduler.advance(10s);
    m_lone->pong();
    QCOMPARE(pingsInAMinute(), 6);
    QVERIFY(!m_lone->store.isStale());
    m_lone->scheduler.advance(9s);
    m_lone->socket().sent.clear();
    m_lone->connection.setShown(true);
    m_lone->scheduler.advance(0ms);
    QCOMPARE(m_lone->socket().sentOf<protocol::Ping>().size(), 1); // who looks knows soon
}

void TestConnectionLiveness::pingsAsTheServerAsks()
{
    m_lone->start();
    auto greeting = m_lone->greeting();
    greeting.heartbeatSeconds = 1;
    m_lone->socket().receive(greeting);
    m_lone->sync();
    m_lone->socket().sent.clear();
    for (int i = 0; i < 60; ++i) {
        m_lone->scheduler.advance(1s);
        m_lone->pong();
    }
    QCOMPARE(m_lone->socket().sentOf<protocol::Ping>().size(), 60);
    m_lone->socket().receive(protocol::Pong{m_lone->clock.now(), {777, 0}});
    QVERIFY(m_lone->store.book().position == (StreamId{777, 0}));
}

void TestConnectionLiveness::measuresTheRoundTrip()
{
    m_lone->goLive();
    QCOMPARE(m_lone->status().roundTrip, -1ms);
    m_lone->scheduler.advance(7ms);
    m_lone->pong();
    QCOMPARE(m_lone->status().roundTrip, 7ms);
    QVERIFY(m_lone->store.dataAsOf() == m_lone->clock.now());
}

QTEST_GUILESS_MAIN(TestConnectionLiveness)
#include "tst_connection_liveness.moc"
