// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_controller.h"

#include "client/alarms/alarm_words.h"
#include "client/answers/step_durations.h"
#include "client/answers/usual_durations.h"
#include "client/bigscreen/screen_header.h"
#include "client/bigscreen/screen_words.h"
#include "client/bigscreen/short_words.h"
#include "client/bigscreen/standing_notices.h"
#include "client/calls/call_desk.h"
#include "client/calls/call_sheet.h"
#include "client/models/board_entry.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/models/status_words.h"
#include "client/notify/notice_news.h"
#include "client/search/scanned_code.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

StationController::StationController(Parts parts)
    : m_parts(std::move(parts))
    , m_store(m_parts.store)
    , m_clock(m_parts.clock)
    , m_board(m_store, m_clock, m_parts.marks)
    , m_window(m_parts.theme, m_clock)
    , m_statusSince(m_clock.monotonic())
    , m_pace(m_window, m_clock)
{
    connect(&m_pace, &PaintPace::aboutToPaint, this, [this] {
        if (m_isOutdated)
            refresh();
    });
    connect(&m_second, &QTimer::timeout, this, &StationController::tick);
    connectStore();
    connectWindow();
    connectNotifier();
    m_refusal = ScreenWords::refusalAfter(m_refusal, m_store.connectionStatus()); // it may stand
    connect(&m_parts.settings, &Settings::stationChanged, this, &StationController::applySetup);
    connect(&m_parts.settings, &Settings::profileChanged, this, &StationController::applySteps);
    applySetup();
    applySteps();
}

StationController::~StationController()
{
    m_parts.screenSaver->release();
}

void StationController::connectStore()
{
    connect(&m_store, &Store::connectionChanged, this, [this] {
        m_statusSince = m_clock.monotonic();
        m_refusal = ScreenWords::refusalAfter(m_refusal, m_store.connectionStatus());
        refresh(); // stale must show at once
    });
    connect(&m_store, &Store::bookReplaced, this, [this] {
        m_measured.reset(); // of a book that was not there yet
        refreshSoon();
    });
    connect(&m_store, &Store::sourceChanged, this, &StationController::refresh);
    connect(&m_store, &Store::shopChanged, this, [this] {
        m_measured.reset();
        refreshSoon();
    });
    connect(&m_store, &Store::changed, this, &StationController::refreshSoon);
    connect(&m_board, &Board::updated, this, &StationController::refreshSoon);
}

void StationController::connectWindow()
{
    connect(&m_window, &StationWindow::left, this, &StationController::left);
    connect(&m_window, &StationWindow::touched, this, &StationController::answerCall);
    connect(&m_window, &StationWindow::closeWanted, this, &StationController::closeCard);
    connect(&m_window, &StationWindow::taken, this, [this] {
        if (const QString alarm = m_calls.take(); !alarm.isEmpty())
            m_parts.notifier.acknowledge(alarm);
    });
    connect(&m_window, &StationWindow::callPressed, this, &StationController::callForHelp);
    m_window.callSheet().follow(m_parts.calls);
    connect(&m_window, &StationWindow::confirmed, this, [this] {
        if (m_window.card().order() && m_window.card().order()->mustStop)
            Q_EMIT m_window.card().gotIt(m_window.card().orderId());
    });
    connect(&m_window, &StationWindow::digitPressed, this, &StationController::chooseByDigit);
    connect(&m_window, &StationWindow::orderWanted, this, [this](CrmId orderId) {
        m_scanned.clear();
        showOrder(orderId);
    });
    connect(&m_window.card(), &StationCard::gotIt, this, [this](CrmId orderId) {
        m_parts.marks.acknowledge(orderId);
        refreshCard();
    });
}

void StationController::connectNotifier()
{
    connect(&m_parts.notifier.alarms(), &AlarmWatch::changed, this, [this] { refreshBand(); });
    connect(&m_parts.notifier, &Notifier::toastRaised, this, [this](const Toast &toast) {
        m_calls.add(toast, m_clock.monotonic());
        refreshBand();
    });
    connect(&m_parts.notifier, &Notifier::toastWithdrawn, this, [this](const QString &noticeId) {
        m_calls.withdraw(noticeId);
        refreshBand();
    });
}

