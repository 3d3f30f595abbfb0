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
    void noticesSilence();
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
    QCOMPARE(m_lone->status().trouble, Trouble::Cut);
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
        Q_EMIT m_lone->socket().ponged(); // alive, but no sync comes
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
            Q_EMIT m_lone->socket().ponged();
        }
        m_lone->socket().receive(protocol::SnapshotPart{part, 10, {}, {}});
    }
    QCOMPARE(m_lone->sockets.made, 1);
    QCOMPARE(m_lone->status().state, ConnectionState::Syncing);
}

void TestConnectionLiveness::noticesSilence()
{
    m_lone->goLive();
    m_lone->scheduler.advance(10s);
    QCOMPARE(m_lone->socket().pings, 1);
    m_lone->scheduler.advance(4999ms);
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    m_lone->scheduler.advance(1ms);
    QCOMPARE(m_lone->sockets.made, 2);
}

void TestConnectionLiveness::pingsAsTheServerAsks()
{
    m_lone->goLive();
    for (int i = 0; i < 60; ++i) {
        m_lone->scheduler.advance(1s);
        Q_EMIT m_lone->socket().ponged();
    }
    QCOMPARE(m_lone->socket().sentOf<protocol::Ping>().size(), 3);
    QCOMPARE(m_lone->socket().pings, 6);
    m_lone->socket().receive(protocol::Pong{m_lone->clock.now(), {777, 0}});
    QVERIFY(m_lone->store.book().position == (StreamId{777, 0}));
}

void TestConnectionLiveness::measuresTheRoundTrip()
{
    m_lone->goLive();
    QCOMPARE(m_lone->status().roundTrip, -1ms);
    m_lone->scheduler.advance(10s);
    m_lone->scheduler.advance(7ms);
    Q_EMIT m_lone->socket().ponged();
    QCOMPARE(m_lone->status().roundTrip, 7ms);
    QVERIFY(m_lone->store.dataAsOf() == m_lone->clock.now());
}

QTEST_GUILESS_MAIN(TestConnectionLiveness)
#include "tst_connection_liveness.moc"
