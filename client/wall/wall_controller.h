// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/alarm_strip.h"
#include "client/bigscreen/screen_saver.h"
#include "client/models/board.h"
#include "client/notify/notifier.h"
#include "client/settings/settings.h"
#include "client/wall/page_turner.h"
#include "client/wall/wall_alerts.h"
#include "client/wall/wall_window.h"

#include <QTimer>

#include <memory>

namespace pressboard::client {

/// Wall mode, put together: the window, which screen it hangs on, what it calls out, and the
/// screen saver that must not come. Its board is its own: what somebody searched or narrowed on
/// the desktop is no business of the wall's.
class WallController final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the wall.
    WallController(const Theme &theme, const Store &store, Notifier &notifier,
                   const Settings &settings, const Clock &clock,
                   std::unique_ptr<ScreenSaver> screenSaver);
    ~WallController() override;

    /// Fills its screen, now and whenever screens come or go.
    void open();
    void setConfigured(bool configured, const QString &obstacle = {})
    {
        m_window.setConfigured(configured, obstacle);
    }
    WallWindow &window() { return m_window; }
    /// What a second brings; it comes by itself once the wall is open.
    void tick();

    /// Which of these screens it hangs on: the one wanted, while that is away the first.
    static int screenFor(const QStringList &names, const QString &wanted);

Q_SIGNALS:
    void left();

private:
    void connectNews();
    void connectScreens();
    void hang();
    void applySetup();
    void applySteps();
    void refreshNews();
    ScreenStripFacts stripFacts();
    AlarmStripFacts alarmFacts() const;
    ScreenStripFacts noticeFacts(const Notice &notice) const;
    ScreenStripFacts lastChangeFacts() const;

    const Store &m_store;
    Notifier &m_notifier;
    const Settings &m_settings;
    const Clock &m_clock;
    std::unique_ptr<ScreenSaver> m_screenSaver;
    Board m_board;
    WallWindow m_window;
    WallAlerts m_alerts;
    PageTurner m_notices; ///< several important ones take turns on the last line
    QTimer m_second;
};

} // namespace pressboard::client
