// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/ending.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <functional>
#include <memory>

namespace pressboard::client {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// One attempt to be connected: opened once, then thrown away. A WebSocket, or memory in tests.
/// It has no timers: a socket that stays silent is its owner's to give up.
class Socket : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void open(const QUrl &url, const Headers &headers, const QString &subprotocol) = 0;
    virtual void sendText(const QByteArray &utf8) = 0;
    /// Says why, then goes. Like abort(), without closed().
    virtual void close(quint16 code, const QString &reason) = 0;
    virtual void abort() = 0;

Q_SIGNALS:
    void opened();
    void textReceived(const QByteArray &utf8);
    void binaryReceived(const QByteArray &bytes);
    /// The network interface that this goes through went down, or is up again.
    void linkChanged(bool isUp);
    /// The other end or the network ended it. The last signal, emitted once.
    void closed(const pressboard::client::Ending &ending);
};

using SocketFactory = std::function<std::unique_ptr<Socket>()>;

} // namespace pressboard::client
