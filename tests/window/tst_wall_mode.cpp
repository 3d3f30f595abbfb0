// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_strip.h"
#include "client/wall/wall_call.h"
#include "client/wall/wall_controller.h"
#include "client/wall/wall_list.h"
#include "tests/window/desktop_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

/// Says whether it is held.
class Saver final : public ScreenSaver
{
public:
    explicit Saver(bool &held)
        : m_held(held)
    {
    }
    void inhibit(const QString &) override { m_held = true; }
    void release() override { m_held = false; }

private:
    bool &m_held;
};

} // namespace

/// What the wall calls out, what stands on its last line, and where it hangs.
class TestWallMode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void importantNoticesCallOutThenStand();
    void withdrawnNoticesLeaveAtOnce();
    void lastChangeStandsWithoutNotices();
    void nothingIsCalledOutWhileStale();
    void keepsTheScreenAwake();
    void doesNotCareWhatTheDesktopSearches();
    void hangsInItsHall();
    void hangsOnTheScreenWanted();

private:
    StreamId notice(const QString &level, const QString &text,
                    std::optional<std::chrono::minutes> valid = std::nullopt);
    void pass(std::chrono::milliseconds time);
    const ScreenStripFacts &strip() const
    {
        return m_wall->window().findChild<ScreenStrip *>()->facts();
    }
    QString call() const { return m_wall->window().findChild<WallCall *>()->title(); }

    std::unique_ptr<test::DesktopFixture> m_desktop;
    std::unique_ptr<WallController> m_wall;
    bool m_awake = false;
};

void TestWallMode::init()
{
    m_desktop = std::make_unique<test::DesktopFixture>();
    m_desktop->fillWithSample();
    m_desktop->settings.setGreetedDay(QDate(2026, 11, 23)); // what is due today was said at eight
    m_desktop->setState(ConnectionState::Live);
    m_wall = std::make_unique<WallController>(m_desktop->theme, m_desktop->store,
                                              m_desktop->notifier, m_desktop->settings,
                                              m_desktop->clock, std::make_unique<Saver>(m_awake));
    m_wall->open();
}

void TestWallMode::cleanup()
{
    m_wall.reset();
    QVERIFY(!m_awake);
}

StreamId TestWallMode::notice(const QString &level, const QString &text,
                              std::optional<std::chrono::minutes> valid)
{
    protocol::EventMessage message;
    message.type = event_type::notice;
    message.id = {quint64(m_desktop->clock.now().time_since_epoch().count()), 0};
    message.data = {{u"type"_qs, level}, {u"message"_qs, text}, {u"sender"_qs, u"王芳"_qs}};
    if (valid)
        message.data.insert(u"expires"_qs, toWire(m_desktop->clock.now() + *valid));
    m_desktop->store.handle(message);
    return message.id;
}

/// As time goes by at a wall: second by second.
void TestWallMode::pass(std::chrono::milliseconds time)
{
    m_desktop->clock.advance(time);
    m_desktop->notifier.tick();
    m_wall->tick();
}

void TestWallMode::importantNoticesCallOutThenStand()
{
    notice(u"error"_qs, u"3号机漏墨"_qs, 60min);
    QCOMPARE(call(), u"重要·王芳"_qs);
    pass(15s);
    QCOMPARE(call(), QString());
    QVERIFY(strip().alarm);
    QCOMPARE(strip().text, u"3号机漏墨"_qs);
    notice(u"info"_qs, u"开饭了"_qs);
    QCOMPARE(strip().text, u"3号机漏墨"_qs);
    pass(60min);
    QVERIFY(!strip().alarm);
    QCOMPARE(strip().text, u"开饭了"_qs);
}

