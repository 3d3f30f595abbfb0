// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/once_append.h"

#include <utility>

namespace pressboard::server::ctl {

/// One name for all, whoever runs the tool: a retry by hand is the same publish as the service's.
static constexpr QLatin1StringView refUser{"pressboardctl"};

OnceAppend::OnceAppend(redis::Connection &redis, redis::Keys keys)
    : m_redis(redis)
    , m_publisher(redis, std::move(keys))
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(patience);
    connect(&m_waiting, &QTimer::timeout, this, &OnceAppend::giveUp);
    connect(&m_redis, &redis::Connection::becameReady, this, &OnceAppend::askAgain);
}

void OnceAppend::start(QList<Referred> events)
{
    m_events = std::move(events);
    m_isUnsure = false;
    if (m_redis.isReady())
        ask();
    else
        wait(Error{m_redis.lostReason(), true});
}

void OnceAppend::ask()
{
    m_state = State::Asked;
    m_publisher.publishAll(refUser.toString(), m_events,
                           [this](const Result<QList<StreamId>> &ids) { take(ids); });
}

void OnceAppend::askAgain()
{
    if (m_state == State::Lost)
        ask();
}

void OnceAppend::take(const Result<QList<StreamId>> &ids)
{
    if (m_state != State::Asked)
        return; // given up
    if (!ids && !m_redis.isReady()) {
        m_isUnsure = true;
        return wait(ids.error());
    }
    if (!ids)
        return fail(ids.error());
    m_state = State::Idle;
    m_waiting.stop();
    Q_EMIT stored(*ids);
}

void OnceAppend::wait(const Error &error)
{
    m_state = State::Lost;
    m_loss = error;
    if (!m_waiting.isActive())
        m_waiting.start();
}

void OnceAppend::giveUp()
{
    fail(m_loss);
}

void OnceAppend::fail(const Error &error)
{
    m_state = State::Idle;
    m_waiting.stop();
    Q_EMIT failed(error, m_isUnsure);
}

} // namespace pressboard::server::ctl