void StationController::applySetup()
{
    m_window.setSetup(m_parts.settings.station());
}

void StationController::applySteps()
{
    m_steps = m_parts.settings.profile().steps;
    m_board.setMySteps(m_steps);
    m_measured.reset();
    refresh();
}

void StationController::setConfigured(bool configured, const QString &obstacle)
{
    m_configured = configured;
    m_obstacle = obstacle;
    refresh();
}

LinkFacts StationController::link() const
{
    return {m_configured, m_clock.monotonic() - m_statusSince, {}, m_obstacle};
}

void StationController::open()
{
    fillScreen();
    connect(qApp, &QGuiApplication::screenAdded, this, &StationController::fillScreen,
            Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::screenRemoved, this, &StationController::fillScreen,
            Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::primaryScreenChanged, this, &StationController::fillScreen,
            Qt::QueuedConnection);
    m_window.activateWindow();
    m_window.setFocus();
    m_second.start(1s);
    tick();
}

void StationController::fillScreen()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (screen == nullptr)
        return; // again when one comes
    m_window.setGeometry(screen->geometry());
    m_window.showFullScreen();
    connect(screen, &QScreen::geometryChanged, this, &StationController::fillScreen,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
}

void StationController::tick()
{
    m_board.tick();
    m_window.tick();
    measurePace();
    if (m_cardUntil && cardLeft() <= 0ms)
        closeCard();
    if (m_isOutdated)
        refresh(); // a window that is covered is not painted
    refreshHeader();
    refreshCurtain();
    refreshBand();
    noteSeen();
    m_window.setCallable(m_parts.calls.isOffered());
    m_parts.screenSaver->inhibit(tr("The board stands at a machine"));
}

/// Many changes become one refresh, with the next picture.
void StationController::refreshSoon()
{
    m_isOutdated = true;
    m_pace.request();
}

void StationController::refresh()
{
    m_isOutdated = false;
    measurePace();
    m_window.setBoard(stationBoard(m_store, m_board, {*m_calendar, m_usual}));
    refreshHeader();
    refreshCurtain();
    refreshCard();
    refreshBand();
}

/// All orders are walked through: not with every change.
void StationController::measurePace()
{
    const auto now = m_clock.monotonic();
    if (m_measured && now - *m_measured < paceKept)
        return;
    m_measured = now;
    const Moment moment = m_store.now();
    const QDate today = dateAt(moment, m_store.zone());
    constexpr int daysAround = int(StepDurations::memory.count()) + 1;
    m_calendar = std::make_unique<WorkCalendar>(
        m_store.workHours(), m_store.zone(), today.addDays(-daysAround), today.addDays(daysAround));
    m_usual = usualDurations(m_store.book(), m_steps, *m_calendar, moment);
}

void StationController::refreshHeader()
{
    const QString caution = StatusWords::caution(m_store);
    ScreenHeaderFacts facts;
    facts.title = m_parts.settings.profile().name;
    facts.details = m_steps;
    facts.state = caution.isEmpty() ? StatusWords::state(m_store, link()) : caution;
    facts.needsCare = !caution.isEmpty();
    facts.clock = StatusWords::clockTime(m_store.now(), m_store);
    facts.stale = ScreenWords::stale(m_store, link());
    facts.alarm = StatusWords::banner(m_store, link()).alarm;
    m_window.setHeader(facts);
}

void StationController::refreshCurtain()
{
    const ScreenWords::Sentence sentence = ScreenWords::sentence(m_store, link(), m_refusal);
    if (sentence.title.isEmpty() && m_steps.isEmpty())
        m_window.setCurtain(
            tr("Which steps does this station work on?"),
            tr("Hold Esc for 2 seconds, then choose My steps in the settings under Station."));
    else
        m_window.setCurtain(sentence.title, sentence.text);
}

/// What the band says can be read by whoever stands there.
void StationController::noteSeen()
{
    const Toast *call = m_calls.current();
    const QStringList inSight =
        call && !call->noticeId.isEmpty() ? QStringList(call->noticeId) : QStringList();
    m_parts.notifier.noteShown(m_seen.update(inSight, m_clock.monotonic()));
}

