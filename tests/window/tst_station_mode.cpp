// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_curtain.h"
#include "client/bigscreen/screen_header.h"
#include "client/bigscreen/screen_strip.h"
#include "client/calls/call_sheet.h"
#include "client/station/station_controller.h"
#include "client/station/station_list.h"
#include "client/station/station_next.h"
#include "tests/window/desktop_fixture.h"

#include <QAbstractButton>
#include <QSignalSpy>
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

const QString laminating = u"覆膜"_qs;

} // namespace

/// What a press operator sees from three metres, scans, and answers with any key.
class TestStationMode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsMyStepsOnly();
    void readyOnesAreNextThenQueued();
    void whatComesSoonWaitsForOneRunningStep();
    void doesNotCareWhatTheDesktopSearches();
    void aScanReplacesTheCard();
    void aScannedOrderGoesAfterAMinute();
    void anUnknownCodeIsSaid();
    void escClosesTheCard();
    void aTouchOpensAnOrder();
    void openingEndsWhatIsNew();
    void itsTurnStandsUntilAnyKey();
    void aTurnThatIsOverGoes();
    void severalAtOnceAreNamed();
    void enterAcknowledgesAStop();
    void aClickAnswersAndDoesNothingElse();
    void aScanAnswers();
    void anImportantNoticeIsReadWithAKey();
    void aCancelledOrderMustBeStopped();
    void staleIsSaid();
    void withoutStepsItAsksForThem();
    void escHeldLeaves();
    void keepsTheScreenAwake();
    void theNewestNoticeStandsBelow();
    void anAlarmStaysUntilSomebodyTakesIt();
    void callsForHelpByKeys();

private:
    void pass(std::chrono::milliseconds time);
    const StationBoard &board() const { return m_station->window().board(); }
    const StationCard &card() const { return m_station->window().card(); }
    const Order &order(CrmId orderId) const { return *m_desktop->store.book().order(orderId); }
    void event(const QString &type, const QJsonObject &data);
    void makeReady(qint64 orderId);
    void key(Qt::Key key) { QTest::keyClick(&m_station->window(), key); }

    std::unique_ptr<test::DesktopFixture> m_desktop;
    std::unique_ptr<StationController> m_station;
    std::unique_ptr<QSignalSpy> m_sounds;
    bool m_awake = false;
};

void TestStationMode::init()
{
    m_desktop = std::make_unique<test::DesktopFixture>();
    m_desktop->settings.setProfile({u"覆膜机-2"_qs, {laminating}});
    m_desktop->fillWithSample();
    m_desktop->settings.setGreetedDay(QDate(2026, 11, 23)); // what is due today was said at eight
    m_desktop->setState(ConnectionState::Live);
    m_desktop->board.marks().setSteps({laminating});
    m_station = std::make_unique<StationController>(StationController::Parts{
        m_desktop->theme, m_desktop->store, m_desktop->board.marks(), m_desktop->notifier,
        m_desktop->settings, m_desktop->clock, m_desktop->calls, std::make_unique<Saver>(m_awake)});
    m_sounds = std::make_unique<QSignalSpy>(m_station.get(), &StationController::soundWanted);
    m_station->open();
    QVERIFY(!board().next.isEmpty());
}

void TestStationMode::cleanup()
{
    m_sounds.reset();
    m_station.reset();
    QVERIFY(!m_awake);
}

/// As time goes by at a machine: second by second.
void TestStationMode::pass(std::chrono::milliseconds time)
{
    for (const auto end = m_desktop->clock.monotonic() + time;
         m_desktop->clock.monotonic() < end;) {
        m_desktop->clock.advance(1s);
        m_desktop->notifier.tick();
        m_station->tick();
    }
}

void TestStationMode::event(const QString &type, const QJsonObject &data)
{
    m_desktop->clock.advance(10ms);
    protocol::EventMessage message;
    message.type = type;
    message.id = {quint64(m_desktop->clock.now().time_since_epoch().count()), 0};
    message.data = data;
    QVERIFY(m_desktop->store.handle(message));
    m_station->tick();
}

