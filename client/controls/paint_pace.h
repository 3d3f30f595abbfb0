// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWindow;

namespace pressboard::client {

/// Keeps a window from painting all the time while changes stream in. It paints at once, and
/// whenever a hand is at mouse or keys; but once painting took more than a twenty-fifth of the
/// time over some seconds, the next picture waits until it no longer did: 200 updates a second then
/// cost painting a twenty-fifth of a core, also on an old PC.
///
/// Nothing is lost: what a picture would have shown is shown by the next one.
class PaintPace final : public QObject
{
    Q_OBJECT
public:
    static constexpr int share = 25; ///< painting may take one of so many
    /// So much painting may be done ahead: events that come one by one never wait.
    static constexpr std::chrono::milliseconds mostCredit{200};
    static constexpr std::chrono::milliseconds longestWait{250};
    /// A hand that does something is watched for this long.
    static constexpr std::chrono::milliseconds attention{500};

    /// Both must outlive this.
    PaintPace(QWidget &window, const Clock &clock, QObject *parent = nullptr);

    /// Something changed that the window has yet to be told: aboutToPaint() will come.
    void request();

Q_SIGNALS:
    /// The moment to say what is to be shown: once for all that changed since the last picture.
    void aboutToPaint();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchHandle();
    void noteHand();
    void earn();
    std::chrono::milliseconds toWait();
    void paint();

    QWidget &m_window;
    const Clock &m_clock;
    QPointer<QWindow> m_handle; ///< where hands are felt; null until the window is shown
    QTimer m_next;
    bool m_isRequested = false;
    bool m_isPainting = false;
    std::chrono::milliseconds m_credit = mostCredit; ///< of painting; negative: done too much
    std::chrono::milliseconds m_earnedUntil; ///< monotonic
    std::chrono::milliseconds m_watchedUntil{0}; ///< monotonic
};

} // namespace pressboard::client
