// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_window.h"

#include "client/bigscreen/screen_curtain.h"
#include "client/bigscreen/screen_header.h"
#include "client/calls/call_block.h"
#include "client/calls/call_sheet.h"
#include "client/station/station_current.h"
#include "client/station/station_list.h"
#include "client/station/station_next.h"
#include "client/station/station_roles.h"
#include "client/station/station_scale.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr ScreenHeaderSizes headerSizes{
    StationLayout::side, StationStyle::name, StationStyle::label, StationStyle::clock, 20,
    StationStyle::row};
constexpr ScreenStripSizes footSizes{StationLayout::side, StationStyle::row, StationStyle::label,
                                     40};
constexpr auto holdStep = 50ms;
constexpr auto cursorLasts = 4s;
constexpr auto doubleClick = 400ms;

} // namespace

StationWindow::StationWindow(const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint)
    , m_clock(clock)
    , m_style(theme)
    , m_header(new ScreenHeader(m_style, headerSizes, this))
    , m_current(new StationCurrent(m_style, this))
    , m_next(new StationNext(m_style, this))
    , m_queue(new StationList(m_style, StationList::Ink::Full, this))
    , m_soon(new StationList(m_style, StationList::Ink::Quiet, this))
    , m_foot(new ScreenStrip(m_style, footSizes, this))
    , m_card(new StationCard(m_style, this))
    , m_callSheet(new CallSheet(m_style, this))
    , m_call(new CallBlock(m_style, CallBlock::Ground::Foot, this))
    , m_band(new StationBand(m_style, this))
    , m_curtain(new ScreenCurtain(m_style, StationStyle::next, StationStyle::row, this))
{
    m_queue->setObjectName(QStringLiteral("stationQueue"));
    m_soon->setObjectName(QStringLiteral("stationSoon"));
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    for (QWidget *part : findChildren<QWidget *>()) {
        part->setMouseTracking(true);
        part->installEventFilter(this);
    }
    m_holding.setInterval(holdStep);
    connect(&m_holding, &QTimer::timeout, this, &StationWindow::showWayOut);
    connect(&m_style, &StationStyle::changed, this, qOverload<>(&QWidget::update));
    for (StationPanel *panel : findChildren<StationPanel *>())
        connect(panel, &StationPanel::chosen, this, &StationWindow::orderWanted);
    connect(m_card, &StationCard::closeWanted, this, &StationWindow::closeWanted);
    connect(m_card, &StationCard::chosen, this, &StationWindow::orderWanted);
    connect(m_call, &QAbstractButton::clicked, this, &StationWindow::callPressed);
    m_call->setObjectName(QStringLiteral("callForHelp"));
    m_call->setSizes(StationStyle::row, 40);
    m_call->setMark(Icon(QStringLiteral("hand")));
    m_call->hide();
    m_callSheet->setPopsUp(true);
    m_callSheet->hide();
    installStationRoles();
    retranslate();
}

void StationWindow::retranslate()
{
    setWindowTitle(tr("Station mode"));
    m_call->setText(tr("Call for help"));
    m_current->setTitle(tr("In work"), tr("Nothing in work"));
    m_next->setTitle(tr("Next"), tr("Nothing is ready to start"));
    m_queue->setTitle(tr("Queue"), tr("Nothing behind it"));
    m_queue->setStepTitle(tr("Step"));
    m_soon->setTitle(tr("Soon ready"), tr("Nothing soon"));
}

void StationWindow::setSetup(const StationSetup &setup)
{
    m_setup = setup;
    m_style.setLook(setup.look);
    fit();
}

void StationWindow::setHeader(const ScreenHeaderFacts &facts)
{
    m_header->show(facts);
}

void StationWindow::setBoard(const StationBoard &board)
{
    m_shown = board;
    m_current->show(board.running);
    m_next->show(board.next);
    m_queue->show(board.queue);
    m_soon->show(board.soon);
}

void StationWindow::setFoot(const ScreenStripFacts &facts)
{
    m_foot->show(facts);
}

void StationWindow::setBand(const StationBandFacts &facts)
{
    m_band->show(facts);
}

void StationWindow::setCurtain(const QString &title, const QString &text)
{
    m_curtain->show(title.isEmpty() ? ScreenCurtain::Kind::Open : ScreenCurtain::Kind::Sentence,
                    title, text);
}

void StationWindow::hideCard()
{
    m_card->hide();
}

void StationWindow::setCallable(bool callable)
{
    if (m_call->isHidden() == !callable)
        return;
    m_call->setVisible(callable);
    place();
}

