// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robots.h"

#include "server/logging/logging.h"

#include <QDateTime>

#include <algorithm>

namespace pressboard::server {

using namespace std::chrono_literals;

Robots::Robots(EventLog &log, RobotStore &store, RobotPost &post, const Clock &clock,
               std::function<bool()> mayTell, RobotsOptions options, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_store(store)
    , m_post(post)
    , m_clock(clock)
    , m_mayTell(std::move(mayTell))
    , m_options(std::move(options))
{
    make();
    connect(&log, &EventLog::applied, this, &Robots::note);
    connect(&log, &EventLog::wasReset, this, &Robots::restart);
    connect(&m_timer, &QTimer::timeout, this, &Robots::look);
    m_stopTimer.setSingleShot(true);
    connect(&m_stopTimer, &QTimer::timeout, this, &Robots::finishStop);
}

Robots::~Robots() = default;

void Robots::make()
{
    m_robots.clear();
    for (const RobotSettings &settings : m_options.robots) {
        m_robots.push_back(
            std::make_unique<Robot>(settings, m_options.shopName, m_store, m_post, m_clock));
        connect(m_robots.back().get(), &Robot::displaced, this, &Robots::endAll);
    }
    restart();
}

void Robots::setOptions(const RobotsOptions &options)
{
    if (options == m_options || m_stopped)
        return;
    endAll();
    m_options = options;
    make();
    m_robots.empty() ? m_timer.stop() : start();
}

void Robots::start()
{
    if (!m_robots.empty())
        m_timer.start(interval);
}

/// Another book: whoever tells goes on from what is in Redis.
void Robots::restart()
{
    endAll();
    m_recent.restart(m_log.position());
    m_lastHeard = m_log.position();
}

void Robots::endAll()
{
    m_generation.begin();
    m_isLoading = m_isAtWork = false;
    for (const auto &robot : m_robots)
        robot->end();
}

void Robots::note(const Event &event, const Change &change)
{
    if (m_robots.empty())
        return;
    if (!event.isInternal() && !change.imported)
        m_lastHeard = event.id;
    const QList<News> news = newsOf(event, change, m_log.book());
    m_recent.add(news);
    if (!m_isAtWork)
        return;
    for (const auto &robot : m_robots)
        robot->take(itemsFor(*robot, news), event.id);
}

void Robots::look()
{
    if (!m_mayTell() || m_epoch != m_log.book().epoch) {
        if (m_isAtWork)
            endAll();
        m_epoch = m_log.book().epoch;
    }
    if (!m_mayTell() || m_stopped)
        return;
    if (!m_isAtWork)
        return load();
    const bool isCursorDue = m_clock.monotonic() >= m_cursorDue;
    if (isCursorDue)
        m_cursorDue = m_clock.monotonic() + cursorPace;
    for (const auto &robot : m_robots) {
        tellDay(*robot);
        tellSilence(*robot);
        tellAlarms(*robot);
        isCursorDue ? robot->keepCursor() : robot->look();
    }
}

void Robots::load()
{
    if (m_isLoading)
        return;
    m_isLoading = true;
    m_store.load(m_generation.guard([this](const Result<RobotStore::States> &states) {
        if (states)
            onLoaded(*states);
        else
            m_isLoading = false;
    }));
}

/// Of what happened before this server knew the book, the log knows.
void Robots::onLoaded(const RobotStore::States &states)
{
    const StreamId from = readFrom(states);
    if (from >= m_recent.since())
        return begin(states, {});
    m_store.readEvents(from, m_recent.since(),
                       m_generation.guard([this, states](const Result<QList<Event>> &events) {
                           if (!events) {
                               m_isLoading = false;
                               return;
                           }
                           QList<News> missed;
                           for (const Event &event : *events)
                               missed += missedNewsOf(event, m_log.book());
                           begin(states, missed);
                       }));
}

/// The earliest cursor of them in this log.
StreamId Robots::readFrom(const RobotStore::States &states) const
{
    StreamId from = m_recent.since();
    for (const auto &robot : m_robots) {
        const RobotState state = states.value(robot->settings().name);
        if (state.epoch == m_log.book().epoch)
            from = std::min(from, state.cursor);
    }
    return from;
}

void Robots::begin(const RobotStore::States &states, const QList<News> &missed)
{
    m_isLoading = false;
    m_isAtWork = true;
    m_cursorDue = m_clock.monotonic() + cursorPace;
    QStringList unknown = states.keys();
    for (const auto &robot : m_robots) {
        unknown.removeAll(robot->settings().name);
        const RobotState before = states.value(robot->settings().name);
        RobotState state = firstState(before, robot->settings());
        QList<News> news;
        for (const News &each : missed) {
            if (each.id > state.cursor)
                news.append(each);
        }
        news += m_recent.after(state.cursor);
        robot->begin(std::move(state));
        robot->take(itemsFor(*robot, news), m_log.position());
    }
    for (const QString &name : unknown)
        m_store.forget(name);
}

/// A robot that is new, and one in another log, begins at its end: what was before is no news. Nor
/// is a new one's morning, if its hour is over.
RobotState Robots::firstState(RobotState before, const RobotSettings &robot) const
{
    const QDate today = dateAt(m_clock.now(), m_options.timezone);
    if (!before.day.isValid()) {
        const bool isOver = m_clock.now() >= momentAt(today, robot.at, m_options.timezone);
        before.day = isOver ? today : today.addDays(-1);
    }
    if (before.epoch != m_log.book().epoch) {
        before.epoch = m_log.book().epoch;
        before.cursor = m_log.position();
        before.silentAt = {};
        before.alarms = alarmsOfTheBook();
    }
    return before;
}

/// Each thing has its own: an alarm is told when it rings, and when nobody takes it.
static QString itemId(const News &news)
{
    const QString id = news.id.toString();
    return news.kind == robot_kind::alarms ? id + u':' + news.kind : id;
}

QList<RobotItem> Robots::itemsFor(const Robot &robot, const QList<News> &news) const
{
    QList<RobotItem> items;
    for (const News &each : news) {
        const bool isNotice = each.kind == robot_kind::notices;
        const bool isWanted = robot.settings().tells(each.kind) && robot.sees(each.audience)
            && (!isNotice || robot.settings().levels.contains(levelName(each.level)));
        if (isWanted)
            items.append({itemId(each), each.kind, robot.words().news(each)});
    }
    return items;
}

bool Robots::isDayDue(const Robot &robot) const
{
    const QDate today = dateAt(m_clock.now(), m_options.timezone);
    return robot.state().day < today
        && m_clock.now() >= momentAt(today, robot.settings().at, m_options.timezone);
}

/// Once a day, if late then late.
void Robots::tellDay(Robot &robot)
{
    const QDate today = dateAt(m_clock.now(), m_options.timezone);
    if (!robot.isAtWork() || !isDayDue(robot))
        return;
    const DayReport report =
        dayReport(m_log.book(), today, robot.state().day,
                  [&robot](const Audience &audience) { return robot.sees(audience); });
    QList<RobotItem> items;
    const auto add = [&](QLatin1StringView kind, const QString &text) {
        if (robot.settings().tells(kind) && !text.isEmpty())
            items.append({today.toString(Qt::ISODate) + u':' + kind, kind, text});
    };
    add(robot_kind::summary, robot.words().summary(report));
    add(robot_kind::overdue, robot.words().overdue(report));
    add(robot_kind::dueToday, robot.words().dueToday(report));
    robot.takeDay(items, today);
}

/// As the boards reckon it; once for each silence.
void Robots::tellSilence(Robot &robot)
{
    if (!robot.isAtWork() || !robot.settings().tells(robot_kind::silent)
        || m_options.quietAfter == 0min || robot.state().silentAt >= m_lastHeard)
        return;
    const Moment last = momentOf(m_lastHeard);
    const Moment now = m_clock.now();
    const auto work = m_options.workHours.between(last, now, m_options.timezone);
    if (!m_options.workHours.contains(now, m_options.timezone) || work < m_options.quietAfter)
        return;
    const QTime since =
        QDateTime::fromMSecsSinceEpoch(last.time_since_epoch().count(), m_options.timezone).time();
    const auto minutes = std::chrono::floor<std::chrono::minutes>(work);
    robot.takeSilence({m_lastHeard.toString() + QStringLiteral(":silent"), robot_kind::silent,
                       robot.words().silent(minutes, since)},
                      m_log.position());
}

/// One that everybody confirms for himself is nobody's to take; of one that escalates the first is
/// told.
bool Robots::isUntaken(const Notice &notice) const
{
    const auto alarm = notice.alarm();
    if (!alarm || notice.settled || alarm->taking == Alarm::Taking::Each
        || !notice.escalates().isNull())
        return false;
    const Moment end = notice.endsRinging().value_or(notice.ringsFrom());
    return m_clock.now() >= std::min<Moment>(notice.ringsFrom() + alarmPatience, end);
}

QList<StreamId> Robots::alarmsOfTheBook() const
{
    QList<StreamId> alarms;
    for (const Notice &notice : m_log.book().notices) {
        if (notice.alarm())
            alarms.append(notice.alarmId());
    }
    return alarms;
}

void Robots::tellAlarms(Robot &robot)
{
    if (!robot.isAtWork() || !robot.settings().tells(robot_kind::alarms))
        return;
    QList<News> news;
    QList<StreamId> told;
    for (const Notice &notice : m_log.book().notices) {
        const bool isTold = robot.state().alarms.contains(notice.alarmId());
        if (isTold || isUntaken(notice))
            told.append(notice.alarmId());
        if (!isTold && isUntaken(notice))
            news.append(untakenNews(notice));
    }
    if (told != robot.state().alarms)
        robot.takeAlarms(itemsFor(robot, news), told);
}

void Robots::stop(std::function<void()> stopped)
{
    m_timer.stop();
    m_stopped = std::move(stopped);
    for (const auto &robot : m_robots)
        robot->rest();
    if (isIdle())
        return finishStop();
    m_stopTimer.start(stopTime);
    for (const auto &robot : m_robots)
        connect(robot.get(), &Robot::becameIdle, this, [this] {
            if (isIdle())
                finishStop();
        });
}

bool Robots::isIdle() const
{
    return std::all_of(m_robots.begin(), m_robots.end(),
                       [](const auto &robot) { return robot->isIdle(); });
}

void Robots::finishStop()
{
    m_stopTimer.stop();
    endAll();
    if (const auto stopped = std::exchange(m_stopped, nullptr))
        stopped();
}

QString Robots::timeText(Moment moment) const
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), m_options.timezone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QStringList Robots::remarks() const
{
    QStringList all;
    for (const auto &robot : m_robots) {
        const RobotState &state = robot->state();
        if (!robot->isAtWork() || !state.lastFailure.isEmpty())
            continue;
        const QString last = state.lastAt
            ? QStringLiteral("its last message was taken at %1").arg(timeText(*state.lastAt))
            : QStringLiteral("it had nothing to tell yet");
        all.append(QStringLiteral("Robot %1 (%2): %3; %4 wait.")
                       .arg(robot->settings().name, serviceName(robot->settings().service), last)
                       .arg(state.waiting.size()));
    }
    return all;
}

QStringList Robots::problems() const
{
    QStringList all;
    for (const auto &robot : m_robots) {
        const RobotState &state = robot->state();
        if (!robot->isAtWork() || state.lastFailure.isEmpty() || !state.lastAt)
            continue;
        all.append(QStringLiteral("Robot %1 (%2) did not take a message at %3, %4 wait: %5 Try it: "
                                  "pressboardctl robot test %1")
                       .arg(robot->settings().name, serviceName(robot->settings().service),
                            timeText(*state.lastAt))
                       .arg(state.waiting.size())
                       .arg(state.lastFailure));
    }
    return all;
}

} // namespace pressboard::server
