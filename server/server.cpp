// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/server.h"

#include "server/component_options.h"
#include "server/config/config_keys.h"
#include "server/logging/logging.h"
#include "server/ops/push_remarks.h"
#include "server/redis/append_only_files.h"
#include "shared/base/random_id.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStorageInfo>
#include <QSysInfo>

#include <utility>

namespace pressboard::server {

using namespace std::chrono_literals;

Server::Server(Config config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(m_machineClock)
    , m_instance(randomId())
    , m_keys(component_options::log(m_config).keys)
    , m_embedded(m_config.usesEmbeddedRedis()
                     ? std::make_unique<redis::EmbeddedRedis>(m_config.dataDir)
                     : nullptr)
    , m_reading(component_options::endpoint(m_config), QStringLiteral("pressboard:read"))
    , m_commands(component_options::endpoint(m_config), QStringLiteral("pressboard:commands"))
    , m_listening(component_options::endpoint(m_config), QStringLiteral("pressboard:listen"))
    , m_oneRedis({&m_reading, &m_commands, &m_listening})
    , m_subscriber(m_listening, {m_keys.publishChannel(), m_keys.controlChannel()})
    , m_pubsub(m_subscriber, m_keys.publishChannel(), m_config.timezone)
    , m_pubsubGate(m_commands, m_subscriber, m_keys)
    , m_log(m_config.ringBytes, m_config.joinSteps, m_config.fields)
    , m_keeper(m_reading, m_commands, m_log, m_clock, component_options::log(m_config))
    , m_writer(m_commands, m_log, m_keeper, m_clock, component_options::log(m_config))
    , m_publisher(m_commands, m_keys)
    , m_inboxAppender(m_commands, m_keys)
    , m_channels(component_options::channels(m_config, Channels::Core), m_inboxAppender,
                 m_machineClock)
    , m_publishedChannels(component_options::channels(m_config, Channels::PubSub), m_machineClock)
    , m_robotStore(m_commands, m_writer, m_keys, component_options::readingRules(m_config))
    , m_robots(
          m_log, m_robotStore, m_robotPost, m_clock, [this] { return mayTell(); },
          component_options::robots(m_config))
    , m_stuck(
          m_log, m_clock, [this] { return mayTell(); },
          [this](const Event &event, const QByteArray &ref) { tellStuck(event, ref); },
          {m_config.stuck, m_config.timezone})
    , m_jwt(m_clock)
    , m_userStore(m_commands, m_keys, m_users)
    , m_rightsStore(m_commands, m_keys, m_users)
    , m_firstAdmin(m_userStore, m_users, m_clock, m_config.dataDir,
                   m_embedded ? 0ms : FirstAdmin::patience)
    , m_certificate(m_config.tlsFiles(), m_machineClock)
    , m_stations(m_commands, m_keys, m_instance, m_clock)
    , m_stationDesk(m_log, m_stations, m_commands, m_keys, m_clock)
    , m_alarmWatch(m_log, m_writer, m_clock, [this] { return mayTell(); })
    , m_hub(m_log, m_publisher, m_users, m_clock, component_options::hub(m_config, m_instance))
    , m_api(m_hub, m_log, m_clock, m_config.timezone)
    , m_listener(listenerOptions(), m_users, m_hub, [this] { return obstacle(); })
    , m_loop(*QCoreApplication::eventDispatcher())
    , m_redisMemory(m_commands)
    , m_ops([this] { return whatIsMissing(); }, [this] { return facts(); })
    , m_presence(m_commands, m_keys, m_instance, [this] { return presence(); })
    , m_started(m_machineClock.monotonic())
{
    m_listening.insistOnMaster(m_keys.absent());
    m_stopTimer.setSingleShot(true);
    connect(&m_stopTimer, &QTimer::timeout, this, &Server::finishStop);
    wireSource();
    wireUsers();
    wireCertificate();
    wirePubSub();
    wireOddities();
    wireStations();
    connect(&m_log, &EventLog::applied, this, [this] { ++m_events; });
    m_ops.setMetrics([this] { return toText(metrics()); });
    m_ops.setToken(m_config.opsToken.toUtf8());
    m_listener.setService(m_api);
    m_hub.setElsewhere([this](const Audience &audience, bool needsOrders) {
        return m_presence.onlineElsewhere(audience, needsOrders);
    });
}

void Server::wireSource()
{
    connect(&m_keeper, &LogKeeper::sourceLive, this,
            [this](Moment since) { m_hub.setSource(protocol::SourceState::Live, since); });
    connect(&m_keeper, &LogKeeper::sourceLost, this,
            [this](Moment since) { m_hub.setSource(protocol::SourceState::Lost, since); });
    connect(&m_hub, &Hub::aboutToTell, &m_keeper, &LogKeeper::checkSource);
    connect(&m_keeper, &LogKeeper::timeTold, this, [this](Moment now) { m_clock.adopt(now); });
    m_writer.setMayRetire([this] { return !m_clock.isDoubtful(); });
    m_writer.setIsAlone([this] { return m_presence.others().isEmpty(); });
    connect(&m_keeper, &LogKeeper::endDoubted, &m_hub, &Hub::setEndDoubted);
    connect(&m_hub, &Hub::clientAhead, &m_keeper, &LogKeeper::proveEnd);
    connect(&m_keeper, &LogKeeper::lossChanged, &m_hub, &Hub::setLoss);
    connect(&m_publisher, &RedisPublisher::acknowledged, &m_keeper, &LogKeeper::acknowledged);
    connect(&m_stationDesk, &StationDesk::acknowledged, &m_keeper, &LogKeeper::acknowledged);
    connect(&m_keeper, &LogKeeper::writesChanged, &m_hub, &Hub::setWrites);
    connect(&m_keeper, &LogKeeper::refused, this,
            [this](const Error &error) { Q_EMIT failed(error.message); });
    // The users are believed only beside an epoch, which the keeper may just have made.
    connect(&m_keeper, &LogKeeper::becameCurrent, &m_userStore, &UserStore::reload);
    connect(&m_keeper, &LogKeeper::becameCurrent, this, &Server::serveWhenReady);
    if (m_embedded) {
        connect(m_embedded.get(), &redis::EmbeddedRedis::failed, this, &Server::failed);
        connect(m_embedded.get(), &redis::EmbeddedRedis::started, this, &Server::openConnections);
    }
}

void Server::wireUsers()
{
    m_users.setSignedTokens(&m_jwt);
    readJwtKeys();
    m_keeper.setUsersBackup([this] { return m_userStore.rawUsers(); });
    connect(&m_users, &UserDirectory::changed, this, &Server::serveWhenReady);
    connect(&m_userStore, &UserStore::loaded, &m_rightsStore, &RightsStore::note);
    connect(&m_rightsStore, &RightsStore::told, this,
            [this](const QString &epoch, const QHash<QString, StreamId> &movedAt) {
                m_hub.rights().remember(epoch, movedAt);
                serveWhenReady();
            });
    connect(&m_rightsStore, &RightsStore::unknown, this, [this] {
        m_hub.rights().distrustAll();
        serveWhenReady();
    });
    connect(&m_firstAdmin, &FirstAdmin::failed, this, &Server::failed);
}

/// Whoever came in by a key that is gone is closed. Keys that cannot be read leave those that are
/// there.
void Server::readJwtKeys()
{
    for (const QString &problem : m_jwt.setUp(component_options::jwt(m_config)))
        qCWarning(lcAuth).noquote() << problem << "- the keys stay as they are";
    if (m_users.isLoaded())
        m_users.signedTokensChanged();
}

void Server::wireCertificate()
{
    connect(&m_certificate, &CertificateKeeper::renewed, &m_listener, &Listener::setTls);
}

ListenerOptions Server::listenerOptions() const
{
    ListenerOptions options = component_options::listener(m_config);
    options.tls = m_certificate.configuration();
    return options;
}

void Server::wirePubSub()
{
    connect(&m_subscriber, &redis::Subscriber::messageReceived, this,
            [this](const QByteArray &channel, const QByteArray &payload) {
                if (channel == m_keys.controlChannel())
                    handleControl(payload);
            });
    connect(&m_subscriber, &redis::Subscriber::failed, this, [](const QString &reason) {
        qCWarning(lcServer).noquote()
            << "Redis does not let this server listen, so what is published is lost, and changed "
               "users are seen late:"
            << reason;
    });
    connect(&m_writer, &Writer::becameWriter, &m_pubsubGate, &PubSubGate::begin);
    m_pubsub.setActive(m_config.pubsub);
    connect(&m_pubsub, &PubSubSource::received, this, &Server::appendHeard);
    connect(&m_pubsub, &PubSubSource::rejected, this, &Server::rejectHeard);
    connect(&m_publishedChannels, &PublishedChannels::received, this, &Server::appendHeard);
    connect(&m_publishedChannels, &PublishedChannels::rejected, this, &Server::rejectHeard);
}

/// What every server reads for itself, and what was refused before it came into the log.
void Server::wireOddities()
{
    const auto takeRejected = [this](const Rejected &entry) {
        m_oddities.takeRefused(entry.type, entry.reason);
    };
    connect(&m_keeper, &LogKeeper::foundOdd, &m_oddities, &OddityReport::take);
    connect(&m_keeper, &LogKeeper::rejected, &m_oddities, takeRejected);
    connect(&m_inboxAppender, &InboxAppender::rejected, &m_oddities, takeRejected);
    connect(&m_hub, &Hub::foundOdd, &m_oddities, &OddityReport::take);
    m_hub.setAskUnread([this] { return m_oddities.unread(); });
    connect(&m_oddities, &OddityReport::counted, &m_hub, &Hub::noteUnread);
}

void Server::wireStations()
{
    m_hub.setStationPost(&m_stationDesk);
    connect(&m_presence, &Presence::heard, this, [this] {
        QSet<QString> servers;
        for (const PresenceReport &other : m_presence.others())
            servers.insert(other.instance);
        if (m_commands.isReady()) // else nobody knows who lives
            m_stations.setServers(servers);
    });
}

/// What is published every server hears; the one that writes puts it into the log.
void Server::appendHeard(const Event &event)
{
    if (!m_writer.holdsLease() || !m_pubsubGate.isOpen())
        return;
    m_writer.append(event, [](const Result<StreamId> &stored) {
        if (!stored)
            qCWarning(lcIngest, "A published message was lost: %ls",
                      qUtf16Printable(stored.error().message));
    });
}

/// One server tells for all, and none that does not know what happened.
bool Server::mayTell() const
{
    return !m_stopping && m_writer.holdsLease() && m_keeper.isCurrent();
}

void Server::tellStuck(const Event &event, const QByteArray &ref)
{
    m_writer.appendOnce(event, ref, [](const Result<StreamId> &stored) {
        if (!stored)
            qCWarning(lcLog).noquote()
                << "A notice of stuck work was not written:" << stored.error().message;
    });
}

void Server::rejectHeard(const QString &reason, const QByteArray &head)
{
    if (!m_writer.holdsLease() || !m_pubsubGate.isOpen())
        return;
    m_oddities.takeRefused(QString(), reason);
    m_writer.reject(reason, head);
}

void Server::start()
{
    if (!openPorts())
        return;
    qCInfo(lcServer).noquote() << component_options::shopDay(m_config, m_machineClock.now());
    if (const QString hint = forgottenLog(); !hint.isEmpty())
        qCWarning(lcServer).noquote() << hint;
    m_keeper.start();
    m_writer.start();
    m_robots.start();
    m_stuck.start();
    if (m_embedded)
        m_embedded->start();
    else
        openConnections();
}

/// Somebody who sets `redis` in a shop that had the private one begins with an empty board.
QString Server::forgottenLog() const
{
    if (m_embedded || !redis::AppendOnlyFiles(m_config.dataDir).exist())
        return {};
    return QStringLiteral("The data directory %1 holds a log of the private Redis, and redis leads "
                          "to %2: what is in that log is on no board. pressboardctl backup, with "
                          "redis = \"embedded\", and restore bring it over.")
        .arg(m_config.dataDir, m_commands.endpoint().toDisplay());
}

void Server::openConnections()
{
    for (redis::Connection *connection : {&m_reading, &m_commands, &m_listening})
        connection->open();
    m_channels.open();
    m_publishedChannels.open();
}

bool Server::openPorts()
{
    // Never open without what was to be encrypted.
    if (!m_config.tlsFiles().isEmpty() && !m_certificate.configuration()) {
        Q_EMIT failed(m_certificate.problems().join(u' '));
        return false;
    }
    const auto port = m_listener.listen(m_config.listen.host, m_config.listen.port);
    if (!port) {
        Q_EMIT failed(port.error().message);
        return false;
    }
    const auto opsPort = m_ops.listen(m_config.ops.host, m_config.ops.port);
    if (!opsPort) {
        Q_EMIT failed(opsPort.error().message);
        return false;
    }
    m_address = ListenAddress{m_config.listen.host, *port}.toString();
    m_opsAddress = ListenAddress{m_config.ops.host, *opsPort}.toString();
    return true;
}

void Server::serveWhenReady()
{
    if (m_serving || obstacle())
        return;
    m_serving = true;
    m_presence.announce();
    Q_EMIT serving(m_address, m_opsAddress);
}

/// Why nobody is let in. Once it served, a lost Redis is no reason: a board that says it is stale
/// is better than none.
std::optional<QString> Server::obstacle() const
{
    if (m_stopping)
        return QStringLiteral("the server is stopping");
    if (m_serving)
        return std::nullopt;
    if (!m_keeper.isCurrent())
        return QStringLiteral("the log is not read yet");
    if (m_users.users().isEmpty())
        return QStringLiteral("the users are not read yet");
    if (!m_rightsStore.isKnown())
        return QStringLiteral("the users' rights are not read yet");
    return std::nullopt;
}

QStringList Server::whatIsMissing()
{
    m_keeper.checkSource();
    QStringList missing = reasonsNotReady();
    if (missing.isEmpty())
        return missing;
    for (const Problem &problem : m_keeper.problems()) // one of them may be why
        missing.append(problem.text);
    return missing;
}

QStringList Server::reasonsNotReady() const
{
    QStringList missing;
    if (m_stopping)
        missing.append(QStringLiteral("The server is stopping."));
    if (const QString why = m_commands.lostReason(); !why.isEmpty())
        missing.append(why);
    else if (!m_commands.isReady() || m_hub.source().state == protocol::SourceState::Lost)
        missing.append(
            QStringLiteral("Redis at %1 does not answer.").arg(m_commands.endpoint().toDisplay()));
    if (!m_keeper.isCurrent())
        missing.append(QStringLiteral("The log is not read to its end."));
    if (!m_users.isLoaded())
        missing.append(QStringLiteral("The users are not read yet."));
    if (!m_firstAdmin.obstacle().isEmpty())
        missing.append(m_firstAdmin.obstacle());
    missing += m_certificate.problems();
    return missing;
}

QJsonObject Server::facts() const
{
    const auto uptime =
        std::chrono::duration_cast<std::chrono::seconds>(m_machineClock.monotonic() - m_started);
    QJsonObject facts{
        {QLatin1StringView("version"), QStringLiteral(PRESSBOARD_VERSION)},
        {QLatin1StringView("uptime_s"), qint64(uptime.count())},
        {QLatin1StringView("rejected"), qint64(m_oddities.refused())},
        {QLatin1StringView("position"), m_log.position().toString()},
        {QLatin1StringView("epoch"), m_log.book().epoch},
        {QLatin1StringView("redis"), m_commands.endpoint().toDisplay()},
        {QLatin1StringView("prefix"), m_config.prefix},
        {QLatin1StringView("clients"), m_hub.sessionCount()},
        {QLatin1StringView("push"), toJson(m_hub.counters())},
        {QLatin1StringView("stats"),
         m_log.effectiveStats(dateAt(m_clock.now(), m_config.timezone))},
        {QLatin1StringView("unread"), m_oddities.tally().toJson()},
        {QLatin1StringView("remarks"), QJsonArray::fromStringList(m_oddities.tally().sentences())},
        {QLatin1StringView("channels"),
         m_config.channels == Channels::PubSub ? m_publishedChannels.facts() : m_channels.facts()}};
    if (const StreamId last = m_log.position(); !last.isNull()) {
        const auto age =
            std::chrono::duration_cast<std::chrono::seconds>(m_clock.now() - momentOf(last));
        facts.insert(QLatin1StringView("last_event_age_s"), std::max<qint64>(age.count(), 0));
    }
    if (const QJsonObject certificate = m_certificate.facts(); !certificate.isEmpty())
        facts.insert(QLatin1StringView("tls"), certificate);
    // No reason not to be ready: that would take every server out while reading is right.
    if (const QString why = m_keeper.writesObstacle(); !why.isEmpty())
        facts.insert(QLatin1StringView("degraded"), QJsonArray{why});
    return facts;
}

ServerMetrics Server::metrics()
{
    m_keeper.checkSource();
    ServerMetrics all;
    all.version = QStringLiteral(PRESSBOARD_VERSION);
    all.isReady = reasonsNotReady().isEmpty();
    all.events = m_events;
    all.rejected = m_oddities.refused();
    all.oddities = m_oddities.tally().total() - m_oddities.refused();
    all.deliveries = m_hub.deliveries();
    all.clients = m_hub.sessionCount();
    all.push = m_hub.counters();
    if (const StreamId last = m_log.position(); !last.isNull())
        all.lastEvent = momentOf(last);
    all.isWritable =
        m_commands.isReady() && m_keeper.isCurrent() && m_keeper.writesObstacle().isEmpty();
    all.isWriter = m_writer.holdsLease();
    all.checkpointLag = checkpointLag();
    all.redisBytes = m_redisMemory.bytes();
    all.diskFreeBytes = diskFree();
    all.certificateEnds = m_certificate.ends();
    for (const auto &robot : m_robots.all())
        all.robots.append(
            {robot->settings().name.toLatin1(), robot->counts().sent, robot->counts().failed});
    all.eventToSocket = m_hub.eventToSocket();
    all.loopTurns = m_loop.turns();
    all.process = platform::processUse();
    return all;
}

std::chrono::milliseconds Server::checkpointLag() const
{
    const StreamId checkpoint = m_writer.checkpointPosition().value_or(StreamId());
    if (checkpoint >= m_log.position())
        return 0ms;
    const StreamId oldest = m_log.ring().entryAfter(checkpoint).value_or(m_log.position());
    return std::max(m_clock.now() - momentOf(oldest), 0ms);
}

/// Of where the private Redis, or nothing but admin.token, lies.
std::optional<qint64> Server::diskFree() const
{
    const QStorageInfo disk(m_config.dataDir);
    return disk.isValid() ? std::optional(disk.bytesAvailable()) : std::nullopt;
}

PresenceReport Server::presence()
{
    m_keeper.checkSource();
    PresenceReport report;
    report.host = QSysInfo::machineHostName();
    report.address = m_address;
    report.version = QStringLiteral(PRESSBOARD_VERSION);
    report.position = m_log.position();
    report.clients = m_hub.sessionCount();
    report.users = int(m_users.users().size());
    report.sources = m_channels.summaries() + m_publishedChannels.summaries();
    report.remarks = remarksOn(m_hub.counters()) + m_oddities.tally().sentences()
        + m_channels.losses() + m_certificate.remarks() + m_robots.remarks();
    // While it serves nobody, "status" must not say that all is well.
    report.problems = reasonsNotReady() + m_channels.problems() + m_publishedChannels.problems()
        + m_robots.problems();
    if (m_clock.isDoubtful())
        report.problems.append(m_clock.doubt());
    for (const OnlineGroups &online : m_hub.online()) {
        report.sessions.append({QSet<QString>(online.groups.begin(), online.groups.end()),
                                online.viewOrders, online.sessions});
    }
    for (const Problem &problem : m_keeper.problems()) {
        if (!problem.isSeenInRedis())
            report.problems.append(problem.text);
    }
    return report;
}

void Server::handleControl(const QByteArray &message)
{
    if (message == "new log")
        m_keeper.checkNow();
    m_userStore.handleControl(message);
    m_presence.handleControl(message);
    m_stations.handleControl(message);
    m_stationDesk.handleControl(message);
}

void Server::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_stillStopping = 2;
    m_stopTimer.start(stopTime);
    const auto oneLess = [this] {
        if (--m_stillStopping == 0)
            finishStop();
    };
    m_listener.close();
    connect(&m_hub, &Hub::stopped, this, oneLess);
    m_hub.stop(QStringLiteral("planned stop"));
    // What is on its way to a robot is kept as the writer, or it comes twice.
    m_robots.stop([this, oneLess] { m_writer.stop(oneLess); });
}

void Server::reload(const Config &next)
{
    qCInfo(lcServer) << "SIGHUP: reading the settings, the users and the certificate again";
    takeUp(next);
    m_userStore.reload();
    m_certificate.look();
    readJwtKeys();
}

void Server::takeUp(const Config &next)
{
    QStringList taken;
    QStringList left;
    for (const ConfigKey &key : configKeys()) {
        if (key.get(m_config) == key.get(next))
            continue;
        (key.isReread ? taken : left).append(QLatin1StringView(key.name));
        if (key.isReread)
            key.set(m_config, key.get(next));
    }
    m_config.robots = next.robots; // their secrets are in no key
    applyConfig();
    takeUpReadingRules(taken);
    if (!taken.isEmpty())
        qCInfo(lcServer).noquote() << "Taken up:" << taken.join(QStringLiteral(", "));
    if (!left.isEmpty()) {
        qCWarning(lcServer).noquote()
            << "These settings count after a restart only:" << left.join(QStringLiteral(", "));
    }
}

void Server::applyConfig()
{
    component_options::setUpLogging(m_config);
    m_ops.setToken(m_config.opsToken.toUtf8());
    m_listener.setOptions(listenerOptions());
    const HubOptions options = component_options::hub(m_config, m_instance);
    m_hub.setOptions(options.shop, options.calls, options.limits);
    m_robots.setOptions(component_options::robots(m_config));
    m_stuck.setOptions({m_config.stuck, m_config.timezone});
}

/// Desks are told of the shop's own fields when they come.
void Server::takeUpReadingRules(const QStringList &taken)
{
    const bool areFieldsNew = taken.contains(QLatin1StringView("fields"));
    if (!areFieldsNew && !taken.contains(QLatin1StringView("status-words")))
        return;
    const ReadingRules rules = component_options::readingRules(m_config);
    m_keeper.setReadingRules(rules);
    m_robotStore.setRules(rules);
    m_hub.setRules(rules);
    if (!areFieldsNew)
        return;
    m_log.setCustomFields(m_config.fields);
    m_hub.sendAway(QStringLiteral("the shop's own fields changed"));
}

void Server::finishStop()
{
    if (std::exchange(m_leaving, true))
        return;
    m_stopTimer.stop();
    m_ops.close();
    // Not before that is answered, or nobody hears it; and in the next turn, since the connection
    // that answered is closed then.
    m_presence.withdraw([this] { QTimer::singleShot(0, this, &Server::leaveRedis); });
}

/// Before the private Redis goes, so that nobody mistakes its end for a loss.
void Server::leaveRedis()
{
    m_keeper.stop();
    m_channels.close();
    m_publishedChannels.close();
    for (redis::Connection *connection : {&m_reading, &m_commands, &m_listening})
        connection->close();
    if (!m_embedded) {
        Q_EMIT stopped();
        return;
    }
    connect(m_embedded.get(), &redis::EmbeddedRedis::stopped, this, &Server::stopped);
    m_embedded->stop();
}

} // namespace pressboard::server