void TestWallMode::withdrawnNoticesLeaveAtOnce()
{
    const StreamId id = notice(u"error"_qs, u"3号机漏墨"_qs);
    QCOMPARE(call(), u"重要·王芳"_qs);
    pass(1s);
    protocol::EventMessage message;
    message.type = event_type::notice;
    message.id = {id.ms + 1000, 0};
    message.data = {{u"replaces"_qs, id.toString()}, {u"sender"_qs, u"王芳"_qs}};
    m_desktop->store.handle(message);
    QCOMPARE(call(), QString());
    QVERIFY(!strip().alarm);
    QCOMPARE(strip().title, u"王芳撤回了一条通知"_qs); // the last change
}

void TestWallMode::lastChangeStandsWithoutNotices()
{
    pass(1s);
    QCOMPARE(strip().text, u"最近变化 10:32"_qs);
    protocol::EventMessage message;
    message.type = event_type::order;
    message.id = {quint64(m_desktop->clock.now().time_since_epoch().count()), 0};
    message.data = {{u"order_id"_qs, 9001},
                    {u"order_no"_qs, u"PO20261123900"_qs},
                    {u"customer_name"_qs, u"新知书局"_qs},
                    {u"status"_qs, 1},
                    {u"action"_qs, u"created"_qs},
                    {u"created_at"_qs, toWire(m_desktop->clock.now())}};
    m_desktop->store.handle(message);
    QCOMPARE(strip().title, u"新订单 PO20261123900"_qs);
    QCOMPARE(call(), QString()); // nobody has to walk
}

void TestWallMode::nothingIsCalledOutWhileStale()
{
    notice(u"warning"_qs, u"19:00 停机"_qs);
    QCOMPARE(call(), u"注意·王芳"_qs);
    m_desktop->setState(ConnectionState::Waiting, Trouble::Cut, 1, 1s);
    QCOMPARE(call(), QString());
    m_desktop->setState(ConnectionState::Live);
    pass(6min);
    QCOMPARE(call(), QString()); // what was said was said
}

void TestWallMode::keepsTheScreenAwake()
{
    QVERIFY(m_awake);
    m_desktop->settings.setWall({{}, u"10:00-11:00"_qs, WallSetup::Customers::Short, true});
    pass(1s);
    QVERIFY(!m_awake);
    pass(60min);
    QVERIFY(m_awake);
}

void TestWallMode::doesNotCareWhatTheDesktopSearches()
{
    auto *running = m_wall->window().findChild<WallList *>(u"wallRunning"_qs);
    const auto before = running->allRows();
    QVERIFY(!before.isEmpty());
    m_desktop->board.setSearch(u"nobody is called that"_qs);
    m_desktop->board.setMySteps({u"打包"_qs});
    m_wall->window().refresh();
    QCOMPARE(running->allRows(), before);
}

/// A wall for each hall: it has steps of its own.
void TestWallMode::hangsInItsHall()
{
    auto *running = m_wall->window().findChild<WallList *>(u"wallRunning"_qs);
    const auto all = running->allRows();
    m_desktop->settings.setProfile({u"一号厅"_qs, {u"覆膜"_qs}});
    m_wall->window().refresh();
    QVERIFY(running->allRows().size() < all.size());
    for (const WallRow &row : running->allRows())
        QCOMPARE(row.step, u"覆膜"_qs);
    m_desktop->settings.setProfile({u"一号厅"_qs, {}});
    m_wall->window().refresh();
    QCOMPARE(running->allRows(), all);
}

void TestWallMode::hangsOnTheScreenWanted()
{
    const QStringList both{u"DP-1"_qs, u"HDMI-1"_qs};
    QCOMPARE(WallController::screenFor(both, u"HDMI-1"_qs), 1);
    QCOMPARE(WallController::screenFor({u"DP-1"_qs}, u"HDMI-1"_qs), 0); // until it is back
    QCOMPARE(WallController::screenFor(both, {}), 0);
    QVERIFY(m_wall->window().isFullScreen());
}

QTEST_MAIN(TestWallMode)
#include "tst_wall_mode.moc"
