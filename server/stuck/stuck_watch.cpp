// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/stuck_watch.h"

#include "server/stuck/stuck_words.h"

#include <algorithm>
#include <limits>

namespace pressboard::server {

static constexpr QLatin1StringView keyPrefix{"stuck:"};
static constexpr QLatin1StringView ownSource{"server"};

StuckWatch::StuckWatch(const EventLog &log, const Clock &clock, std::function<bool()> mayTell,
                       Append append, Options options, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
    , m_mayTell(std::move(mayTell))
    , m_append(std::move(append))
    , m_options(std::move(options))
{
    m_nextSlice.setInterval(0);
    connect(&m_nextSlice, &QTimer::timeout, this, &StuckWatch::lookOn);
    connect(&m_timer, &QTimer::timeout, this, &StuckWatch::begin);
    connect(&log, &EventLog::wasReset, this, [this] {
        m_pass.reset();
        m_nextSlice.stop();
    });
}

void StuckWatch::setOptions(const Options &options)
{
    if (options == m_options)
        return;
    m_options = options;
    m_pass.reset();
    m_nextSlice.stop();
}

/// Also where nothing is set: what was raised while something was is withdrawn then.
void StuckWatch::start()
{
    m_timer.start(interval);
}

void StuckWatch::begin()
{
    if (m_pass || !m_mayTell())
        return;
    if (m_options.settings.isOff() && raised().isEmpty())
        return;
    const Moment now = m_clock.now();
    m_pass.emplace(m_log.book(), m_options.settings, m_log.ready().joinSteps(), now,
                   dateAt(now, m_options.timezone));
    m_nextSlice.start();
}

void StuckWatch::lookOn()
{
    m_pass->look(m_log.book(), ordersAtOnce);
    if (m_pass->isReady())
        settle();
}

void StuckWatch::lookThrough()
{
    begin();
    while (m_pass)
        lookOn();
}

bool StuckWatch::isOurs(const Notice &notice) const
{
    return notice.key().startsWith(keyPrefix) && notice.publisher == publisherOfSource(ownSource);
}

QSet<QString> StuckWatch::raised() const
{
    QSet<QString> keys;
    for (const Notice &notice : m_log.book().notices) {
        if (isOurs(notice))
            keys.insert(notice.key());
    }
    return keys;
}

void StuckWatch::settle()
{
    m_nextSlice.stop();
    const QList<StuckCase> cases = m_pass->cases();
    m_pass.reset();
    if (!m_mayTell())
        return;
    const QSet<QString> before = raised();
    QSet<QString> now;
    for (const StuckCase &found : cases) {
        now.insert(found.key());
        if (!before.contains(found.key()))
            raise(found);
    }
    const QList<Notice> notices = m_log.book().notices;
    for (const Notice &notice : notices) {
        if (isOurs(notice) && !now.contains(notice.key()))
            withdraw(notice);
    }
}

/// One that somebody took down stays down, for the time that the ref is remembered.
void StuckWatch::raise(const StuckCase &found)
{
    Event event;
    event.type = event_type::notice;
    event.source = ownSource;
    event.groups = Audience(m_options.settings.groups);
    event.data = {{QStringLiteral("message"),
                   stuckMessage(found, m_options.settings.language, m_options.timezone)},
                  {QStringLiteral("type"), levelName(NoticeLevel::Warning)},
                  {QStringLiteral("key"), found.key()},
                  {QStringLiteral("order_id"), found.orderId.toJson()},
                  {QStringLiteral("timestamp"), toWire(m_clock.now())}};
    const QString since =
        found.due.isValid() ? found.due.toString(Qt::ISODate) : toWire(found.since);
    m_append(event, QStringList{found.key(), m_log.book().epoch, since}.join(u':').toUtf8());
}

void StuckWatch::withdraw(const Notice &notice)
{
    Event event;
    event.type = event_type::notice;
    event.source = ownSource;
    event.groups = notice.audience;
    // Desks of before know no keys.
    event.data = {{QStringLiteral("message"), QString()},
                  {QStringLiteral("key"), notice.key()},
                  {QStringLiteral("replaces"), notice.id.toString()}};
    m_append(event, notice.id.toBytes() + ":over");
}

} // namespace pressboard::server
