// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/outbox.h"
#include "shared/protocol/codec.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsAndTellsTheAnswer();
    void tellsARefusal();
    void keepsUntilOpen();
    void sendsAgainUnderTheSameRef();
    void answersOnce();
    void doesNotWaitForEver();
    void isBounded();
    void forgetsOnAnotherServer();
    void anEchoIsNotInTheLog();
    void aCallbackMayPublishAgain();

private:
    void add(const QString &ref);

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    std::unique_ptr<Outbox> m_outbox;
    QStringList m_sent; ///< refs
    QList<PublishOutcome> m_outcomes;
};

void TestOutbox::init()
{
    m_sent.clear();
    m_outcomes.clear();
    m_outbox.reset();
    m_clock = std::make_unique<test::ManualClock>();
    m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
    m_outbox = std::make_unique<Outbox>(*m_scheduler, *m_clock, [this](const QByteArray &frame) {
        const auto message = protocol::decodeClient(frame);
        QVERIFY(message);
        m_sent.append(std::get<protocol::Publish>(*message).ref);
    });
}

void TestOutbox::add(const QString &ref)
{
    m_outbox->add({ref,
                   QStringLiteral("general_notification"),
                   {{QStringLiteral("message"), QStringLiteral("x")}},
                   {}},
                  [this](const PublishOutcome &outcome) { m_outcomes.append(outcome); });
}

void TestOutbox::sendsAndTellsTheAnswer()
{
    m_outbox->open();
    add(QStringLiteral("a"));
    QCOMPARE(m_sent, QStringList{QStringLiteral("a")});
    m_scheduler->advance(17ms);
    m_outbox->settle(protocol::Ack{QStringLiteral("a"), 20, {77, 0}});
    QCOMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().stored);
    QCOMPARE(m_outcomes.first().online, 20);
    QVERIFY(m_outcomes.first().id == (StreamId{77, 0}));
    QCOMPARE(m_outcomes.first().roundTrip, 17ms);
    QVERIFY(m_scheduler->isIdle());
}

void TestOutbox::tellsARefusal()
{
    m_outbox->open();
    add(QStringLiteral("a"));
    m_outbox->settle(protocol::Refusal{QStringLiteral("a"), QStringLiteral("forbidden"),
                                       QStringLiteral("Not your department.")});
    QVERIFY(!m_outcomes.first().stored);
    QCOMPARE(m_outcomes.first().code, QStringLiteral("forbidden"));
    QCOMPARE(m_outcomes.first().message, QStringLiteral("Not your department."));
}

void TestOutbox::keepsUntilOpen()
{
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    QVERIFY(m_sent.isEmpty());
    m_outbox->open();
    QCOMPARE(m_sent, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

void TestOutbox::sendsAgainUnderTheSameRef()
{
    m_outbox->open();
    add(QStringLiteral("a"));
    m_outbox->shut();
    m_scheduler->advance(10s);
    m_outbox->open();
    QCOMPARE(m_sent, (QStringList{QStringLiteral("a"), QStringLiteral("a")}));
    m_scheduler->advance(5ms);
    m_outbox->settle(protocol::Ack{QStringLiteral("a"), 1, {77, 0}});
    QCOMPARE(m_outcomes.first().roundTrip, 5ms);
    m_outbox->open();
    QCOMPARE(m_sent.size(), 2);
}

void TestOutbox::answersOnce()
{
    m_outbox->open();
    add(QStringLiteral("a"));
    m_outbox->settle(protocol::Ack{QStringLiteral("other"), 1, {77, 0}});
    QVERIFY(m_outcomes.isEmpty());
    m_outbox->settle(protocol::Ack{QStringLiteral("a"), 1, {77, 0}});
    m_outbox->settle(protocol::Ack{QStringLiteral("a"), 1, {77, 0}});
    QCOMPARE(m_outcomes.size(), 1);
}

void TestOutbox::doesNotWaitForEver()
{
    add(QStringLiteral("a"));
    m_scheduler->advance(29999ms);
    QVERIFY(m_outcomes.isEmpty());
    m_scheduler->advance(1ms);
    QCOMPARE(m_outcomes.first().code, QStringLiteral("unavailable"));
    QVERIFY(!m_outcomes.first().message.isEmpty());
    m_outbox->open();
    QVERIFY(m_sent.isEmpty());
}

void TestOutbox::isBounded()
{
    for (std::size_t i = 0; i < Outbox::mostPending; ++i)
        add(QString::number(i));
    QVERIFY(m_outcomes.isEmpty());
    add(QStringLiteral("one too many"));
    QCOMPARE(m_outcomes.size(), 1);
    QCOMPARE(m_outcomes.first().code, QStringLiteral("too_many"));
}

void TestOutbox::forgetsOnAnotherServer()
{
    m_outbox->open();
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    m_outbox->abandon();
    QCOMPARE(m_outcomes.size(), 2);
    QCOMPARE(m_outcomes.first().code, QStringLiteral("unavailable"));
    m_sent.clear();
    m_outbox->open();
    QVERIFY(m_sent.isEmpty());
}

void TestOutbox::anEchoIsNotInTheLog()
{
    m_outbox->open();
    add(QStringLiteral("a"));
    protocol::Ack ack;
    ack.ref = QStringLiteral("a");
    ack.echo = {{QStringLiteral("message"), QStringLiteral("x")}};
    m_outbox->settle(ack);
    QCOMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().echoed && !m_outcomes.first().stored);
    QVERIFY(m_outcomes.first().code.isEmpty());
}

void TestOutbox::aCallbackMayPublishAgain()
{
    m_outbox->open();
    m_outbox->add({QStringLiteral("a"), QStringLiteral("x"), {}, {}},
                  [this](const PublishOutcome &) { add(QStringLiteral("b")); });
    m_outbox->settle(protocol::Ack{QStringLiteral("a"), 1, {77, 0}});
    QCOMPARE(m_sent, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
