// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/presence.h"

#include "server/redis/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pressboard::server {

namespace {

constexpr QLatin1StringView instanceKey{"instance"};
constexpr QLatin1StringView hostKey{"host"};
constexpr QLatin1StringView addressKey{"address"};
constexpr QLatin1StringView versionKey{"version"};
constexpr QLatin1StringView positionKey{"position"};
constexpr QLatin1StringView clientsKey{"clients"};
constexpr QLatin1StringView usersKey{"users"};
constexpr QLatin1StringView sessionsKey{"sessions"};
constexpr QLatin1StringView groupsKey{"groups"};
constexpr QLatin1StringView askedKey{"asked"};
constexpr QLatin1StringView countKey{"n"};
constexpr QLatin1StringView noticesOnlyKey{"notices_only"};
constexpr QLatin1StringView problemsKey{"problems"};
constexpr QLatin1StringView remarksKey{"remarks"};
constexpr QLatin1StringView sourcesKey{"sources"};

// The names are kept in a sorted set by the time they expire, so that nobody needs to SCAN. Time
// is Redis' own: the servers' clocks need not agree.
// KEYS: our report, the names. ARGV: the report, its lifetime in ms, our name, the reports' prefix.
const QByteArray announcement = QByteArrayLiteral(R"(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[3])
local others = {}
for _, name in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  local report = name ~= ARGV[3] and redis.call('GET', ARGV[4] .. name)
  if report then others[#others + 1] = report end
end
return others)");

const QByteArray withdrawal =
    QByteArrayLiteral("redis.call('DEL', KEYS[1])\nreturn redis.call('ZREM', KEYS[2], ARGV[1])");

QJsonObject toJson(const PresenceReport::Sessions &sessions)
{
    QStringList groups = sessions.groups.values();
    groups.sort();
    QJsonObject object{{groupsKey, QJsonArray::fromStringList(groups)}, {countKey, sessions.count}};
    if (!sessions.viewOrders)
        object.insert(noticesOnlyKey, true);
    return object;
}

PresenceReport::Sessions sessionsFromJson(const QJsonObject &object)
{
    PresenceReport::Sessions sessions;
    for (const QJsonValue &group : object.value(groupsKey).toArray())
        sessions.groups.insert(group.toString());
    sessions.viewOrders = !object.value(noticesOnlyKey).toBool();
    sessions.count = object.value(countKey).toInt();
    return sessions;
}

QStringList sentences(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue sentence : array.toArray())
        all.append(sentence.toString());
    return all;
}

} // namespace

QByteArray PresenceReport::toJson() const
{
    QJsonArray all;
    for (const Sessions &some : sessions)
        all.append(pressboard::server::toJson(some));
    QJsonObject report{{instanceKey, instance},
                       {hostKey, host},
                       {addressKey, address},
                       {versionKey, version},
                       {positionKey, position.toString()},
                       {clientsKey, clients},
                       {usersKey, users},
                       {sessionsKey, all}};
    if (asked)
        report.insert(askedKey, QString::fromUtf8(*asked));
    for (const auto &[key, sentences] :
         {std::pair(problemsKey, problems), std::pair(remarksKey, remarks),
          std::pair(sourcesKey, sources)}) {
        if (!sentences.isEmpty())
            report.insert(key, QJsonArray::fromStringList(sentences));
    }
    return QJsonDocument(report).toJson(QJsonDocument::Compact);
}

PresenceReport PresenceReport::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PresenceReport report;
    report.instance = object.value(instanceKey).toString();
    report.host = object.value(hostKey).toString();
    report.address = object.value(addressKey).toString();
    report.version = object.value(versionKey).toString();
    report.position = StreamId::parse(object.value(positionKey).toString()).value_or(StreamId());
    report.clients = object.value(clientsKey).toInt();
    report.users = object.value(usersKey).toInt();
    if (const QJsonValue asked = object.value(askedKey); asked.isString())
        report.asked = asked.toString().toUtf8();
    for (const QJsonValue &some : object.value(sessionsKey).toArray())
        report.sessions.append(sessionsFromJson(some.toObject()));
    report.problems = sentences(object.value(problemsKey));
    report.remarks = sentences(object.value(remarksKey));
    report.sources = sentences(object.value(sourcesKey));
    return report;
}

Presence::Presence(redis::Connection &connection, redis::Keys keys, QByteArray instance,
                   std::function<PresenceReport()> report, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_instance(std::move(instance))
    , m_report(std::move(report))
{
    connect(&m_connection, &redis::Connection::becameReady, this, &Presence::announce);
    connect(&m_timer, &QTimer::timeout, this, &Presence::announce);
    m_timer.start(interval);
}

int Presence::onlineElsewhere(const Audience &audience, bool needsOrders) const
{
    int count = 0;
    for (const PresenceReport &other : m_others) {
        for (const PresenceReport::Sessions &sessions : other.sessions) {
            if ((sessions.viewOrders || !needsOrders) && audience.admits(sessions.groups))
                count += sessions.count;
        }
    }
    return count;
}

void Presence::announce()
{
    if (!m_connection.isReady() || !m_timer.isActive())
        return;
    PresenceReport report = m_report();
    report.asked = m_asked;
    report.instance = QString::fromLatin1(m_instance);
    const auto lifetimeMs = std::chrono::milliseconds(lifetime).count();
    m_connection.command({"EVAL", announcement, "2", m_keys.server(m_instance), m_keys.servers(),
                          report.toJson(), QByteArray::number(qint64(lifetimeMs)), m_instance,
                          m_keys.server({})},
                         this, [this](const redis::Reply &reply) { handleReply(reply); });
}

void Presence::handleControl(QByteArrayView message)
{
    if (!message.startsWith(reportMessage))
        return;
    m_asked = message.sliced(reportMessage.size()).toByteArray().left(askedLength);
    announce();
}

void Presence::handleReply(const redis::Reply &reply)
{
    m_others.clear(); // without an answer nobody knows who else is there
    for (const redis::Reply &report : reply.items)
        m_others.append(PresenceReport::fromJson(report.text));
    Q_EMIT heard();
}

void Presence::withdraw(std::function<void()> done)
{
    m_timer.stop();
    m_connection.command(
        {"EVAL", withdrawal, "2", m_keys.server(m_instance), m_keys.servers(), m_instance}, this,
        [done = std::move(done)](const redis::Reply &) { done(); }, patience);
}

} // namespace pressboard::server
