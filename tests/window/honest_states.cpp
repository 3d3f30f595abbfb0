// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/honest_states.h"

#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_shop.h"

using namespace pressboard::client;
using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

void startFirst(DesktopFixture &desktop)
{
    Surroundings around;
    around.configured = false;
    around.station = QStringLiteral("PC-7");
    desktop.window.setSurroundings(around);
}

void connectFirst(DesktopFixture &desktop)
{
    desktop.setState(ConnectionState::Connecting);
}

void connectFromCache(DesktopFixture &desktop)
{
    desktop.fillWithSample();
    desktop.setState(ConnectionState::Connecting);
}

void syncThreeOfSeven(DesktopFixture &desktop)
{
    desktop.fillWithSample();
    desktop.setState(ConnectionState::Syncing);
    desktop.store.handle(protocol::Sync{protocol::Sync::Mode::Snapshot, {}});
    for (int part = 1; part <= 3; ++part)
        desktop.store.handle(protocol::SnapshotPart{part, 7, {}, {}});
}

void beLive(DesktopFixture &desktop)
{
    desktop.fillWithSample();
    desktop.setState(ConnectionState::Live);
}

void hearNothing(DesktopFixture &desktop)
{
    beLive(desktop);
    desktop.clock.advance(70min);
    desktop.store.noteAlive();
}

void loseTheSource(DesktopFixture &desktop)
{
    beLive(desktop);
    desktop.store.handle(protocol::SourceChanged{{protocol::SourceState::Lost, sampleNow()}});
}

void takeNothingNew(DesktopFixture &desktop)
{
    beLive(desktop);
    desktop.store.handle(protocol::SourceChanged{
        {protocol::SourceState::Live, sampleNow(), false, protocol::write_cause::memory}});
}

void missEightMinutes(DesktopFixture &desktop)
{
    beLive(desktop);
    desktop.store.handle(
        protocol::SourceChanged{{protocol::SourceState::Live,
                                 sampleNow(),
                                 true,
                                 {},
                                 protocol::Loss{sampleNow() - 8min, sampleNow()}}});
}

void haveAWrongClock(DesktopFixture &desktop)
{
    beLive(desktop);
    desktop.store.handle(protocol::Pong{sampleNow() + 5min, {}});
}

void beEmpty(DesktopFixture &desktop)
{
    desktop.setState(ConnectionState::Live);
}

void lackThePast(DesktopFixture &desktop)
{
    beLive(desktop);
    QJsonObject stats = desktop.store.stats();
    stats[QStringLiteral("complete")] = false;
    desktop.store.handle(protocol::Numbers{stats});
}

/// As somebody who may do something about it.
void beManager(DesktopFixture &desktop)
{
    StoreImage image = desktop.store.image();
    image.permissions.append(QStringLiteral("manage"));
    desktop.store.restore(image);
    desktop.setState(ConnectionState::Live);
}

void callAWrongPort(DesktopFixture &desktop)
{
    desktop.fillWithSample();
    Surroundings around;
    around.address = QStringLiteral("192.168.1.10");
    desktop.window.setSurroundings(around);
    desktop.setState(ConnectionState::Waiting, Trouble::NobodyListens, 3, 5s);
}

void lackTheCode(DesktopFixture &desktop)
{
    desktop.fillWithSample();
    Surroundings around;
    around.obstacle = QStringLiteral("密钥环没有打开。");
    desktop.window.setSurroundings(around);
    desktop.setState(ConnectionState::Disconnected);
}

HonestState waiting(const char *name, Trouble trouble, std::chrono::milliseconds retryIn)
{
    return {name, [=](DesktopFixture &desktop) {
                desktop.fillWithSample();
                desktop.setState(ConnectionState::Waiting, trouble, 3, retryIn);
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
        {"no-writes", takeNothingNew},
        {"no-writes-manager",
         [](DesktopFixture &desktop) {
             takeNothingNew(desktop);
             beManager(desktop);
         }},
        {"loss", missEightMinutes},
        {"source-lost", loseTheSource},
        {"source-lost-manager",
         [](DesktopFixture &desktop) {
             loseTheSource(desktop);
             beManager(desktop);
         }},
        {"nobody-listens", callAWrongPort},
        {"keychain-locked", lackTheCode},
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
