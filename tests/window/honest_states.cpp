// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/honest_states.h"

#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_shop.h"

using namespace pressboard::client;
using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

void startFirst(DesktopFixture &desk)
{
    Surroundings around;
    around.configured = false;
    around.station = QStringLiteral("PC-7");
    desk.window.setSurroundings(around);
}

void connectFirst(DesktopFixture &desk)
{
    desk.setState(ConnectionState::Connecting);
}

void connectFromCache(DesktopFixture &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Connecting);
}

void syncThreeOfSeven(DesktopFixture &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Syncing);
    desk.store.handle(protocol::Sync{protocol::Sync::Mode::Snapshot, {}});
    for (int part = 1; part <= 3; ++part)
        desk.store.handle(protocol::SnapshotPart{part, 7, {}, {}});
}

void beLive(DesktopFixture &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Live);
}

void hearNothing(DesktopFixture &desk)
{
    beLive(desk);
    desk.clock.advance(70min);
    desk.store.noteAlive();
}

void loseTheSource(DesktopFixture &desk)
{
    beLive(desk);
    desk.store.handle(protocol::SourceChanged{{protocol::SourceState::Lost, sampleNow()}});
}

void haveAWrongClock(DesktopFixture &desk)
{
    beLive(desk);
    desk.store.handle(protocol::Pong{sampleNow() + 5min, {}});
}

void beEmpty(DesktopFixture &desk)
{
    desk.setState(ConnectionState::Live);
}

void lackThePast(DesktopFixture &desk)
{
    beLive(desk);
    QJsonObject stats = desk.store.stats();
    stats[QStringLiteral("complete")] = false;
    desk.store.handle(protocol::Numbers{stats});
}

HonestState waiting(const char *name, Trouble trouble, std::chrono::milliseconds retryIn)
{
    return {name, [=](DesktopFixture &desk) {
                desk.fillWithSample();
                desk.setState(ConnectionState::Waiting, trouble, 3, retryIn);
            }};
}

} // namespace

const QList<HonestState> &honestStates()
{
    static const QList<HonestState> states{
        {"first-start", startFirst},
        {"connecting", connectFirst},
        {"connecting-from-cache", connectFromCache},
        {"syncing", syncThreeOfSeven},
        {"live", beLive},
        {"crm-silent", hearNothing},
        {"source-lost", loseTheSource},
        waiting("cut", Trouble::Cut, 5s),
        waiting("planned-stop", Trouble::GoingAway, 5s),
        waiting("refused", Trouble::Unauthorized, 60s),
        waiting("forbidden", Trouble::Forbidden, 300s),
        waiting("wrong-address", Trouble::WrongAddress, 60s),
        waiting("too-many", Trouble::TooMany, 60s),
        waiting("does-not-fit", Trouble::ProtocolMismatch, 60s),
        {"wrong-clock", haveAWrongClock},
        {"empty-shop", beEmpty},
        {"incomplete", lackThePast},
    };
    return states;
}

} // namespace pressboard::test