void StationWindow::fit()
{
    const QScreen *of = screen();
    const QSize pixels = of ? of->size() : size();
    const QSizeF millimetres = of ? of->physicalSize() : QSizeF();
    const double pitch = StationScale::pixelSize(pixels, millimetres);
    // The window's own size decides what has room: it is the screen's but for a moment.
    const StationScale scale = StationScale::of(size(), QSizeF(size()) * pitch, m_setup.distance);
    m_legibleFrom = scale.legibleFrom;
    m_style.fit(size(), scale.scale);
    m_queue->setRoom(m_style.layout().queueRows);
    m_soon->setRoom(m_style.layout().soonRows);
    place();
}

void StationWindow::place()
{
    const StationLayout &layout = m_style.layout();
    m_header->setGeometry(layout.header);
    m_current->setGeometry(layout.running);
    m_next->setGeometry(layout.next);
    m_queue->setGeometry(layout.queue);
    m_soon->setGeometry(layout.soon);
    m_foot->setGeometry(m_call->isHidden() ? layout.foot : layout.footBesideCall());
    m_call->setGeometry(layout.call());
    m_callSheet->setGeometry(layout.card);
    m_card->setGeometry(layout.card);
    m_band->setGeometry(layout.band);
    m_curtain->setGeometry(rect());
}

void StationWindow::tick()
{
    if (m_moved && m_clock.monotonic() - *m_moved >= cursorLasts) {
        m_moved.reset();
        setCursor(Qt::BlankCursor);
    }
    if (!m_holding.isActive())
        showWayOut();
}

void StationWindow::showCursor()
{
    m_moved = m_clock.monotonic();
    setCursor(Qt::ArrowCursor);
}

/// Who holds Esc, or moves the mouse, is told how to get out, also on a curtain.
void StationWindow::showWayOut()
{
    const auto now = m_clock.monotonic();
    const bool asks = m_escape.isDown() || m_moved;
    m_foot->showWayOut(asks ? m_escape.progress(now) : -1);
    if (asks)
        m_foot->raise();
    else
        m_curtain->raise();
    if (m_escape.progress(now) < 1)
        return;
    m_escape.release();
    m_holding.stop();
    Q_EMIT left();
}

void StationWindow::resizeEvent(QResizeEvent *)
{
    fit();
}

void StationWindow::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_style.tokens().bg);
}

/// Every key is an answer to what is called; only Esc and digits mean something else as well.
void StationWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat())
        return;
    const bool wasCalling = !m_band->isHidden();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && wasCalling && m_band->facts().asksToTake)
        return Q_EMIT taken();
    const bool isCall = event->key() == Qt::Key_H && event->modifiers() == Qt::ControlModifier;
    if (isCall && !m_call->isHidden())
        return Q_EMIT callPressed();
    if (!wasCalling && m_callSheet->isVisible() && m_callSheet->press(event->key()))
        return;
    if (event->key() == Qt::Key_Escape) {
        m_escape.press(m_clock.monotonic());
        m_holding.start();
        if (!wasCalling)
            Q_EMIT closeWanted();
    } else if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 && !wasCalling) {
        Q_EMIT digitPressed(event->key() - Qt::Key_0);
    } else if (isEnter && !wasCalling) {
        Q_EMIT confirmed();
    }
    Q_EMIT touched();
}

void StationWindow::keyReleaseEvent(QKeyEvent *event)
{
    // A key that repeats by itself is released by itself, too.
    if (event->key() != Qt::Key_Escape || event->isAutoRepeat())
        return;
    m_escape.release();
    m_holding.stop();
    showWayOut();
}

void StationWindow::mouseMoveEvent(QMouseEvent *)
{
    showCursor();
}

void StationWindow::focusOutEvent(QFocusEvent *)
{
    m_escape.release(); // its release will be told to somebody else
    m_holding.stop();
}

void StationWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT left();
}

void StationWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // Somebody's Win+D: a station has no other place to be.
    if (event->type() == QEvent::WindowStateChange && isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    QWidget::changeEvent(event);
}

/// A click answers what is called, wherever it falls, and does nothing else then; nor does the
/// second one of a double click.
bool StationWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        showCursor();
    if (event->type() != QEvent::MouseButtonRelease)
        return QWidget::eventFilter(watched, event);
    const auto now = m_clock.monotonic();
    if (m_answered && now - *m_answered < doubleClick)
        return true;
    if (m_band->isHidden() || takeByTouch(watched))
        return QWidget::eventFilter(watched, event);
    answerByTouch();
    return true;
}

void StationWindow::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_band->isHidden())
        answerByTouch();
}

/// An alarm is taken by a click on its band; elsewhere a click means what it always does.
bool StationWindow::takeByTouch(const QObject *touched)
{
    if (!m_band->facts().asksToTake)
        return false;
    if (touched != m_band)
        return true;
    m_answered = m_clock.monotonic();
    Q_EMIT taken();
    return true;
}

void StationWindow::answerByTouch()
{
    m_answered = m_clock.monotonic();
    Q_EMIT touched();
}

} // namespace pressboard::client
