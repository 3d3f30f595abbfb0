// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/connection_test.h"
#include "shared/protocol/close_codes.h"
#include "tests/client/connection/fake_socket.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

#include <optional>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using Verdict = TestOutcome::Verdict;

Q_DECLARE_METATYPE(pressboard::client::Ending)

class TestConnectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void worksWhenGreeted();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void givesUpInTheEnd();
    void nonsenseIsNotPressboard();
    void anOldServerIsAnotherVersion();
    void runsAgain();
    void saysNothingOnceCancelled();

private:
    void run();

    test::FakeSockets m_sockets;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    std::unique_ptr<ConnectionTest> m_test;
    std::optional<TestOutcome> m_outcome;
};

void TestConnectionTest::init()
{
    m_test.reset();
    m_outcome.reset();
    m_sockets = {};
    m_clock = std::make_unique<test::ManualClock>();
    m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
    m_test = std::make_unique<ConnectionTest>(*m_scheduler, *m_clock, m_sockets.factory());
    connect(m_test.get(), &ConnectionTest::finished, this, [this](const TestOutcome &outcome) {
        QVERIFY(!m_outcome);
        m_outcome = outcome;
    });
}

void TestConnectionTest::run()
{
    m_test->run(*ServerAddress::parse(QStringLiteral("192.168.1.10")), QStringLiteral("t"));
}

void TestConnectionTest::worksWhenGreeted()
{
    run();
    QCOMPARE(m_sockets.last->headers.first().second, QByteArray("Bearer t"));
    protocol::ConnectionEstablished greeting;
    greeting.epoch = QStringLiteral("e");
    greeting.user = QStringLiteral("lina");
    greeting.permissions = {QStringLiteral("view_orders")};
    greeting.shop.name = QStringLiteral("东方印务");
    greeting.serverVersion = QStringLiteral("1.2.3");
    greeting.time = m_clock->now() - 5min;
    m_sockets.last->receive(greeting);
    QCOMPARE(m_outcome->verdict, Verdict::Works);
    QCOMPARE(m_outcome->user, QStringLiteral("lina"));
    QCOMPARE(m_outcome->shopName, QStringLiteral("东方印务"));
    QCOMPARE(m_outcome->serverVersion, QStringLiteral("1.2.3"));
    QCOMPARE(m_outcome->clockAhead, std::chrono::milliseconds(5min));
    QCOMPARE(m_outcome->permissions, QStringList{QStringLiteral("view_orders")});
    QVERIFY(m_scheduler->isIdle());
}

void TestConnectionTest::tellsWhatIsWrong_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<Verdict>("verdict");
    const auto status = [](int code, Verdict verdict) {
        Ending ending;
        ending.httpStatus = code;
        QTest::addRow("HTTP %d", code) << ending << verdict;
    };
    status(401, Verdict::Unauthorized);
    status(403, Verdict::Forbidden);
    status(404, Verdict::NotPressboard);
    status(426, Verdict::NotPressboard);
    status(429, Verdict::TooMany);
    status(503, Verdict::NotReady);
    status(301, Verdict::NotPressboard);
    status(502, Verdict::NotPressboard);
    Ending refused;
    refused.closeCode = int(CloseCode::Unauthorized);
    QTest::newRow("close 4001") << refused << Verdict::Unauthorized;
    const auto fault = [](const char *name, Ending::Fault what, Verdict verdict) {
        Ending ending;
        ending.fault = what;
        QTest::newRow(name) << ending << verdict;
    };
    fault("host", Ending::Fault::HostNotFound, Verdict::HostNotFound);
    fault("refused", Ending::Fault::Refused, Verdict::NobodyListens);
    fault("tls", Ending::Fault::Tls, Verdict::TlsFailed);
    fault("timed out", Ending::Fault::TimedOut, Verdict::NoAnswer);
    fault("cut", Ending::Fault::Other, Verdict::NoAnswer);
}

void TestConnectionTest::tellsWhatIsWrong()
{
    QFETCH(Ending, ending);
    QFETCH(Verdict, verdict);
    ending.reason = QStringLiteral("why");
    run();
    Q_EMIT m_sockets.last->closed(ending);
    QCOMPARE(m_outcome->verdict, verdict);
    QCOMPARE(m_outcome->detail, QStringLiteral("why"));
}

void TestConnectionTest::givesUpInTheEnd()
{
    run();
    m_scheduler->advance(8s);
    QCOMPARE(m_outcome->verdict, Verdict::NoAnswer);
}

void TestConnectionTest::nonsenseIsNotPressboard()
{
    run();
    Q_EMIT m_sockets.last->textReceived("hello!");
    QCOMPARE(m_outcome->verdict, Verdict::NotPressboard);
}

void TestConnectionTest::anOldServerIsAnotherVersion()
{
    run();
    Q_EMIT m_sockets.last->textReceived(
        R"({"type":"connection_established","message":"ok","user":"x"})");
    QCOMPARE(m_outcome->verdict, Verdict::OtherVersion);
}

void TestConnectionTest::runsAgain()
{
    run();
    run();
    QCOMPARE(m_sockets.made, 2);
    m_sockets.last->end(0, 401);
    QCOMPARE(m_outcome->verdict, Verdict::Unauthorized);
    m_outcome.reset();
    run();
    m_sockets.last->end(0, 403);
    QCOMPARE(m_outcome->verdict, Verdict::Forbidden);
}

void TestConnectionTest::saysNothingOnceCancelled()
{
    run();
    m_test->cancel();
    m_scheduler->advance(1h);
    QVERIFY(!m_outcome);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connection_test.moc"
