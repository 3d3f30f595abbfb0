// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/redis/generation.h"
#include "server/robots/recent_news.h"
#include "server/robots/robot.h"
#include "shared/base/work_hours.h"

#include <QObject>
#include <QTimer>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace pressboard::server {

/// What all robots have in common, of the settings.
struct RobotsOptions
{
    QList<RobotSettings> robots;
    QString shopName;
    QTimeZone timezone = QTimeZone::utc(); ///< the shop's
    WorkHours workHours;
    std::chrono::minutes quietAfter{0}; ///< 0: the CRM is never silent

    bool operator==(const RobotsOptions &) const = default;
};

/// The robots of chat groups: what happens in the shop for who has no desk. Every server reads what
/// there is to tell; the one that writes tells it.
class Robots : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds interval{500};
    /// How often it is kept how far the log was looked at, while nothing in it is worth telling.
    static constexpr std::chrono::milliseconds cursorPace{5000};
    /// An alarm that nobody took for so long, or for all of its time, is told.
    static constexpr std::chrono::minutes alarmPatience{5};
    /// A planned stop waits so long for what is on its way.
    static constexpr std::chrono::milliseconds stopTime{800};

    /// All must outlive it. `mayTell`: this server is the one that writes, and knows what is in the
    /// log. Without a robot in `options` nothing here costs anything.
    Robots(EventLog &log, RobotStore &store, RobotPost &post, const Clock &clock,
           std::function<bool()> mayTell, RobotsOptions options, QObject *parent = nullptr);
    ~Robots() override;

    /// Other settings: robots that are at work begin again where they stood. What was on its way
    /// may come twice, as after a kill.
    void setOptions(const RobotsOptions &options);
    /// From now on it looks by itself what is to be done.
    void start();
    /// Nothing new goes out; `stopped` is called when nothing is on its way any more.
    void stop(std::function<void()> stopped);
    /// Does what is due.
    void look();

    const std::vector<std::unique_ptr<Robot>> &all() const { return m_robots; }
    /// Of each robot at work, in a sentence for `status`: how it does; and what is wrong.
    QStringList remarks() const;
    QStringList problems() const;

private:
    void note(const Event &event, const Change &change);
    void make();
    void restart();
    void endAll();
    void load();
    void onLoaded(const RobotStore::States &states);
    StreamId readFrom(const RobotStore::States &states) const;
    void begin(const RobotStore::States &states, const QList<News> &missed);
    RobotState firstState(RobotState before, const RobotSettings &robot) const;
    QList<RobotItem> itemsFor(const Robot &robot, const QList<News> &news) const;
    void tellDay(Robot &robot);
    void tellSilence(Robot &robot);
    void tellAlarms(Robot &robot);
    bool isUntaken(const Notice &notice) const;
    QList<StreamId> alarmsOfTheBook() const;
    bool isDayDue(const Robot &robot) const;
    bool isIdle() const;
    void finishStop();
    QString timeText(Moment moment) const;

    EventLog &m_log;
    RobotStore &m_store;
    RobotPost &m_post;
    const Clock &m_clock;
    std::function<bool()> m_mayTell;
    RobotsOptions m_options;
    std::vector<std::unique_ptr<Robot>> m_robots;
    RecentNews m_recent;
    StreamId m_lastHeard; ///< the last event that came from outside
    redis::Generation m_generation; ///< of what is being loaded
    QString m_epoch; ///< of the log that they tell of
    bool m_isLoading = false;
    bool m_isAtWork = false;
    std::chrono::milliseconds m_cursorDue{0}; ///< monotonic
    QTimer m_timer;
    std::function<void()> m_stopped; ///< while it stops
    QTimer m_stopTimer;
};

} // namespace pressboard::server
