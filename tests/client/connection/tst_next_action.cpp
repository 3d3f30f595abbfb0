// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/next_action.h"
#include "shared/protocol/close_codes.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestNextAction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheTable_data();
    void followsTheTable();
    void whatKeepsItFromConnectingIsTold();
    void aCutAfterAGoodbyeIsAPlannedStop();
    void aRefusalAfterAGoodbyeStaysARefusal();
};

/// PROTOCOL.md, section 8, row by row.
void TestNextAction::followsTheTable_data()
{
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<int>("closeCode");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<Retry>("retry");

    const auto status = [](int code, Trouble trouble, Retry retry) {
        QTest::addRow("HTTP %d", code) << code << 0 << trouble << retry;
    };
    status(400, Trouble::WrongAddress, Retry::EachMinute);
    status(401, Trouble::Unauthorized, Retry::EachMinute);
    status(403, Trouble::Forbidden, Retry::EachFiveMinutes);
    status(404, Trouble::WrongAddress, Retry::EachMinute);
    status(426, Trouble::WrongAddress, Retry::EachMinute);
    status(429, Trouble::TooMany, Retry::BackOff);
    status(503, Trouble::GoingAway, Retry::Pause);
    for (const int other : {200, 301, 402, 418, 500, 502, 504})
        status(other, Trouble::Cut, Retry::Rhythm);

    const auto close = [](CloseCode code, Trouble trouble, Retry retry) {
        QTest::addRow("close %d", int(code)) << 0 << int(code) << trouble << retry;
    };
    close(CloseCode::Unauthorized, Trouble::Unauthorized, Retry::EachMinute);
    close(CloseCode::ProtocolError, Trouble::ProtocolMismatch, Retry::BackOff);
    close(CloseCode::Forbidden, Trouble::Forbidden, Retry::EachFiveMinutes);
    close(CloseCode::TooSlow, Trouble::Cut, Retry::BackOff);
    close(CloseCode::Reconnect, Trouble::Cut, Retry::Rhythm);
    close(CloseCode::GoingAway, Trouble::GoingAway, Retry::Pause);
    close(CloseCode::TooMany, Trouble::TooMany, Retry::BackOff);
    for (const int other : {0, 1000, 1001, 1002, 1006, 1011, 4000, 4242})
        QTest::addRow("close %d", other) << 0 << other << Trouble::Cut << Retry::Rhythm;
}

void TestNextAction::followsTheTable()
{
    QFETCH(int, httpStatus);
    QFETCH(int, closeCode);
    QFETCH(Trouble, trouble);
    QFETCH(Retry, retry);
    Ending ending;
    ending.httpStatus = httpStatus;
    ending.closeCode = closeCode;
    QCOMPARE(nextAction(ending).trouble, trouble);
    QCOMPARE(nextAction(ending).retry, retry);
}

/// They are told apart for whoever reads the banner, and tried alike.
void TestNextAction::whatKeepsItFromConnectingIsTold()
{
    const std::pair<Ending::Fault, Trouble> all[] = {
        {Ending::Fault::HostNotFound, Trouble::HostNotFound},
        {Ending::Fault::Refused, Trouble::NobodyListens},
        {Ending::Fault::TimedOut, Trouble::NoAnswer},
        {Ending::Fault::Tls, Trouble::Untrusted},
        {Ending::Fault::Other, Trouble::Cut},
    };
    for (const auto &[fault, trouble] : all) {
        Ending ending;
        ending.fault = fault;
        QCOMPARE(nextAction(ending), (NextAction{trouble, Retry::Rhythm}));
    }
}

void TestNextAction::aCutAfterAGoodbyeIsAPlannedStop()
{
    Ending ending;
    ending.retryAfter = 1500ms;
    QCOMPARE(nextAction(ending), (NextAction{Trouble::GoingAway, Retry::Pause}));
}

void TestNextAction::aRefusalAfterAGoodbyeStaysARefusal()
{
    Ending ending;
    ending.retryAfter = 1500ms;
    ending.closeCode = int(CloseCode::Unauthorized);
    QCOMPARE(nextAction(ending), (NextAction{Trouble::Unauthorized, Retry::EachMinute}));
}

QTEST_GUILESS_MAIN(TestNextAction)
#include "tst_next_action.moc"
