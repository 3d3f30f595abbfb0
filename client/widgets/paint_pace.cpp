// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/paint_pace.h"

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

std::chrono::milliseconds PaintPace::toWait() const
{
    const auto now = m_clock.monotonic();
    return now < m_watchedUntil ? 0ms : std::max(0ms, m_restUntil - now);
}

bool PaintPace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_handle && isOfAHand(event->type()))
        m_watchedUntil = m_clock.monotonic() + attention;
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
    const auto end = m_clock.monotonic();
    m_restUntil = end + std::min(restPerWork * (end - begin), longestRest);
    m_isPainting = false;
}

} // namespace pressboard::client
