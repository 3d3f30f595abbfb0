// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/paint_pace.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

bool isOfAHand(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::Resize:
        return true;
    default:
        return false;
    }
}

} // namespace

PaintPace::PaintPace(QWidget &window, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_clock(clock)
    , m_earnedUntil(clock.monotonic())
{
    m_window.installEventFilter(this);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PaintPace::paint);
}

void PaintPace::request()
{
    if (!std::exchange(m_isRequested, true))
        QCoreApplication::postEvent(&m_window, new QEvent(QEvent::UpdateRequest),
                                    Qt::LowEventPriority);
}

void PaintPace::watchHandle()
{
    if (m_handle != nullptr || m_window.windowHandle() == nullptr)
        return;
    m_handle = m_window.windowHandle();
    m_handle->installEventFilter(this);
}

void PaintPace::earn()
{
    const auto earned = (m_clock.monotonic() - m_earnedUntil) / share;
    m_earnedUntil += earned * share; // the rest counts the next time
    m_credit = std::min(m_credit + earned, mostCredit);
}

std::chrono::milliseconds PaintPace::toWait()
{
    earn();
    if (m_credit > 0ms || m_clock.monotonic() < m_watchedUntil)
        return 0ms;
    return std::min((1ms - m_credit) * share, longestWait);
}

bool PaintPace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_handle && isOfAHand(event->type()))
        noteHand();
    if (watched != &m_window || event->type() != QEvent::UpdateRequest || m_isPainting)
        return false;
    watchHandle();
    if (const auto wait = toWait(); wait > 0ms) {
        if (!m_next.isActive())
            m_next.start(wait);
    } else {
        paint();
    }
    return true;
}

void PaintPace::noteHand()
{
    m_watchedUntil = m_clock.monotonic() + attention;
    if (m_next.isActive())
        m_next.start(0ms); // once what the hand does is done
}

/// The window still holds what has to be painted: that it was asked is all it forgot.
void PaintPace::paint()
{
    m_next.stop();
    m_isPainting = true;
    m_isRequested = false;
    const auto begin = m_clock.monotonic();
    Q_EMIT aboutToPaint();
    QEvent request(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(&m_window, &request);
    earn();
    m_credit = std::max(m_credit - (m_clock.monotonic() - begin), -longestWait / share);
    m_isPainting = false;
}

} // namespace pressboard::client
