// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_window.h"

#include "client/bigscreen/alarm_strip.h"
#include "client/bigscreen/pixel_shift.h"
#include "client/bigscreen/screen_curtain.h"
#include "client/bigscreen/screen_header.h"
#include "client/bigscreen/screen_strip.h"
#include "client/bigscreen/screen_words.h"
#include "client/models/order_prefix.h"
#include "client/wall/wall_call.h"
#include "client/wall/wall_list.h"
#include "client/wall/wall_numbers.h"
#include "shared/base/work_hours.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QMap>
#include <QPainter>

#include <tuple>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int side = 33; ///< where the panels' text begins, too
constexpr ScreenHeaderSizes headerSizes{
    side, WallStyle::label, WallStyle::label, WallStyle::clock, 20, 44};
constexpr ScreenStripSizes stripSizes{side, WallStyle::line, WallStyle::line, 30};
constexpr int mostRed = 5; ///< overdue orders on a wall
constexpr auto holdStep = 50ms;
constexpr auto hintLasts = 4s;
constexpr auto awakeAfterTouch = 60s;

QList<BoardRow> rowsOf(const BoardListModel &list)
{
    QList<BoardRow> rows;
    rows.reserve(list.rowCount());
    for (int row = 0; row < list.rowCount(); ++row)
        rows.append(list.row(row));
    return rows;
}

QList<WallRow> wallRows(const QList<BoardRow> &rows, const OrderPrefix &prefix,
                        WallSetup::Customers customers, const QSet<CrmId> &red)
{
    QList<WallRow> words;
    words.reserve(rows.size());
    for (const BoardRow &row : rows) {
        words.append(wallRow(row, prefix.in(row.orderNo), customers));
        if (row.due == DueTier::Overdue && !row.mustStop && !red.contains(row.orderId))
            words.last().tier = DueTier::Within3Days; // the word is enough
    }
    return words;
}

/// The orders that are longest overdue: where all are red, nobody sees which is worst.
QSet<CrmId> mostOverdue(std::initializer_list<const QList<BoardRow> *> lists)
{
    QMap<std::tuple<int, QString, CrmId>, CrmId> late; // the worst first, and always the same ones
    for (const QList<BoardRow> *rows : lists) {
        for (const BoardRow &row : *rows) {
            if (row.due == DueTier::Overdue)
                late.insert({row.dueDays, row.orderNo, row.orderId}, row.orderId);
        }
    }
    const QList<CrmId> worst = late.values().mid(0, mostRed);
    return {worst.begin(), worst.end()};
}

} // namespace

WallWindow::WallWindow(const Theme &theme, const Store &store, Board &board, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint)
    , m_store(store)
    , m_board(board)
    , m_clock(clock)
    , m_style(theme)
    , m_statusSince(clock.monotonic())
    , m_header(new ScreenHeader(m_style, headerSizes, this))
    , m_numbers(new WallNumbers(m_style, this))
    , m_running(new WallList(m_style, this))
    , m_urgent(new WallList(m_style, this))
    , m_ready(new WallList(m_style, this))
    , m_strip(new ScreenStrip(m_style, stripSizes, this))
    , m_alarm(new AlarmStrip(m_style, side, this))
    , m_call(new WallCall(m_style, this))
    , m_curtain(new ScreenCurtain(m_style, WallStyle::call, WallStyle::row, this))
    , m_pace(*this, clock)
{
    setWindowTitle(tr("Wall mode"));
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    for (QWidget *part : findChildren<QWidget *>())
        part->setAttribute(Qt::WA_TransparentForMouseEvents); // the window hears of every touch
    m_running->setObjectName(QStringLiteral("wallRunning"));
    m_urgent->setObjectName(QStringLiteral("wallUrgent"));
    m_ready->setObjectName(QStringLiteral("wallReady"));
    m_holding.setInterval(holdStep);
    connect(&m_pace, &PaintPace::aboutToPaint, this, [this] {
        if (m_isOutdated)
            refresh();
    });
    connect(&m_holding, &QTimer::timeout, this, &WallWindow::showWayOut);
    connect(&m_style, &WallStyle::changed, this, qOverload<>(&QWidget::update));
    connectStore();
    noteTrouble(); // it may stand already
    refresh();
}

