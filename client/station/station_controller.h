// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/screen_saver.h"
#include "client/controls/paint_pace.h"
#include "client/models/board.h"
#include "client/notify/notifier.h"
#include "client/notify/seen_watch.h"
#include "client/settings/settings.h"
#include "client/station/station_calls.h"
#include "client/station/station_window.h"

#include <QTimer>

#include <memory>

namespace pressboard::client {

class CallDesk;
struct CallContext;
struct LinkFacts;

/// 机台模式, put together: the window, the steps of this station, what it calls out, what was
/// scanned, and the screen saver that must not come. Its lists are its own: what somebody searched
/// or narrowed on the desktop is no business of the station's.
class StationController final : public QObject
{
    Q_OBJECT
public:
    /// How long an order stands there after it was scanned or touched.
    static constexpr std::chrono::seconds cardShown{60};
    /// How long it says that no order has a code.
    static constexpr std::chrono::seconds missingShown{5};
    /// The shop's pace is measured anew so often.
    static constexpr std::chrono::minutes paceKept{10};

    /// What it works with; all but the screen saver must outlive the station.
    struct Parts
    {
        const Theme &theme;
        const Store &store;
        StationMarks &marks; ///< the desk's
        Notifier &notifier;
        const Settings &settings;
        const Clock &clock;
        CallDesk &calls;
        std::unique_ptr<ScreenSaver> screenSaver;
    };

    explicit StationController(Parts parts);
    ~StationController() override;

    void open(); ///< fills the first screen, whichever that becomes
    void setConfigured(bool configured, const QString &obstacle = {});
    StationWindow &window() { return m_window; }
    /// What a second brings; it comes by itself once the station is open.
    void tick();
    void openScanned(const QString &scanned);

Q_SIGNALS:
    void left();
    void soundWanted(pressboard::client::SoundLevel level);

private:
    void connectStore();
    void connectWindow();
    void connectNotifier();
    void fillScreen();
    void dropWhatIsOver();
    void applySetup();
    void applySteps();
    void refreshSoon();
    void refresh();
    LinkFacts link() const;
    void refreshHeader();
    void refreshCurtain();
    void refreshFoot();
    void refreshBand();
    void refreshCard();
    void measurePace();
    StationBandFacts bandFacts(const Toast &call) const;
    StationBandFacts alarmFacts(const StandingAlarm &alarm) const;
    void noteSeen();
    void callForHelp();
    CallContext callContext() const;
    QString turnTitle(const Toast &turn) const;
    ScreenStripFacts noticeFacts() const;
    void showOrder(CrmId orderId);
    void chooseByDigit(int digit);
    void answerCall();
    void closeCard();
    std::chrono::milliseconds cardLeft() const;

    Parts m_parts;
    const Store &m_store;
    const Clock &m_clock;
    Board m_board;
    StationWindow m_window;
    StationCalls m_calls;
    SeenWatch m_seen;
    QStringList m_steps;
    bool m_configured = true;
    QString m_obstacle; ///< see LinkFacts
    Trouble m_refusal = Trouble::None; ///< stands until the server takes us
    std::chrono::milliseconds m_statusSince; ///< monotonic
    QString m_scanned; ///< the code in the foot while the card is up; empty: it was touched
    std::optional<std::chrono::milliseconds> m_cardUntil; ///< monotonic; null: no card
    std::unique_ptr<WorkCalendar> m_calendar;
    QHash<QString, Spread> m_usual;
    std::optional<std::chrono::milliseconds> m_measured; ///< monotonic
    PaintPace m_pace;
    bool m_isOutdated = false;
    QTimer m_second;
};

} // namespace pressboard::client
