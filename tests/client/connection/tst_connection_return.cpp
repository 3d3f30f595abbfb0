// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/close_codes.h"
#include "tests/client/connection/lone_connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestConnectionReturn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_lone = std::make_unique<test::LoneConnection>(); }

    void comesBackInItsRhythm();
    void countsHowLongAnAttemptHung();
    void aRefusedTokenIsTriedEachMinute();
    void keepsSayingWhyWhileTrying();
    void obeysAGoodbye();
    void aLateSignalOfADroppedSocketIsIgnored();
    void theUserWantsItNow();
    void rechecksWhenTheNetworkChanges();
    void stopsForGood();
    void changesTheServer();
    void renewsItsCode();

private:
    std::unique_ptr<test::LoneConnection> m_lone;
};

void TestConnectionReturn::comesBackInItsRhythm()
{
    m_lone->goLive();
    m_lone->scheduler.advance(9s);
    m_lone->pong();
    m_lone->scheduler.advance(2s);
    m_lone->pong();
    QList<std::chrono::milliseconds> waits;
    for (int i = 1; i <= 9; ++i) {
        m_lone->socket().end(0);
        QCOMPARE(m_lone->status().state, ConnectionState::Waiting);
        QCOMPARE(m_lone->status().attempt, i);
        QCOMPARE(m_lone->scheduler.untilNext(), m_lone->status().retryIn);
        waits.append(m_lone->status().retryIn);
        m_lone->scheduler.advance(m_lone->status().retryIn);
        QCOMPARE(m_lone->status().state, ConnectionState::Connecting);
    }
    QCOMPARE(waits, (QList<std::chrono::milliseconds>{0s, 3s, 3s, 3s, 3s, 3s, 6s, 8s, 8s}));
}

/// The server's computer is off, and nobody answers: a new SYN goes out as often as the rhythm has
/// it, so that the return is not missed by the length of an attempt and a wait.
void TestConnectionReturn::countsHowLongAnAttemptHung()
{
    m_lone->start();
    for (int i = 0; i < 7; ++i) {
        m_lone->socket().end(0);
        m_lone->scheduler.advance(m_lone->status().retryIn);
    }
    const int made = m_lone->sockets.made;
    m_lone->scheduler.advance(2s);
    m_lone->socket().end(0);
    QCOMPARE(m_lone->status().retryIn, std::chrono::milliseconds(6s));
    m_lone->scheduler.advance(6s);
    QCOMPARE(m_lone->sockets.made, made + 1);
    m_lone->scheduler.advance(10s); // nothing came of that one
    QCOMPARE(m_lone->sockets.made, made + 2);
}

void TestConnectionReturn::aRefusedTokenIsTriedEachMinute()
{
    m_lone->start();
    m_lone->socket().end(0, 401);
    QCOMPARE(m_lone->status().trouble, Trouble::Unauthorized);
    QCOMPARE(m_lone->status().retryIn, std::chrono::milliseconds(60s));
    m_lone->scheduler.advance(60s);
    QCOMPARE(m_lone->sockets.made, 2);
    m_lone->greet();
    m_lone->sync();
    QCOMPARE(m_lone->status().trouble, Trouble::None);
    QCOMPARE(m_lone->status().attempt, 0);
}

void TestConnectionReturn::keepsSayingWhyWhileTrying()
{
    m_lone->start();
    m_lone->socket().end(0, 401);
    m_lone->scheduler.advance(60s);
    QCOMPARE(m_lone->status().state, ConnectionState::Connecting);
    QCOMPARE(m_lone->status().trouble, Trouble::Unauthorized);
    QVERIFY(!m_lone->status().detail.isEmpty());
}

void TestConnectionReturn::obeysAGoodbye()
{
    m_lone->goLive();
    QSignalSpy goodbye(&m_lone->store, &Store::goodbyeReceived);
    m_lone->socket().receive(protocol::Goodbye{QStringLiteral("restart"), 4000});
    QCOMPARE(goodbye.count(), 1);
    m_lone->socket().end(0);
    QCOMPARE(m_lone->status().trouble, Trouble::GoingAway);
    QCOMPARE(m_lone->status().retryIn, 6000ms);
    m_lone->scheduler.advance(6s);
    QCOMPARE(m_lone->sockets.made, 2);
    m_lone->socket().end(0); // not yet back: that was a goodbye of another socket
    QCOMPARE(m_lone->status().trouble, Trouble::Cut);
    QCOMPARE(m_lone->status().retryIn, std::chrono::milliseconds(3s));
}

