// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

class QMenu;

namespace pressboard::client {
class BoardPage;
class MainWindow;
class WallWindow;
} // namespace pressboard::client

namespace pressboard::test {

/// Looks whether a screen claims to be live while it is not: at every paint, at every turn of the
/// loop, and each 100 ms. What it claims it reads from the widgets; what is true the test knows,
/// which did the cutting.
class HonestyWatch final : public QObject
{
    Q_OBJECT
public:
    /// The desktop's window and its tray's menu. All outlive the watch.
    HonestyWatch(const client::MainWindow &window, const client::BoardPage &board,
                 const QMenu &trayMenu);
    explicit HonestyWatch(const client::WallWindow &wall);

    /// The screen's data ends now; it has this long to notice. Then nothing may look live.
    void cut(std::chrono::milliseconds patience);
    /// What was cut is back: from now on the screen may be live again.
    void mend();

    /// Each kind of lie once, in words. Empty as it should be.
    const QStringList &lies() const { return m_lies; }
    qint64 checks() const { return m_checks; }
    /// From mend() until the screen says it is live; null: it does not.
    std::optional<std::chrono::milliseconds> liveAfter() const;
    /// From then until the rows and numbers were what they are now; zero: they were so before.
    std::chrono::milliseconds rightAfter() const;
    /// Title and text of every toast that came up since cut(), a line each.
    const QStringList &toasts() const { return m_toasts; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void check();
    void checkTray(bool live);
    void noteRows();
    bool saysLive() const;
    QString age() const; ///< what the screen says of its data while it is not live
    void lie(const QString &words);

    const client::MainWindow *m_window = nullptr; ///< null on a wall
    const client::BoardPage *m_board = nullptr; ///< null on a wall
    const QMenu *m_trayMenu = nullptr; ///< null on a wall
    const client::WallWindow *m_wall = nullptr; ///< null on a desktop
    SystemClock m_clock;
    QTimer m_tick;
    qint64 m_checks = 0;
    bool m_isCut = false;
    std::chrono::milliseconds m_noticedBy{0}; ///< monotonic
    Moment m_cutAt;
    std::chrono::milliseconds m_mendedAt{0}; ///< monotonic
    std::optional<std::chrono::milliseconds> m_liveAt; ///< monotonic, after mend()
    std::chrono::milliseconds m_shownSince{0}; ///< monotonic
    QStringList m_shown;
    QStringList m_lies;
    QStringList m_toasts;
};

} // namespace pressboard::test