/// An order whose one step is laminating, and the CRM starts it.
void TestStationMode::makeReady(qint64 orderId)
{
    event(event_type::progress,
          {{u"order_id"_qs, orderId},
           {u"progress_id"_qs, orderId * 10},
           {u"step_name"_qs, laminating},
           {u"step_order"_qs, 1},
           {u"category"_qs, u"cover"_qs},
           {u"status"_qs, 1}});
    event(event_type::order,
          {{u"order_id"_qs, orderId},
           {u"order_no"_qs, u"PO2026%1"_qs.arg(1129000 + orderId)},
           {u"customer_name"_qs, u"新知书局"_qs},
           {u"status"_qs, 2},
           {u"quantity"_qs, 1000},
           {u"unit"_qs, u"册"_qs},
           {u"action"_qs, u"updated"_qs},
           {u"created_at"_qs, toWire(m_desktop->clock.now())}});
}

void TestStationMode::showsMyStepsOnly()
{
    const StationBoard before = board();
    for (const QList<StationStep> *steps :
         {&before.running, &before.next, &before.queue, &before.soon}) {
        for (const StationStep &step : *steps)
            QCOMPARE(step.step, laminating);
    }
    m_desktop->settings.setProfile({u"烫金机"_qs, {u"烫金"_qs}});
    m_desktop->board.marks().setSteps({u"烫金"_qs});
    m_station->tick();
    QVERIFY(board() != before);
    for (const StationStep &step : board().running)
        QCOMPARE(step.step, u"烫金"_qs);
}

void TestStationMode::readyOnesAreNextThenQueued()
{
    m_desktop->board.setMySteps({laminating});
    const ReadyModel &ready = m_desktop->board.ready();
    QCOMPARE(board().next.size(), 1);
    QCOMPARE(board().queue.size(), ready.rowCount() - 1);
    QVERIFY(board().next.first().orderId == ready.row(0).orderId);
    for (int row = 1; row < ready.rowCount(); ++row)
        QVERIFY(board().queue.at(row - 1).orderId == ready.row(row).orderId);
}

void TestStationMode::whatComesSoonWaitsForOneRunningStep()
{
    for (const StationStep &soon : board().soon) {
        int open = 0;
        for (const Step &step : order(soon.orderId).steps) {
            const bool isBefore = step.category == StepCategory::Cover && !step.isFinished()
                && step.name != laminating && step.order < 3;
            open += isBefore && step.status == StepStatus::InProgress;
        }
        QVERIFY(open <= 1);
    }
    const qsizetype before = board().soon.size();
    const auto step = [this](qint64 id, const QString &name, int place, int status) {
        event(event_type::progress,
              {{u"order_id"_qs, 9100},
               {u"progress_id"_qs, id},
               {u"step_name"_qs, name},
               {u"step_order"_qs, place},
               {u"category"_qs, u"cover"_qs},
               {u"status"_qs, status}});
    };
    step(91001, u"印刷"_qs, 1, 1);
    step(91002, laminating, 2, 1);
    event(event_type::order,
          {{u"order_id"_qs, 9100},
           {u"order_no"_qs, u"PO20261129100"_qs},
           {u"status"_qs, 2},
           {u"action"_qs, u"updated"_qs}});
    QCOMPARE(board().soon.size(), before);
    step(91001, u"印刷"_qs, 1, 2);
    QCOMPARE(board().soon.size(), before + 1);
    step(91001, u"印刷"_qs, 1, 3);
    QCOMPARE(board().soon.size(), before); // it is ready now
}

void TestStationMode::doesNotCareWhatTheDesktopSearches()
{
    const StationBoard before = board();
    m_desktop->board.setSearch(u"nobody is called that"_qs);
    m_desktop->board.setMySteps({u"打包"_qs});
    m_station->tick();
    QVERIFY(board() == before);
}

