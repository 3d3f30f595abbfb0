// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redis_fault.h"

#include "tests/support/redis/redis_fixture.h"

#include <QFile>
#include <QTcpSocket>
#include <QtDebug>

namespace pressboard::test {

namespace {

QByteArray tryToWrite(const RedisFixture &redis)
{
    return redis.command(words("XADD probe * a b"));
}

bool isRefused(const RedisFixture &redis)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), redis.port());
    return !socket.waitForConnected() && socket.error() == QAbstractSocket::ConnectionRefusedError;
}

/// The system says so; the signal is sent, but a process stops when it gets its turn.
bool isHeld(const RedisFixture &redis)
{
    for (int look = 0; look < 1'000'000; ++look) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(redis.pid()));
        if (stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") T "))
            return true;
    }
    return false;
}

void set(RedisFixture &redis, RedisFault fault)
{
    switch (fault) {
    case RedisFault::Stopped:
        return redis.kill();
    case RedisFault::Frozen:
        return redis.pause();
    case RedisFault::Full:
        redis.command(words("CONFIG SET maxmemory-policy noeviction"));
        redis.command(words("CONFIG SET maxmemory 1"));
        return;
    case RedisFault::Demoted:
        redis.command(words("REPLICAOF 127.0.0.1 1"));
        return;
    }
}

bool isThere(const RedisFixture &redis, RedisFault fault)
{
    switch (fault) {
    case RedisFault::Stopped:
        return isRefused(redis);
    case RedisFault::Frozen:
        return isHeld(redis);
    case RedisFault::Full:
        return tryToWrite(redis).startsWith("OOM");
    case RedisFault::Demoted:
        return tryToWrite(redis).startsWith("READONLY");
    }
    return false;
}

} // namespace

bool inject(RedisFixture &redis, RedisFault fault)
{
    set(redis, fault);
    if (isThere(redis, fault))
        return true;
    qWarning("The fault did not happen.");
    return false;
}

bool lift(RedisFixture &redis, RedisFault fault)
{
    switch (fault) {
    case RedisFault::Stopped:
        return redis.start();
    case RedisFault::Frozen:
        redis.resume();
        return redis.command(words("PING")) == "PONG";
    case RedisFault::Full:
        return redis.command(words("CONFIG SET maxmemory 0")) == "OK";
    case RedisFault::Demoted:
        return redis.command(words("REPLICAOF NO ONE")) == "OK";
    }
    return false;
}

} // namespace pressboard::test
