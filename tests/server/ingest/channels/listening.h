// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/channels_source.h"
#include "tests/server/ingest/channels/fake_log.h"
#include "tests/support/redis/redis_fixture.h"

#include <memory>

namespace pressboard::test {

/// A source that listens to the channel layer on these fixtures, and the log it fills.
class Listening
{
public:
    /// Generous: the machine may be busy with everybody's tests.
    static constexpr int patienceMs = 20'000;

    explicit Listening(const QList<const RedisFixture *> &hosts)
        : m_ownLog(std::make_unique<FakeLog>())
        , log(*m_ownLog)
        , source(optionsFor(hosts), log, clock)
    {
        source.open();
    }

    explicit Listening(const QString &url, server::InboxBounds bounds = {})
        : m_ownLog(std::make_unique<FakeLog>())
        , log(*m_ownLog)
        , source(optionsFor(QStringList{url}, bounds), log, clock)
    {
        source.open();
    }

    /// Another server of the same log.
    Listening(const QList<const RedisFixture *> &hosts, FakeLog &sharedLog)
        : log(sharedLog)
        , source(optionsFor(hosts), log, clock)
    {
        source.open();
    }

    bool isJoined() const
    {
        for (const QJsonValue host : source.facts()) {
            if (!host.toObject().value(QStringLiteral("joined_since")).isNull())
                return true;
        }
        return false;
    }

    /// Of the first host.
    qint64 fact(QLatin1StringView name) const
    {
        return source.facts().first().toObject().value(name).toInteger();
    }
    qint64 eventsTaken() const { return fact(QLatin1StringView("events")); }

private:
    std::unique_ptr<FakeLog> m_ownLog;

public:
    const SystemClock clock;
    FakeLog &log;
    server::ChannelsSource source;

private:
    static server::ChannelsOptions optionsFor(const QList<const RedisFixture *> &hosts)
    {
        QStringList urls;
        for (const RedisFixture *host : hosts)
            urls.append(host->url());
        return optionsFor(urls);
    }

    static server::ChannelsOptions optionsFor(const QStringList &urls,
                                              server::InboxBounds bounds = {})
    {
        server::ChannelsOptions options;
        options.inbox = bounds;
        // What is not encrypted is read all the same.
        options.keys = {server::Fernet::ofSecret("press secret")};
        options.timezone = QTimeZone("Asia/Shanghai");
        for (const QString &url : urls)
            options.hosts.append(server::redis::Endpoint::parse(url).value());
        return options;
    }
};

} // namespace pressboard::test