void StationController::callForHelp()
{
    closeCard();
    m_window.callSheet().open(callContext());
}

/// What runs there.
CallContext StationController::callContext() const
{
    CallContext context;
    const QList<StationStep> &running = m_window.board().running;
    if (running.isEmpty())
        return context;
    context.step = running.first().step;
    context.orderId = running.first().orderId;
    if (const Order *order = m_store.book().order(context.orderId))
        context.orderNo = format::orderNumber(*order);
    return context;
}

ScreenStripFacts StationController::noticeFacts() const
{
    const QList<StandingAlarm> alarms = m_parts.notifier.alarms().standing();
    if (!alarms.isEmpty() && !alarms.first().isOpen)
        return {QStringLiteral("check"), AlarmWords::state(alarms.first(), m_store.now()),
                noticeText(alarms.first().notice), QString(), false};
    QList<Notice> notices = standingNotices(m_store.book().notices, m_store.now());
    if (const Toast *called = m_calls.current()) // the band says that one
        notices.removeIf(
            [called](const Notice &each) { return each.id.toString() == called->noticeId; });
    if (notices.isEmpty())
        return {{}, {}, StatusWords::lastChange(m_store), {}, false};
    const Notice &notice = notices.first();
    return {iconOf(notice.level()), noticeTitle(notice), noticeText(notice),
            StatusWords::clockTime(notice.sentAt(), m_store), notice.level() == NoticeLevel::Error};
}

void StationController::refreshFoot()
{
    if (!m_cardUntil)
        return m_window.setFoot(noticeFacts());
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(cardLeft()).count();
    m_window.setFoot({QStringLiteral("search"),
                      m_scanned.isEmpty() ? QString() : tr("Scanned %1").arg(m_scanned),
                      tr("closes in %1 s, or press Esc").arg(seconds), QString(), false});
}

// --- what is called -----------------------------------------------------------------------------

void StationController::refreshBand()
{
    dropWhatIsOver();
    const Toast *call = m_calls.current();
    m_window.setBand(call ? bandFacts(*call) : StationBandFacts());
    refreshFoot();
    if (!m_store.isStale() && m_calls.takeSound(m_clock.monotonic()))
        Q_EMIT soundWanted(m_calls.current()->emphasis == ToastEmphasis::YourTurn
                               ? SoundLevel::YourTurn
                               : SoundLevel::Alarm);
}

/// A turn is over when somebody began the step, or the order went; a stop, when the step ended.
/// While stale nobody knows.
void StationController::dropWhatIsOver()
{
    if (m_store.isStale())
        return;
    m_calls.keep([this](const Toast &call) {
        if (call.orderId.isNull() || !call.noticeId.isEmpty())
            return true;
        const Order *order = m_store.book().order(call.orderId);
        if (order == nullptr)
            return false;
        if (call.emphasis != ToastEmphasis::YourTurn)
            return m_parts.marks.mustStop(*order);
        return std::any_of(order->steps.begin(), order->steps.end(), [&](const Step &step) {
            return m_steps.contains(step.name)
                && isReady(*order, step, m_store.ready().joinSteps());
        });
    });
}

/// 轮到你：覆膜  1122008  新知书局
QString StationController::turnTitle(const Toast &turn) const
{
    const Order *order = m_store.book().order(turn.orderId);
    const QString number = order ? format::orderNumber(*order) : turn.orderNo;
    const QString customer = order ? short_words::customer(order->customerName) : QString();
    //: 1: a step, 2: the number of an order, 3: a customer
    return tr("Your turn: %1  %2  %3")
        .arg(short_words::step(turn.step), number.right(StationOrderFacts::saidAloud), customer)
        .trimmed();
}

/// 2号机漏墨，请停机检查 / 还没有人处理·王芳·3分钟
StationBandFacts StationController::alarmFacts(const StandingAlarm &alarm) const
{
    const Moment now = m_store.now();
    const QString hint =
        alarm.isForEach() ? tr("Got it: any key") : tr("I'll take it: Enter, or touch here");
    return {noticeText(alarm.notice),
            format::dotted({AlarmWords::state(alarm, now), AlarmWords::origin(alarm, now)}), hint,
            true, !alarm.isForEach()};
}