void TestStationMode::aScanReplacesTheCard()
{
    const Order &first = order(board().next.first().orderId);
    const Order &second = order(board().queue.first().orderId);
    m_station->openScanned(first.orderNo);
    QVERIFY(card().isVisible());
    QVERIFY(card().orderId() == first.orderId);
    QCOMPARE(card().order()->prefix + card().order()->number, first.orderNo);
    m_station->openScanned(second.orderNo);
    QVERIFY(card().orderId() == second.orderId);
    QVERIFY(!card().order()->held.isEmpty());
}

void TestStationMode::aScannedOrderGoesAfterAMinute()
{
    m_station->openScanned(order(board().next.first().orderId).orderNo);
    const auto *foot = m_station->window().findChild<ScreenStrip *>();
    QVERIFY(foot->facts().text.contains(u"60"));
    pass(30s);
    QVERIFY(foot->facts().text.contains(u"30"));
    m_station->openScanned(order(board().next.first().orderId).orderNo); // counts anew
    pass(59s);
    QVERIFY(card().isVisible());
    pass(1s);
    QVERIFY(!card().isVisible());
}

void TestStationMode::anUnknownCodeIsSaid()
{
    m_station->openScanned(u"SG000417"_qs);
    QCOMPARE(card().missing(), u"SG000417"_qs);
    QVERIFY(card().isVisible());
    QCOMPARE(m_sounds->count(), 1);
    QCOMPARE(m_sounds->first().first().value<SoundLevel>(), SoundLevel::Attention);
    pass(5s);
    QVERIFY(!card().isVisible());
}

void TestStationMode::escClosesTheCard()
{
    m_station->openScanned(order(board().next.first().orderId).orderNo);
    key(Qt::Key_Escape);
    QVERIFY(!card().isVisible());
    QVERIFY(m_station->window().isVisible());
}

void TestStationMode::aTouchOpensAnOrder()
{
    auto *next = m_station->window().findChild<StationNext *>();
    QTest::mouseClick(next, Qt::LeftButton, {}, next->rect().center());
    QVERIFY(card().orderId() == board().next.first().orderId);
    QTest::mouseClick(&m_station->window().card(), Qt::LeftButton);
    QVERIFY(!card().isVisible());
    auto *queue = m_station->window().findChild<StationList *>(u"stationQueue"_qs);
    QTest::mouseClick(queue, Qt::LeftButton, {}, {queue->width() / 2, 2}); // its title
    QVERIFY(!card().isVisible());
}

void TestStationMode::openingEndsWhatIsNew()
{
    makeReady(9001);
    QVERIFY(!m_desktop->board.marks().newTurns().isEmpty());
    m_station->openScanned(u"PO20261138001"_qs);
    QVERIFY(card().orderId() == CrmId(9001));
    QVERIFY(m_desktop->board.marks().newTurns().isEmpty());
}

void TestStationMode::itsTurnStandsUntilAnyKey()
{
    makeReady(9001);
    QVERIFY2(m_station->window().band().title.startsWith(u"轮到你：覆膜"),
             qPrintable(m_station->window().band().title));
    QVERIFY(m_station->window().band().title.contains(u"1138001"));
    QVERIFY(!m_station->window().band().alarm);
    QCOMPARE(m_sounds->count(), 1);
    pass(3min);
    QCOMPARE(m_sounds->count(), 3);
    pass(10min);
    QCOMPARE(m_sounds->count(), 3);
    QVERIFY(!m_station->window().band().title.isEmpty());
    key(Qt::Key_Space);
    QVERIFY(m_station->window().band().title.isEmpty());
    QVERIFY(!m_desktop->board.marks().newTurns().isEmpty()); // the dot stays till it is opened
}

