// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"
#include "server/auth/rights_store.h"
#include "server/auth/user_directory.h"
#include "server/auth/user_store.h"
#include "server/certificates/certificate_keeper.h"
#include "server/config/config.h"
#include "server/first_admin.h"
#include "server/follower/log_clock.h"
#include "server/follower/log_keeper.h"
#include "server/ingest/channels/channels_source.h"
#include "server/ingest/channels/published_channels.h"
#include "server/ingest/oddity_report.h"
#include "server/ingest/pubsub_source.h"
#include "server/jwt/jwt_login.h"
#include "server/listener/listener.h"
#include "server/log/event_log.h"
#include "server/metrics/loop_watch.h"
#include "server/metrics/server_metrics.h"
#include "server/ops/ops_server.h"
#include "server/ops/presence.h"
#include "server/ops/redis_memory.h"
#include "server/push/hub.h"
#include "server/receipts/alarm_watch.h"
#include "server/receipts/station_desk.h"
#include "server/redis/connection.h"
#include "server/redis/embedded_redis.h"
#include "server/redis/one_redis.h"
#include "server/redis/subscriber.h"
#include "server/robots/http_robot_post.h"
#include "server/robots/redis_robot_store.h"
#include "server/robots/robots.h"
#include "server/stations/station_registry.h"
#include "server/stuck/stuck_watch.h"
#include "server/writer/inbox_appender.h"
#include "server/writer/pubsub_gate.h"
#include "server/writer/redis_publisher.h"
#include "server/writer/writer.h"

#include <QObject>
#include <QTimer>

namespace pressboard::server {

/// The server: the only place that knows every component, and wires them. Members stand in the
/// order of their dependence, so that they go in the reverse.
class Server : public QObject
{
    Q_OBJECT
public:
    /// A planned stop takes no longer, whatever hangs.
    static constexpr std::chrono::milliseconds stopTime{1800};

    explicit Server(Config config, QObject *parent = nullptr);

    const Config &config() const { return m_config; }

    /// Opens the ports at once, so that a port in use is said before anything else begins; serves
    /// as soon as the log is read.
    void start();
    /// Says goodbye, writes the checkpoint, ends the private Redis.
    void stop();
    /// SIGHUP: reads the users again, as "users changed" on the control channel does, the
    /// certificate and the keys of signed codes, and takes up of `next` what a running server can;
    /// the rest is said.
    void reload(const Config &next);

Q_SIGNALS:
    /// From now on clients are let in.
    void serving(const QString &address, const QString &opsAddress);
    void failed(const QString &sentence);
    void stopped();

private:
    void wireSource();
    void wireUsers();
    void wireCertificate();
    void readJwtKeys();
    void wirePubSub();
    void wireOddities();
    void wireStations();
    void appendHeard(const Event &event);
    bool mayTell() const;
    void tellStuck(const Event &event, const QByteArray &ref);
    void rejectHeard(const QString &reason, const QByteArray &head);
    ListenerOptions listenerOptions() const;
    bool openPorts();
    QString forgottenLog() const;
    void openConnections();
    void serveWhenReady();
    QStringList whatIsMissing();
    QStringList reasonsNotReady() const;
    std::optional<QString> obstacle() const;
    QJsonObject facts() const;
    ServerMetrics metrics();
    std::chrono::milliseconds checkpointLag() const;
    std::optional<qint64> diskFree() const;
    void takeUp(const Config &next);
    void takeUpReadingRules(const QStringList &taken);
    void applyConfig();
    PresenceReport presence();
    void handleControl(const QByteArray &message);
    void finishStop();
    void leaveRedis();

    Config m_config; ///< but for what reload() takes up, as it was at the start
    const SystemClock m_machineClock;
    LogClock m_clock; ///< of everything but what Django's own clock is compared with
    const QByteArray m_instance;
    const redis::Keys m_keys;

    std::unique_ptr<redis::EmbeddedRedis> m_embedded; ///< null with a Redis of somebody else's
    redis::Connection m_reading;
    redis::Connection m_commands;
    redis::Connection m_listening;
    redis::OneRedis m_oneRedis;
    redis::Subscriber m_subscriber;
    PubSubSource m_pubsub;
    PubSubGate m_pubsubGate;

    OddityReport m_oddities;
    EventLog m_log;
    LogKeeper m_keeper;
    Writer m_writer;
    RedisPublisher m_publisher;
    InboxAppender m_inboxAppender;
    ChannelsSource m_channels;
    PublishedChannels m_publishedChannels;
    RedisRobotStore m_robotStore;
    HttpRobotPost m_robotPost;
    Robots m_robots;
    StuckWatch m_stuck;

    JwtLogin m_jwt;
    UserDirectory m_users;
    UserStore m_userStore;
    RightsStore m_rightsStore;
    FirstAdmin m_firstAdmin;

    CertificateKeeper m_certificate;
    StationRegistry m_stations;
    StationDesk m_stationDesk;
    AlarmWatch m_alarmWatch;
    Hub m_hub;
    Api m_api;
    Listener m_listener;
    LoopWatch m_loop;
    RedisMemory m_redisMemory;
    OpsServer m_ops;
    Presence m_presence;

    quint64 m_events = 0; ///< entries of the log that were read since the start
    const std::chrono::milliseconds m_started; ///< monotonic
    QTimer m_stopTimer;
    QString m_address;
    QString m_opsAddress;
    bool m_serving = false;
    bool m_stopping = false;
    bool m_leaving = false;
    int m_stillStopping = 0; ///< of the hub and the writer
};

} // namespace pressboard::server
