// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/heartbeat.h"
#include "client/connection/outbox.h"
#include "client/connection/retry_rhythm.h"
#include "client/connection/scheduler.h"
#include "client/connection/server_address.h"
#include "client/connection/socket.h"
#include "client/store/connection_state.h"
#include "client/store/store.h"

#include <QObject>

#include <optional>

namespace pressboard::client {

/// What a client tells of itself.
struct ClientInfo
{
    QString version;
    QString station; ///< 本机名称
    QString language; ///< "zh_CN"
    QString stationId = {}; ///< empty: no station, to servers that know stations
    QString kind = {}; ///< protocol::station_kind
    QString run = {}; ///< random, of this start of the program
    QString system = {}; ///< "Debian GNU/Linux 12"

    bool operator==(const ClientInfo &) const = default;
};

/// Keeps the store in sync with one server, for ever: connects, says where it stands, hands on
/// what comes, notices death, and comes back as the way it ended demands (NextAction). Whatever
/// happens, a timer of our own is running that ends it: it never hangs in connecting.
class Connection : public QObject
{
    Q_OBJECT
public:
    /// `store`, `scheduler` and `clock` must outlive the connection.
    Connection(Store &store, Scheduler &scheduler, const Clock &clock, SocketFactory sockets,
               Random random, ClientInfo info, QObject *parent = nullptr);
    ~Connection() override;

    /// Leaves whatever server it was with and connects to this one. The first time the store keeps
    /// its book, which is the cache's; after that another server or token means another book, and
    /// the store is emptied.
    void setTarget(const ServerAddress &address, const QString &token);
    /// Said in the next `hello`.
    void setInfo(const ClientInfo &info) { m_info = info; }
    /// A newer code of the same user: told to the server where there is a connection, which stays.
    void renewToken(const QString &token);
    void stop(); ///< until setTarget() or reconnectNow()
    /// The user wants it now. Does nothing without a target.
    void reconnectNow();
    /// Whether anybody can see the board: then it is known within seconds that it is old.
    void setShown(bool shown);
    /// The network changed or the computer woke: what waits tries at once, what lives is probed.
    void recheck();

    /// Into the log, by the server. `callback` is called once: when it is stored, refused, or after
    /// 30 s; across reconnects.
    void publish(const QString &type, const QJsonObject &data, const Audience &groups,
                 PublishCallback callback);
    /// Asks the server for something that it answers under a ref; else as publish().
    void request(const std::function<QByteArray(const QString &ref)> &encode,
                 PublishCallback callback);
    /// Asks for something that comes as a message of its own. Lost while not Live.
    void ask(const QByteArray &frame);

Q_SIGNALS:
    /// Another station that is on has the same lasting ID.
    void stationTaken();

private:
    void connectNow();
    void dropSocket(const QString &why);
    void receive(const QByteArray &frame);
    void receiveBinary(const QByteArray &frame);
    void process(const Result<protocol::ServerMessage> &message);
    bool isLegal(const protocol::ServerMessage &message) const;
    void dispatch(const protocol::ServerMessage &message);
    bool mayBeginSync();
    void handle(const protocol::ConnectionEstablished &message);
    void handle(const protocol::Sync &message);
    void handle(const protocol::Synced &message);
    void handle(const protocol::Pong &message);
    void handle(const protocol::Goodbye &message);
    void handle(const protocol::Ack &message);
    void handle(const protocol::Refusal &message);
    template<typename Other> void handle(const Other &message);
    void giveToStore(const protocol::ServerMessage &message);

    void giveUp(const QString &why);
    void breakOff(const QString &why);
    void lose(Ending ending);
    std::chrono::milliseconds waitedAlready(Retry retry) const;
    void setState(ConnectionState state);
    void setLinkUp(bool isUp);
    void refreshStatus();
    Lag lag() const;
    std::chrono::seconds pingInterval() const;
    void send(const QByteArray &frame);

    Store &m_store;
    const Clock &m_clock;
    SocketFactory m_sockets;
    ClientInfo m_info;

    std::optional<ServerAddress> m_address;
    QByteArray m_token;
    ConnectionStatus m_status; ///< what the store was told last
    std::unique_ptr<Socket> m_socket; ///< while Connecting, Syncing, Live
    bool m_shown = true;
    std::chrono::seconds m_heartbeatAsked{0}; ///< by the server of this socket, at least so often
    bool m_linkUp = true; ///< of this socket
    bool m_greeted = false; ///< connection_established came on this socket
    QStringList m_features; ///< of both sides, on this socket
    std::optional<std::chrono::milliseconds> m_retryAfter; ///< the goodbye of this socket
    std::chrono::milliseconds m_triedAt{0}; ///< monotonic: when this socket was opened
    std::optional<std::chrono::milliseconds> m_liveSince; ///< monotonic, of this socket
    std::chrono::milliseconds m_syncsSince{0}; ///< monotonic: since when they are counted
    int m_syncs = 0; ///< of this socket, in that minute

    RetryRhythm m_rhythm;
    Alarm m_retry; ///< Waiting: the next attempt
    Alarm m_patience; ///< Connecting, Syncing: how long we wait for the next step
    Alarm m_syncPatience; ///< Syncing: for the last one
    Heartbeat m_heartbeat;
    Outbox m_outbox;
};

} // namespace pressboard::client