/// Somebody began it elsewhere: nobody is called for work that is under way.
void TestStationMode::aTurnThatIsOverGoes()
{
    makeReady(9001);
    QVERIFY(!m_station->window().band().title.isEmpty());
    event(event_type::progress,
          {{u"order_id"_qs, 9001}, {u"progress_id"_qs, 90010}, {u"status"_qs, 2}});
    QVERIFY(m_station->window().band().title.isEmpty());
    pass(3min);
    QCOMPARE(m_sounds->count(), 1);
}

void TestStationMode::severalAtOnceAreNamed()
{
    makeReady(9001);
    makeReady(9002);
    const StationBandFacts &band = m_station->window().band();
    QVERIFY(band.title.contains(u"1138001"));
    QVERIFY2(band.text.contains(u"1138002"), qPrintable(band.text));
    key(Qt::Key_Space);
    QVERIFY(m_station->window().band().title.isEmpty());
}

void TestStationMode::enterAcknowledgesAStop()
{
    makeReady(9001);
    key(Qt::Key_Space);
    event(event_type::progress,
          {{u"order_id"_qs, 9001}, {u"progress_id"_qs, 90010}, {u"status"_qs, 2}});
    event(event_type::order,
          {{u"order_id"_qs, 9001}, {u"status"_qs, 4}, {u"action"_qs, u"updated"_qs}});
    key(Qt::Key_Space);
    m_station->openScanned(u"PO20261138001"_qs);
    QVERIFY(card().order()->mustStop);
    key(Qt::Key_Return);
    QVERIFY(!card().order()->mustStop);
}

void TestStationMode::aClickAnswersAndDoesNothingElse()
{
    makeReady(9001);
    auto *next = m_station->window().findChild<StationNext *>();
    QTest::mouseClick(next, Qt::LeftButton, {}, next->rect().center());
    QVERIFY(m_station->window().band().title.isEmpty());
    QVERIFY(!card().isVisible());
}

void TestStationMode::aScanAnswers()
{
    makeReady(9001);
    m_station->openScanned(u"PO20261138001"_qs);
    QVERIFY(m_station->window().band().title.isEmpty());
    QVERIFY(card().orderId() == CrmId(9001));
}

void TestStationMode::anImportantNoticeIsReadWithAKey()
{
    const int before = m_desktop->notifier.unreadCount();
    event(
        event_type::notice,
        {{u"type"_qs, u"error"_qs}, {u"message"_qs, u"3号机漏墨"_qs}, {u"sender"_qs, u"王芳"_qs}});
    QCOMPARE(m_station->window().band().title, u"重要·王芳"_qs);
    QVERIFY(m_station->window().band().alarm);
    QCOMPARE(m_desktop->notifier.unreadCount(), before + 1);
    key(Qt::Key_Return);
    QVERIFY(m_station->window().band().title.isEmpty());
    QCOMPARE(m_desktop->notifier.unreadCount(), before);
}

void TestStationMode::aCancelledOrderMustBeStopped()
{
    makeReady(9001);
    key(Qt::Key_Space);
    event(event_type::progress,
          {{u"order_id"_qs, 9001},
           {u"progress_id"_qs, 90010},
           {u"step_name"_qs, laminating},
           {u"step_order"_qs, 1},
           {u"category"_qs, u"cover"_qs},
           {u"status"_qs, 2}});
    event(event_type::order,
          {{u"order_id"_qs, 9001}, {u"status"_qs, 4}, {u"action"_qs, u"updated"_qs}});
    QVERIFY(board().running.first().mustStop); // first in its list
    QVERIFY(board().running.first().orderId == CrmId(9001));
    QVERIFY(m_station->window().band().alarm);
    key(Qt::Key_Space);
    m_station->openScanned(u"PO20261138001"_qs);
    QVERIFY(card().order()->mustStop);
    Q_EMIT m_station->window().card().gotIt(CrmId(9001));
    QVERIFY(!card().order()->mustStop);
}

