// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/endpoint.h"

#include <QAbstractSocket>
#include <QByteArray>

#include <chrono>

/// What went wrong with a connection, in sentences that say what to do: for the log and `status`.
namespace pressboard::server::redis::sentences {

/// The socket's own failure. `system` is Qt's text for it.
QString socketFailed(const Endpoint &endpoint, QAbstractSocket::SocketError error,
                     const QString &system);
/// Redis said no: WRONGPASS, NOAUTH, NOPERM, LOADING, maxclients …
QString refused(const Endpoint &endpoint, const QByteArray &errorReply);
/// Who says so takes no writes of ours: a replica, a Redis that still reads its data, or a node of
/// a cluster to which our keys do not belong (any more).
bool isNoMaster(const QByteArray &errorReply);
/// A master that takes no writes at the moment: it may answer so even to PING.
bool isNoWrite(const QByteArray &errorReply);
/// A Redis Cluster says no, and why is clear only to who knows it well: the error with what to do
/// behind it. Any other error as it is.
QByteArray withClusterAdvice(const QByteArray &errorReply);
QString isReplica(const Endpoint &endpoint, const QByteArray &master);
/// Another connection by the same address led to another Redis.
QString anotherRedis(const Endpoint &endpoint);
/// The sentinels name another one.
QString anotherMaster(const Endpoint &endpoint, const Endpoint &master);
QString slowMaster(const Endpoint &endpoint);
QString nameMoved(const Endpoint &endpoint, const QHostAddress &before);
/// What answers there does not speak Redis' protocol.
QString notRedis(const Endpoint &endpoint);
/// An error reply without the place in our script where it arose, which says nothing to people.
QByteArray withoutScript(const QByteArray &errorReply);
QString silent(const Endpoint &endpoint, std::chrono::milliseconds waited);

} // namespace pressboard::server::redis::sentences
