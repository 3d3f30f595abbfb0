// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/log_keeper.h"
#include "server/log/event_log.h"
#include "server/redis/connection.h"
#include "server/writer/writer.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

namespace pressboard::test {

/// Everything of a server that keeps the log, on the fixture's Redis, in a hurry.
struct LogServer
{
    static server::LogOptions hurried()
    {
        using namespace std::chrono_literals;
        server::LogOptions options;
        options.checkInterval = 50ms;
        options.conditionsInterval = 100ms;
        options.leaseTime = 600ms;
        options.writerInterval = 20ms;
        options.checkpointInterval = 0ms;
        return options;
    }

    explicit LogServer(const RedisFixture &redis, server::LogOptions options = hurried(),
                       const Clock *clock = nullptr, qsizetype ringBytes = 16 << 20)
        : LogServer(redis.url(), std::move(options), clock, ringBytes)
    {
    }

    explicit LogServer(const QString &url, server::LogOptions options = hurried(),
                       const Clock *clock = nullptr, qsizetype ringBytes = 16 << 20)
        : endpoint(server::redis::Endpoint::parse(url).value())
        , reading(endpoint, QStringLiteral("test:read"))
        , commands(endpoint, QStringLiteral("test:log"))
        , log(ringBytes, defaultJoinSteps())
        , keeper(reading, commands, log, clock ? *clock : systemClock, options)
        , writer(commands, log, keeper, clock ? *clock : systemClock, options)
    {
    }

    /// `writes`: is a Writer at work, or only the keeper?
    void start(bool writes = true)
    {
        reading.open();
        commands.open();
        keeper.start();
        if (writes)
            writer.start();
    }

    QString epoch() const { return log.book().epoch; }
    qsizetype orders() const { return log.book().orders().size(); }

    SystemClock systemClock;
    server::redis::Endpoint endpoint;
    server::redis::Connection reading;
    server::redis::Connection commands;
    server::EventLog log;
    server::LogKeeper keeper;
    server::Writer writer;
};

/// Everything the server knows is in the checkpoint, and the day has begun.
inline bool isWritten(const LogServer &server)
{
    return server.log.book().day.date.isValid()
        && server.writer.checkpointPosition() == std::optional(server.log.position());
}

/// What a server that starts now would show.
inline Book freshBook(const RedisFixture &redis)
{
    LogServer fresh(redis);
    fresh.start(false);
    [&] { QTRY_VERIFY(fresh.keeper.isCurrent()); }();
    return fresh.log.book();
}

/// Puts an order into the log as redis-cli would; its ID, or Redis' error.
inline QByteArray addOrder(const RedisFixture &redis, qint64 orderId, int status = 1,
                           const QString &id = QStringLiteral("*"))
{
    return redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"), id,
                          QStringLiteral("type"), QStringLiteral("order_notification"),
                          QStringLiteral("data"),
                          QStringLiteral("{\"order_id\":%1,\"order_no\":\"PO%1\",\"status\":%2}")
                              .arg(orderId)
                              .arg(status)});
}

} // namespace pressboard::test
