// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/status/server_question.h"

#include "shared/base/random_id.h"

#include <algorithm>

namespace pressboard::server::ctl {

ServerQuestion::ServerQuestion(redis::Connection &redis, redis::Keys keys, QObject *parent)
    : QObject(parent)
    , m_redis(redis)
    , m_keys(std::move(keys))
    , m_question(randomId())
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ServerQuestion::readReports);
}

void ServerQuestion::ask()
{
    m_asked.start();
    m_redis.command({"PUBLISH", m_keys.controlChannel(), reportMessage.toByteArray() + m_question},
                    this, [this](const redis::Reply &reply) {
                        if (reply.isError())
                            m_question.clear(); // an account without channels: as they last said
                    });
    m_redis.command({"ZRANGE", m_keys.servers(), "0", "-1"}, this,
                    [this](const redis::Reply &reply) { readNames(reply); });
}

void ServerQuestion::readNames(const redis::Reply &names)
{
    // An overwritten key is what the state of the log tells of.
    if (names.failed() && !names.text.startsWith("WRONGTYPE")) {
        Q_EMIT failed(names);
        return;
    }
    m_mget = {"MGET"};
    for (const redis::Reply &name : names.items)
        m_mget.append(m_keys.server(name.text));
    if (m_mget.size() == 1)
        Q_EMIT answered({});
    else
        readReports();
}

void ServerQuestion::readReports()
{
    m_redis.command(m_mget, this, [this](const redis::Reply &reply) { handleReports(reply); });
}

void ServerQuestion::handleReports(const redis::Reply &reply)
{
    if (reply.failed()) {
        Q_EMIT failed(reply);
        return;
    }
    QList<PresenceReport> reports;
    for (const redis::Reply &report : reply.items) {
        // It expires before the name does when a server dies.
        if (!report.isNil())
            reports.append(PresenceReport::fromJson(report.text));
    }
    const bool isComplete = std::ranges::none_of(
        reports, [this](const PresenceReport &report) { return report.isOlderThan(m_question); });
    if (isComplete || m_asked.hasExpired(patience.count()))
        Q_EMIT answered(reports);
    else
        m_again.start(interval);
}

} // namespace pressboard::server::ctl
