// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/calls/call_desk.h"
#include "tests/client/connection/lone_connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using State = CallDesk::State;

/// 呼叫 with its real connection, whose server is the test.
class TestCallDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void offersWhatTheShopHas();
    void goesAfterFiveSeconds();
    void isTakenBackInTime();
    void saysWhoComes();
    void asksWhoComesWhenItIsNotTold();
    void stillHearsWhenNobodyLooks();
    void saysThatNobodyWasCalled();
    void aNewCallForgetsTheOneBefore();

private:
    void goLive(bool knowsAlarms = true);
    void call() { m_calls->begin(m_calls->calls().first(), {u"覆膜"_qs, u"PO1"_qs, CrmId(7)}); }
    void pass(std::chrono::seconds time);
    QList<protocol::Publish> published() const
    {
        return m_desk->socket().sentOf<protocol::Publish>();
    }
    void store(StreamId id)
    {
        m_desk->socket().receive(protocol::Ack{published().last().ref, 3, id});
    }

    std::unique_ptr<test::LoneConnection> m_desk;
    std::unique_ptr<CallDesk> m_calls;
};

void TestCallDesk::init()
{
    m_calls.reset();
    m_desk = std::make_unique<test::LoneConnection>();
    m_calls = std::make_unique<CallDesk>(m_desk->connection, m_desk->store, m_desk->scheduler,
                                         m_desk->clock);
}

void TestCallDesk::goLive(bool knowsAlarms)
{
    m_desk->start();
    auto greeting = m_desk->greeting();
    if (knowsAlarms)
        greeting.features = {QString(protocol::alarmsFeature), QString(protocol::receiptsFeature)};
    protocol::Shop::Call paper;
    paper.name = u"paper"_qs;
    paper.title = u"缺纸"_qs;
    greeting.shop.calls = {paper};
    m_desk->socket().receive(greeting);
    m_desk->sync();
}

void TestCallDesk::pass(std::chrono::seconds time)
{
    for (; time > 0s; time -= 1s) {
        m_desk->scheduler.advance(1s);
        m_desk->pong();
    }
}

void TestCallDesk::offersWhatTheShopHas()
{
    QVERIFY(!m_calls->isOffered());
    goLive();
    QVERIFY(m_calls->isOffered());
    goLive(false);
    QVERIFY(!m_calls->isOffered());
}

void TestCallDesk::goesAfterFiveSeconds()
{
    goLive();
    call();
    QCOMPARE(m_calls->state(), State::Counting);
    QCOMPARE(m_calls->left(), 5s);
    pass(4s);
    QCOMPARE(m_calls->left(), 1s);
    QVERIFY(published().isEmpty());
    pass(1s);
    QCOMPARE(published().size(), 1);
    QCOMPARE(published().first().data,
             (QJsonObject{{u"call"_qs, u"paper"_qs},
                          {u"step"_qs, u"覆膜"_qs},
                          {u"order_no"_qs, u"PO1"_qs},
                          {u"order_id"_qs, 7}}));
    store({500, 0});
    QCOMPARE(m_calls->state(), State::Waiting);
}

void TestCallDesk::isTakenBackInTime()
{
    goLive();
    call();
    pass(4s);
    m_calls->dismiss();
    QCOMPARE(m_calls->state(), State::None);
    pass(1min);
    QVERIFY(published().isEmpty());
}

void TestCallDesk::saysWhoComes()
{
    goLive();
    const QSignalSpy answered(m_calls.get(), &CallDesk::answered);
    call();
    pass(5s);
    store({500, 0});
    m_desk->socket().receive(
        protocol::Settled{{501, 0}, {499, 0}, {u"王芳"_qs, {}, m_desk->clock.now()}}); // another
    QCOMPARE(m_calls->state(), State::Waiting);
    m_desk->socket().receive(
        protocol::Settled{{502, 0}, {500, 0}, {u"李娜"_qs, {}, m_desk->clock.now()}});
    QCOMPARE(m_calls->state(), State::Taken);
    QCOMPARE(m_calls->taken()->by, u"李娜"_qs);
    QCOMPARE(answered.size(), 1);
}

/// Who calls need not be among those who are called, and is then told of no settling.
void TestCallDesk::asksWhoComesWhenItIsNotTold()
{
    goLive();
    call();
    pass(5s);
    store({500, 0});
    QVERIFY(m_desk->socket().sentOf<protocol::AskSent>().isEmpty());
    pass(5s);
    QCOMPARE(m_desk->socket().sentOf<protocol::AskSent>().size(), 1);
    protocol::Sent::Row row;
    row.id = {500, 0};
    row.settled = Settlement{u"李娜"_qs, {}, m_desk->clock.now()};
    m_desk->socket().receive(protocol::Sent{{row}});
    QCOMPARE(m_calls->state(), State::Taken);
    pass(1min);
    QCOMPARE(m_desk->socket().sentOf<protocol::AskSent>().size(), 1);
}

void TestCallDesk::stillHearsWhenNobodyLooks()
{
    goLive();
    const QSignalSpy answered(m_calls.get(), &CallDesk::answered);
    call();
    pass(5s);
    m_calls->dismiss(); // it is on its way: that only closes the sheet
    store({500, 0});
    QCOMPARE(m_calls->state(), State::Waiting);
    m_desk->socket().receive(
        protocol::Settled{{502, 0}, {500, 0}, {u"李娜"_qs, {}, m_desk->clock.now()}});
    QCOMPARE(answered.size(), 1);
}

void TestCallDesk::saysThatNobodyWasCalled()
{
    goLive();
    call();
    pass(5s);
    m_desk->socket().receive(
        protocol::Refusal{published().first().ref, u"too_many"_qs, u"wait"_qs});
    QCOMPARE(m_calls->state(), State::Failed);
    QVERIFY(!m_calls->problem().isEmpty());
}

void TestCallDesk::aNewCallForgetsTheOneBefore()
{
    goLive();
    call();
    pass(5s);
    store({500, 0});
    m_calls->reset();
    call();
    pass(5s);
    store({600, 0});
    m_desk->socket().receive(
        protocol::Settled{{601, 0}, {500, 0}, {u"王芳"_qs, {}, m_desk->clock.now()}});
    QCOMPARE(m_calls->state(), State::Waiting);
}

QTEST_GUILESS_MAIN(TestCallDesk)
#include "tst_call_desk.moc"
