// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/key_hold.h"
#include "client/controls/paint_pace.h"
#include "client/models/board.h"
#include "client/notify/toast.h"
#include "client/settings/wall_setup.h"
#include "client/store/store.h"
#include "client/wall/wall_style.h"

#include <QTimer>
#include <QWidget>

namespace pressboard::client {

class WallCall;
class ScreenCurtain;
class ScreenHeader;
class WallList;
class WallNumbers;
class AlarmStrip;
class ScreenStrip;
struct AlarmStripFacts;
struct LinkFacts;
struct ScreenStripFacts;

/// 大屏模式: the board for a screen on the wall. One fixed page that nobody touches: no cursor, no
/// dialog, no toast; whatever happens, it says so itself and heals by itself. Which screen it
/// hangs on, and what it calls out, is decided elsewhere.
class WallWindow final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the window.
    WallWindow(const Theme &theme, const Store &store, Board &board, const Clock &clock,
               QWidget *parent = nullptr);

    void setSetup(const WallSetup &setup);
    /// A server address is set; what keeps it from being tried, see LinkFacts.
    void setConfigured(bool configured, const QString &obstacle = {});
    void setStrip(const ScreenStripFacts &facts);
    void setCall(const std::optional<Toast> &toast);
    /// In place of the strip while there is one.
    void setAlarm(const AlarmStripFacts &facts);
    /// The shop sleeps, and nobody touched the wall within the last minute.
    bool isDark() const;

    /// About once a second: clock, pages, hours, the place of the picture.
    void tick();
    void refresh();

Q_SIGNALS:
    void left(); ///< Esc was held, or somebody closed the window

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectStore();
    void refreshSoon();
    void refreshHeader();
    void refreshLists();
    void refreshCurtain();
    void noteTrouble();
    void fit();
    void place();
    WallLayout layout() const;
    void touch();
    void showWayOut();
    LinkFacts link() const;
    bool isOffHour() const;

    const Store &m_store;
    Board &m_board;
    const Clock &m_clock;
    WallStyle m_style;
    WallSetup m_setup;
    bool m_configured = true;
    QString m_obstacle;
    Trouble m_refusal = Trouble::None; ///< stands until the server takes us
    std::chrono::milliseconds m_statusSince; ///< monotonic
    QPoint m_shift;
    KeyHold m_escape;
    std::optional<std::chrono::milliseconds> m_touched; ///< monotonic

    ScreenHeader *m_header;
    WallNumbers *m_numbers;
    WallList *m_running;
    WallList *m_urgent;
    WallList *m_ready;
    ScreenStrip *m_strip;
    AlarmStrip *m_alarm;
    WallCall *m_call;
    ScreenCurtain *m_curtain; ///< over all others but the strip's way out
    QTimer m_holding; ///< while Esc is down
    PaintPace m_pace;
    bool m_isOutdated = false; ///< many changes become one refresh, with the next picture
};

} // namespace pressboard::client