void TestStationMode::staleIsSaid()
{
    const auto *header = m_station->window().findChild<ScreenHeader *>();
    QVERIFY(header->facts().stale.isEmpty());
    m_desktop->setState(ConnectionState::Waiting, Trouble::Cut, 1, 1s);
    QVERIFY(!header->facts().stale.isEmpty());
    QVERIFY(header->facts().alarm);
    m_desktop->setState(ConnectionState::Live);
    QVERIFY(header->facts().stale.isEmpty());
}

void TestStationMode::withoutStepsItAsksForThem()
{
    m_desktop->settings.setProfile({u"办公室"_qs, {}});
    m_station->tick();
    const auto *curtain = m_station->window().findChild<ScreenCurtain *>();
    QCOMPARE(curtain->kind(), ScreenCurtain::Kind::Sentence);
    m_desktop->settings.setProfile({u"覆膜机-2"_qs, {laminating}});
    m_station->tick();
    QCOMPARE(curtain->kind(), ScreenCurtain::Kind::Open);
}

void TestStationMode::escHeldLeaves()
{
    QSignalSpy left(m_station.get(), &StationController::left);
    QTest::keyPress(&m_station->window(), Qt::Key_Escape);
    m_desktop->clock.advance(1900ms);
    m_station->window().tick();
    QTRY_VERIFY(left.isEmpty());
    m_desktop->clock.advance(200ms);
    QTRY_COMPARE(left.count(), 1);
}

void TestStationMode::keepsTheScreenAwake()
{
    QVERIFY(m_awake);
}

void TestStationMode::theNewestNoticeStandsBelow()
{
    event(
        event_type::notice,
        {{u"type"_qs, u"info"_qs}, {u"message"_qs, u"19:00 停机"_qs}, {u"sender"_qs, u"王芳"_qs}});
    const auto *foot = m_station->window().findChild<ScreenStrip *>();
    QCOMPARE(foot->facts().text, u"19:00 停机"_qs);
    QVERIFY(m_station->window().band().title.isEmpty()); // nobody is called for it
}

/// A scan or a key in passing is nobody who sees to it.
void TestStationMode::anAlarmStaysUntilSomebodyTakesIt()
{
    m_desktop->greetAsManager();
    const QSignalSpy wanted(&m_desktop->notifier, &Notifier::takeWanted);
    m_desktop->ring();
    m_station->tick();
    const StationWindow &window = m_station->window();
    QCOMPARE(window.band().title, u"2号机漏墨，请停机检查"_qs);
    QCOMPARE(window.band().text, u"还没有人处理·王芳·3分钟"_qs);
    QVERIFY(window.band().alarm);
    QVERIFY2(!window.foot().text.contains(u"漏墨"),
             qPrintable(window.foot().text)); // once is enough
    key(Qt::Key_Space);
    m_station->openScanned(u"SG000417"_qs);
    QVERIFY(!window.band().title.isEmpty());
    QVERIFY(wanted.isEmpty());
    key(Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(window.band().title.isEmpty());
}

void TestStationMode::callsForHelpByKeys()
{
    auto *block = m_station->window().findChild<QAbstractButton *>(u"callForHelp"_qs);
    m_station->tick();
    QVERIFY(block->isHidden()); // nobody was set up
    m_desktop->greetAsManager();
    m_station->tick();
    m_station->window().setGeometry(0, 0, 1366, 768);
    QVERIFY(block->isVisible());
    QVERIFY2(block->height() >= 64, qPrintable(QString::number(block->height())));
    QTest::keyClick(&m_station->window(), Qt::Key_H, Qt::ControlModifier);
    key(Qt::Key_2);
    QCOMPARE(m_desktop->calls.state(), CallDesk::State::Counting);
    QCOMPARE(m_desktop->calls.call().title, u"机器故障"_qs);
    key(Qt::Key_Escape);
    QCOMPARE(m_desktop->calls.state(), CallDesk::State::None);
    QVERIFY(m_station->window().callSheet().isHidden());
}

QTEST_MAIN(TestStationMode)
#include "tst_station_mode.moc"