StationBandFacts StationController::bandFacts(const Toast &call) const
{
    const auto id = StreamId::parse(QStringView(call.noticeId));
    const Notice *notice = id ? m_store.book().notice(*id) : nullptr;
    if (const auto alarm = notice ? m_parts.notifier.alarms().of(*notice) : std::nullopt)
        return alarmFacts(*alarm);
    if (call.emphasis != ToastEmphasis::YourTurn) {
        const int waiting = m_calls.waiting();
        const QString more = waiting > 0 ? tr("%n more", nullptr, waiting) : QString();
        return {call.title, call.text, format::dotted({more, tr("Got it: any key")}),
                call.emphasis != ToastEmphasis::Neutral};
    }
    const Order *order = m_store.book().order(call.orderId);
    QStringList words;
    const QList<Toast> also = m_calls.alsoTurns();
    for (const Toast &turn : also)
        words.append(turn.orderNo.isEmpty() ? turn.text
                                            : turn.orderNo.right(StationOrderFacts::saidAloud));
    if (call.step.isEmpty() && !call.text.isEmpty())
        words.prepend(call.text); // several at once, told together
    if (!words.isEmpty())
        return {call.step.isEmpty() ? call.title : turnTitle(call),
                tr("and %1").arg(words.join(tr(", "))), tr("Close: any key"), false};
    QString text = call.text;
    if (order) {
        BoardRow row = entryOf(*order).row;
        tellTime(row, {}, m_store.boardNow(), m_store.today());
        text = format::dotted({short_words::due(row),
                               format::quantity(order->quantity, order->unit), order->productName});
    }
    return {call.step.isEmpty() ? call.title : turnTitle(call), text, tr("Close: any key"), false};
}

/// What was called is heard; a notice that was called is read.
void StationController::answerCall()
{
    const QList<Toast> ended = m_calls.answer();
    for (const Toast &call : ended) {
        if (!call.noticeId.isEmpty())
            m_parts.notifier.acknowledge(call.noticeId);
    }
    refreshBand();
}

// --- one order ----------------------------------------------------------------------------------

void StationController::openScanned(const QString &scanned)
{
    answerCall();
    const ScannedCode code(scanned);
    const QList<CrmId> orders = code.ordersIn(m_store.book());
    m_scanned = code.text();
    if (orders.size() == 1)
        return showOrder(orders.first());
    if (orders.isEmpty()) {
        m_window.card().showMissing(code.text());
        m_cardUntil = m_clock.monotonic() + missingShown;
        Q_EMIT soundWanted(SoundLevel::Attention);
    } else {
        QList<StationCard::Choice> choices;
        for (const CrmId &orderId : orders) {
            const Order *order = m_store.book().order(orderId);
            choices.append({orderId,
                            format::dotted({format::orderNumber(*order), order->customerName,
                                            order->productName})});
        }
        m_window.card().showChoices(code.text(), choices);
        m_cardUntil = m_clock.monotonic() + cardShown;
    }
    refreshFoot();
}

void StationController::chooseByDigit(int digit)
{
    const QList<StationCard::Choice> &choices = m_window.card().choices();
    if (m_cardUntil && digit <= choices.size())
        showOrder(choices.at(digit - 1).orderId);
}

void StationController::showOrder(CrmId orderId)
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr)
        return;
    m_parts.marks.look(orderId);
    m_cardUntil = m_clock.monotonic() + cardShown;
    m_window.card().showOrder(stationOrderFacts(*order, m_store, m_board));
    refreshFoot();
}

/// An order that goes while it is shown leaves with its card.
void StationController::refreshCard()
{
    const CrmId orderId = m_window.card().orderId();
    if (!m_cardUntil || orderId.isNull())
        return;
    if (const Order *order = m_store.book().order(orderId))
        m_window.card().showOrder(stationOrderFacts(*order, m_store, m_board));
    else
        closeCard();
}

std::chrono::milliseconds StationController::cardLeft() const
{
    return *m_cardUntil - m_clock.monotonic();
}

void StationController::closeCard()
{
    m_cardUntil.reset();
    m_scanned.clear();
    m_window.hideCard();
    refreshFoot();
}

} // namespace pressboard::client
