// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/sentences.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <array>

namespace pressboard::server::redis::sentences {

namespace {

QString localSocketFailed(const Endpoint &endpoint, QAbstractSocket::SocketError error,
                          const QString &system)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return QStringLiteral(
                   "There is no Redis socket at %1: start Redis, or correct the address.")
            .arg(endpoint.socketPath);
    case QAbstractSocket::ConnectionRefusedError:
        return QStringLiteral("No Redis listens on the socket %1 any more: start Redis.")
            .arg(endpoint.socketPath);
    case QAbstractSocket::SocketAccessError:
        return QStringLiteral("This user may not open the Redis socket %1: add the user to the "
                              "socket's group, or set unixsocketperm in Redis.")
            .arg(endpoint.socketPath);
    default:
        return QStringLiteral("The connection to %1 broke: %2").arg(endpoint.toDisplay(), system);
    }
}

/// What Redis' error begins with, and what that means to the reader of the log.
struct Refusal
{
    QByteArrayView prefix;
    QLatin1StringView sentence; ///< %1 the address
};

constexpr std::array refusals{
    Refusal{"WRONGPASS",
            QLatin1StringView("Redis at %1 refuses the user or the password: correct them in the "
                              "redis setting (redis://user:password@host:port).")},
    Refusal{"NOAUTH",
            QLatin1StringView("Redis at %1 wants a password: put it into the redis setting "
                              "(redis://:password@host:port).")},
    Refusal{"ERR AUTH",
            QLatin1StringView("Redis at %1 has no password set, but the redis setting has one: "
                              "remove it there, or set requirepass in Redis.")},
    Refusal{"ERR Client sent AUTH",
            QLatin1StringView("Redis at %1 has no password set, but the redis setting has one: "
                              "remove it there, or set requirepass in Redis.")},
    Refusal{"NOPERM",
            QLatin1StringView("The Redis user may not do this at %1: give it the right with "
                              "ACL SETUSER.")},
    Refusal{"LOADING",
            QLatin1StringView("Redis at %1 is still reading its data from the disk: wait a "
                              "little, it is tried again by itself.")},
    Refusal{"BUSY",
            QLatin1StringView("Redis at %1 is busy with a script: wait, or end it with "
                              "SCRIPT KILL.")},
    Refusal{"READONLY",
            QLatin1StringView("Redis at %1 is a replica and takes no writes: use the master's "
                              "address. It is tried again by itself.")},
    Refusal{"MASTERDOWN",
            QLatin1StringView("Redis at %1 is a replica that has lost its master: use the "
                              "master's address.")},
    Refusal{"ERR max number of clients",
            QLatin1StringView("Redis at %1 has too many clients: raise maxclients in Redis, or "
                              "look who holds so many connections with CLIENT LIST.")},
    Refusal{"ERR DB index",
            QLatin1StringView("Redis at %1 has no such database: correct the number at the end "
                              "of the redis setting.")},
    Refusal{"DENIED",
            QLatin1StringView("Redis at %1 is in protected mode and refuses other machines: set "
                              "a password and bind in Redis.")},
};

constexpr std::array clusterAdvice{
    Refusal{"CROSSSLOT",
            QLatin1StringView("This is a Redis Cluster: it keeps our keys together only when a "
                              "part of the setting prefix is in braces: prefix = \"{shop}:\".")},
    Refusal{"MOVED",
            QLatin1StringView("This is a Redis Cluster, and our keys belong to the node that is "
                              "named: put its address into the redis setting. They are all there "
                              "when a part of the setting prefix is in braces: prefix = "
                              "\"{shop}:\".")},
    Refusal{"ASK",
            QLatin1StringView("This Redis Cluster is moving our keys to the node that is named: "
                              "put its address into the redis setting when that is done.")},
    Refusal{"TRYAGAIN",
            QLatin1StringView("This Redis Cluster is moving our keys to another node: put that "
                              "one's address into the redis setting when that is done.")},
    Refusal{"CLUSTERDOWN",
            QLatin1StringView("This Redis Cluster lacks nodes: \"redis-cli --cluster check\" says "
                              "which. It is tried again by itself.")},
    Refusal{"ERR SELECT is not allowed in cluster mode",
            QLatin1StringView("A Redis Cluster has no databases: take the number off the end of "
                              "the redis setting.")},
};

} // namespace

