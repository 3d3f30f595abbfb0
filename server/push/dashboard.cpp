// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/dashboard.h"

#include "shared/protocol/codec.h"

namespace pressboard::server {

Dashboard::Dashboard(EventLog &log, const Clock &clock, QTimeZone shopZone)
    : m_log(log)
    , m_clock(clock)
    , m_zone(std::move(shopZone))
{
}

QJsonObject Dashboard::numbers() const
{
    return m_log.effectiveStats(dateAt(m_clock.now(), m_zone));
}

QJsonObject Dashboard::tell()
{
    const QJsonObject now = numbers();
    m_throttle.told(now);
    return now;
}

void Dashboard::append()
{
    const QJsonObject now = numbers();
    if (m_throttle.offer(now, m_clock.monotonic()))
        m_log.appendDerived(FrameKind::Numbers, protocol::encode(protocol::Numbers{now}),
                            m_log.book().complete ? classicForm(now) : QByteArray());
}

QByteArray Dashboard::classicForm(QJsonObject numbers) const
{
    for (const auto ours :
         {QLatin1StringView("ready_steps_count"), QLatin1StringView("complete")}) {
        if (!m_log.book().publishedNumbers.contains(ours))
            numbers.remove(ours);
    }
    return protocol::encode(protocol::Numbers{numbers});
}

std::optional<QByteArray> Dashboard::forClassic()
{
    const auto now = m_clock.monotonic();
    const QJsonObject &published = m_log.book().publishedNumbers;
    if (m_log.book().complete || m_classicThrottle.rest(now).count() > 0
        || !m_classicThrottle.offer(published, now) || published.isEmpty())
        return std::nullopt;
    return protocol::encode(protocol::Numbers{published});
}

} // namespace pressboard::server