void WallWindow::connectStore()
{
    connect(&m_store, &Store::connectionChanged, this, [this] {
        m_statusSince = m_clock.monotonic();
        noteTrouble();
        refresh(); // stale must show at once
    });
    connect(&m_store, &Store::sourceChanged, this, &WallWindow::refresh);
    connect(&m_store, &Store::changed, this, &WallWindow::refreshSoon);
    connect(&m_store, &Store::shopChanged, this, &WallWindow::refreshSoon);
    connect(&m_board, &Board::updated, this, &WallWindow::refreshSoon);
    connect(&m_board.numbers(), &BoardNumbers::changed, this, &WallWindow::refreshSoon);
}

void WallWindow::setSetup(const WallSetup &setup)
{
    m_setup = setup;
    m_style.setLook(setup.look);
    refresh();
}

void WallWindow::setConfigured(bool configured, const QString &obstacle)
{
    m_configured = configured;
    m_obstacle = obstacle;
    refresh();
}

void WallWindow::setStrip(const ScreenStripFacts &facts)
{
    m_strip->show(facts);
}

void WallWindow::setCall(const std::optional<Toast> &toast)
{
    m_call->show(toast);
}

void WallWindow::setAlarm(const AlarmStripFacts &facts)
{
    const bool changes = facts.text.isEmpty() != m_alarm->facts().text.isEmpty();
    m_alarm->show(facts);
    if (!changes)
        return;
    m_strip->setHidden(!facts.text.isEmpty());
    fit();
}

WallLayout WallWindow::layout() const
{
    const WallLayout &plain = m_style.layout();
    return m_alarm->facts().text.isEmpty() ? plain : plain.withAlarm();
}

LinkFacts WallWindow::link() const
{
    return {m_configured, m_clock.monotonic() - m_statusSince, {}, m_obstacle};
}

void WallWindow::noteTrouble()
{
    m_refusal = ScreenWords::refusalAfter(m_refusal, m_store.connectionStatus());
}

void WallWindow::tick()
{
    const auto now = m_clock.monotonic();
    for (WallList *list : {m_running, m_urgent, m_ready})
        list->turn(now);
    const QPoint shift = m_setup.shiftsPixels ? pixelShift(now) : QPoint();
    if (shift != m_shift) {
        m_shift = shift;
        place();
    }
    refreshHeader();
    refreshCurtain();
    if (!m_holding.isActive())
        showWayOut();
}

void WallWindow::refreshSoon()
{
    m_isOutdated = true;
    m_pace.request();
}

void WallWindow::refresh()
{
    m_isOutdated = false;
    refreshHeader();
    m_numbers->show(WallNumbers::numbersOf(m_board));
    refreshLists();
    refreshCurtain();
}

void WallWindow::refreshHeader()
{
    ScreenHeaderFacts facts;
    const QString caution = StatusWords::caution(m_store);
    facts.title = m_store.shop().name.isEmpty() ? tr("Pressboard") : m_store.shop().name;
    facts.state = caution.isEmpty() ? StatusWords::state(m_store, link()) : caution;
    facts.needsCare = !caution.isEmpty();
    facts.lastChange = caution.isEmpty() ? StatusWords::lastChange(m_store) : QString();
    facts.clock = StatusWords::clockTime(m_store.now(), m_store);
    facts.stale = ScreenWords::stale(m_store, link());
    facts.alarm = StatusWords::banner(m_store, link()).alarm;
    const bool wasStale = !m_header->facts().stale.isEmpty();
    m_header->show(facts);
    if (wasStale == facts.stale.isEmpty())
        place();
}

void WallWindow::refreshLists()
{
    const QList<BoardRow> running = rowsOf(m_board.running());
    const QList<BoardRow> urgent = rowsOf(m_board.urgent());
    const QList<BoardRow> ready = rowsOf(m_board.ready());
    // One beginning for all three lists: an order is called the same wherever it stands.
    OrderPrefix prefix;
    for (const QList<BoardRow> *rows : {&running, &urgent, &ready}) {
        for (const BoardRow &row : *rows)
            prefix.add(row.orderNo);
    }
    const QString empty = StatusWords::emptyList(m_store, link());
    const QSet<CrmId> red = mostOverdue({&running, &urgent, &ready});
    const auto rows = [&](const QList<BoardRow> &list) {
        return wallRows(list, prefix, m_setup.customers, red);
    };
    m_running->show({tr("In progress"), m_board.titleCount(m_board.running()), tr("Step"),
                     tr("Elapsed"), empty, true, rows(running)});
    m_urgent->show({tr("Urgent"),
                    m_board.titleCount(m_board.urgent()),
                    tr("Now at"),
                    {},
                    empty,
                    false,
                    rows(urgent)});
    m_ready->show({tr("Ready to start"),
                   m_board.titleCount(m_board.ready()),
                   tr("Step"),
                   {},
                   empty,
                   true,
                   rows(ready)});
}