QString socketFailed(const Endpoint &endpoint, QAbstractSocket::SocketError error,
                     const QString &system)
{
    const QString where = endpoint.toDisplay();
    if (error == QAbstractSocket::RemoteHostClosedError)
        return QStringLiteral("Redis at %1 closed the connection.").arg(where);
    if (endpoint.isLocal())
        return localSocketFailed(endpoint, error, system);
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QStringLiteral("Nothing listens at %1: start Redis there, or correct the address.")
            .arg(where);
    case QAbstractSocket::HostNotFoundError:
        return QStringLiteral("The host name of %1 is not known: correct it, or write the IP "
                              "address.")
            .arg(where);
    case QAbstractSocket::SslHandshakeFailedError:
        return QStringLiteral("TLS with %1 failed: %2 Check that it speaks TLS on that port and "
                              "that its certificate is for this name and from a CA that this "
                              "machine trusts.")
            .arg(where, system.endsWith(u'.') ? system : system + u'.');
    default:
        return QStringLiteral("The connection to %1 broke: %2").arg(where, system);
    }
}

QString refused(const Endpoint &endpoint, const QByteArray &errorReply)
{
    const QString said = QString::fromUtf8(errorReply.left(400));
    for (const Refusal &refusal : refusals) {
        if (errorReply.startsWith(refusal.prefix))
            return QString(refusal.sentence).arg(endpoint.toDisplay())
                + QStringLiteral(" (%1)").arg(said);
    }
    return QStringLiteral("Redis at %1 refuses: %2").arg(endpoint.toDisplay(), said);
}

bool isNoMaster(const QByteArray &errorReply)
{
    return errorReply.startsWith("READONLY") || errorReply.startsWith("MASTERDOWN")
        || errorReply.startsWith("LOADING") || errorReply.startsWith("MOVED")
        || errorReply.startsWith("CLUSTERDOWN");
}

bool isNoWrite(const QByteArray &errorReply)
{
    return errorReply.startsWith("MISCONF") || errorReply.startsWith("NOREPLICAS")
        || errorReply.startsWith("OOM");
}

QByteArray withClusterAdvice(const QByteArray &errorReply)
{
    for (const Refusal &refusal : clusterAdvice) {
        if (errorReply.startsWith(refusal.prefix))
            return errorReply + ". " + refusal.sentence.data();
    }
    return errorReply;
}

QString isReplica(const Endpoint &endpoint, const QByteArray &master)
{
    return QStringLiteral("Redis at %1 is a replica of %2, whose data may be old: use the master's "
                          "address, or make it the master with REPLICAOF NO ONE. It is tried again "
                          "by itself.")
        .arg(endpoint.toDisplay(), QString::fromUtf8(master));
}

QString anotherRedis(const Endpoint &endpoint)
{
    return QStringLiteral("The address %1 leads to another Redis now: connecting again. When this "
                          "comes back, a proxy leads it to several at a time.")
        .arg(endpoint.toDisplay());
}

QString anotherMaster(const Endpoint &endpoint, const Endpoint &master)
{
    return QStringLiteral("The sentinels of %1 name %2:%3 as the master now: connecting to it.")
        .arg(endpoint.masterName, master.host)
        .arg(master.port);
}

QString slowMaster(const Endpoint &endpoint)
{
    return QStringLiteral("The master %1 was slow to answer: asking the sentinels whether it still "
                          "is the master.")
        .arg(endpoint.masterName);
}

QString nameMoved(const Endpoint &endpoint, const QHostAddress &before)
{
    return QStringLiteral("The name in %1 leads elsewhere than to %2 now: connecting again.")
        .arg(endpoint.toDisplay(), before.toString());
}

QByteArray withoutScript(const QByteArray &errorReply)
{
    // Redis 7 says it behind the error, Redis 6 before it.
    static const QRegularExpression place(
        QStringLiteral(" script: [0-9a-f]{40}, on @user_script:\\d+\\.?$"
                       "|^ERR Error running script \\(.*?\\): (@user_script:? ?\\d+: ?)+-?"));
    return QString::fromUtf8(errorReply).remove(place).toUtf8();
}

QString notRedis(const Endpoint &endpoint)
{
    return QStringLiteral("What answers at %1 is not a Redis: correct the address%2.")
        .arg(endpoint.toDisplay(),
             endpoint.tls || endpoint.isLocal()
                 ? QString()
                 : QStringLiteral(" (a Redis with TLS is rediss://)"));
}

QString silent(const Endpoint &endpoint, std::chrono::milliseconds waited)
{
    return QStringLiteral("Redis at %1 has not answered for %2 s.")
        .arg(endpoint.toDisplay(), QString::number(double(waited.count()) / 1000));
}

} // namespace pressboard::server::redis::sentences