void TestConnectionReturn::aLateSignalOfADroppedSocketIsIgnored()
{
    m_lone->goLive();
    const QPointer<test::FakeSocket> old = m_lone->sockets.last;
    m_lone->connection.reconnectNow();
    QVERIFY(old); // until the event loop comes round
    QCOMPARE(old->closedWith, 1000);
    old->end(int(CloseCode::Unauthorized));
    old->receive(protocol::Numbers{{{QStringLiteral("total_orders"), 1}}});
    QCOMPARE(m_lone->status().state, ConnectionState::Connecting);
    QCOMPARE(m_lone->status().trouble, Trouble::None);
    QVERIFY(m_lone->store.stats().isEmpty());
    QTRY_VERIFY(!old);
}

void TestConnectionReturn::theUserWantsItNow()
{
    m_lone->connection.reconnectNow();
    QCOMPARE(m_lone->sockets.made, 0); // no server yet
    m_lone->start();
    m_lone->socket().end(0, 401);
    m_lone->connection.reconnectNow();
    QCOMPARE(m_lone->sockets.made, 2);
    QCOMPARE(m_lone->status().attempt, 0);
    m_lone->scheduler.advance(9s); // the old appointment is off
    QCOMPARE(m_lone->sockets.made, 2);
}

void TestConnectionReturn::rechecksWhenTheNetworkChanges()
{
    m_lone->connection.recheck();
    QCOMPARE(m_lone->sockets.made, 0);
    m_lone->goLive();
    m_lone->socket().sent.clear();
    m_lone->connection.recheck();
    QCOMPARE(m_lone->socket().sentOf<protocol::Ping>().size(), 1);
    m_lone->scheduler.advance(5s); // no answer: dead
    QCOMPARE(m_lone->sockets.made, 2);
    m_lone->socket().end(0);
    QCOMPARE(m_lone->status().state, ConnectionState::Waiting);
    m_lone->connection.recheck();
    QCOMPARE(m_lone->sockets.made, 3);
}

void TestConnectionReturn::stopsForGood()
{
    m_lone->goLive();
    const QPointer<test::FakeSocket> old = m_lone->sockets.last;
    m_lone->connection.stop();
    QCOMPARE(old->closedWith, 1000);
    QCOMPARE(m_lone->status().state, ConnectionState::Disconnected);
    m_lone->connection.recheck();
    m_lone->scheduler.advance(1h);
    QCOMPARE(m_lone->sockets.made, 1);
    m_lone->connection.reconnectNow();
    QCOMPARE(m_lone->sockets.made, 2);
}

void TestConnectionReturn::changesTheServer()
{
    m_lone->goLive();
    m_lone->start();
    QVERIFY(!m_lone->store.book().epoch.isEmpty()); // the same one again
    PublishOutcome outcome;
    m_lone->connection.publish(QStringLiteral("general_notification"),
                               {{QStringLiteral("message"), QStringLiteral("x")}}, {},
                               [&outcome](const PublishOutcome &o) { outcome = o; });
    m_lone->connection.setTarget(*ServerAddress::parse(QStringLiteral("wss://other.example.com")),
                                 QStringLiteral("t2"));
    QCOMPARE(m_lone->socket().url.host(), QStringLiteral("other.example.com"));
    QCOMPARE(m_lone->socket().headers.first().second, QByteArray("Bearer t2"));
    QVERIFY(m_lone->store.book().epoch.isEmpty());
    QVERIFY(!m_lone->store.dataAsOf());
    QCOMPARE(outcome.code, QStringLiteral("unavailable"));
}

/// The board stays, and the next connection begins with the new code.
void TestConnectionReturn::renewsItsCode()
{
    m_lone->goLive();
    m_lone->connection.renewToken(QStringLiteral("aa.bb.cc"));
    QCOMPARE(m_lone->sockets.made, 1);
    QCOMPARE(m_lone->status().state, ConnectionState::Live);
    const auto told = m_lone->socket().sentOf<protocol::Token>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().token, QStringLiteral("aa.bb.cc"));
    m_lone->connection.reconnectNow();
    QCOMPARE(m_lone->socket().headers.first().second, QByteArray("Bearer aa.bb.cc"));
    m_lone->connection.renewToken(QStringLiteral("aa.bb.dd")); // while it is not live
    QVERIFY(m_lone->socket().sentOf<protocol::Token>().isEmpty());
    m_lone->connection.reconnectNow();
    QCOMPARE(m_lone->socket().headers.first().second, QByteArray("Bearer aa.bb.dd"));
}

QTEST_GUILESS_MAIN(TestConnectionReturn)
#include "tst_connection_return.moc"