bool WallWindow::isOffHour() const
{
    const auto hours = WorkHours::parse(m_setup.offHours);
    const bool hasAny = !m_setup.offHours.trimmed().isEmpty();
    return hasAny && hours && hours->contains(m_store.now(), m_store.zone());
}

bool WallWindow::isDark() const
{
    const bool touched = m_touched && m_clock.monotonic() - *m_touched < awakeAfterTouch;
    return isOffHour() && !touched;
}

void WallWindow::refreshCurtain()
{
    const ScreenWords::Sentence sentence = ScreenWords::sentence(m_store, link(), m_refusal);
    if (isDark())
        m_curtain->show(ScreenCurtain::Kind::Dark);
    else if (!sentence.title.isEmpty())
        m_curtain->show(ScreenCurtain::Kind::Sentence, sentence.title, sentence.text);
    else
        m_curtain->show(ScreenCurtain::Kind::Open);
}

void WallWindow::place()
{
    const WallLayout layout = this->layout();
    const bool stale = !m_header->facts().stale.isEmpty();
    const auto put = [this](QWidget *part, const QRect &where) {
        part->setGeometry(where.translated(m_shift));
    };
    put(m_header, stale ? layout.staleBand : layout.header);
    put(m_numbers, stale ? layout.staleNumbers : layout.numbers);
    put(m_running, layout.running);
    put(m_urgent, layout.urgent);
    put(m_ready, layout.ready);
    put(m_strip, m_style.layout().strip);
    put(m_alarm, layout.strip);
    put(m_call, layout.call);
    m_curtain->setGeometry(rect());
}

void WallWindow::resizeEvent(QResizeEvent *event)
{
    m_style.fit(event->size());
    fit();
}

void WallWindow::fit()
{
    const WallLayout layout = this->layout();
    m_running->setRoom(layout.runningRows);
    m_urgent->setRoom(layout.urgentRows);
    m_ready->setRoom(layout.readyRows);
    place();
}

void WallWindow::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_style.tokens().bg);
}

void WallWindow::touch()
{
    m_touched = m_clock.monotonic();
    refreshCurtain();
    showWayOut();
}

/// Who comes to the wall is told how to get out, also on a curtain.
void WallWindow::showWayOut()
{
    const auto now = m_clock.monotonic();
    const bool asks = m_escape.isDown() || (m_touched && now - *m_touched < hintLasts);
    m_strip->showWayOut(asks ? m_escape.progress(now) : -1);
    m_strip->setHidden(!asks && !m_alarm->facts().text.isEmpty());
    if (asks)
        m_strip->raise();
    else
        m_curtain->raise();
    if (m_escape.progress(now) < 1)
        return;
    m_escape.release();
    m_holding.stop();
    Q_EMIT left();
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_escape.press(m_clock.monotonic());
        m_holding.start();
    }
    touch();
}

void WallWindow::keyReleaseEvent(QKeyEvent *event)
{
    // A key that repeats by itself is released by itself, too.
    if (event->key() != Qt::Key_Escape || event->isAutoRepeat())
        return;
    m_escape.release();
    m_holding.stop();
    touch();
}

void WallWindow::mouseMoveEvent(QMouseEvent *)
{
    touch();
}

void WallWindow::focusOutEvent(QFocusEvent *)
{
    m_escape.release(); // its release will be told to somebody else
    m_holding.stop();
}

void WallWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT left();
}

void WallWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWindowTitle(tr("Wall mode"));
        refreshSoon();
    }
    // Somebody's Win+D: a wall has no other place to be.
    if (event->type() == QEvent::WindowStateChange && isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
