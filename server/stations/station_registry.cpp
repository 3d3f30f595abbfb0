// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stations/station_registry.h"

#include "server/redis/connection.h"
#include "server/redis/script.h"
#include "server/scripts/scripts.h"
#include "shared/base/limits.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

static constexpr qsizetype idsOfMessage = 100;

StationRegistry::StationRegistry(redis::Connection &connection, redis::Keys keys,
                                 QByteArray instance, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_instance(QString::fromLatin1(instance))
    , m_clock(clock)
{
    connect(&m_connection, &redis::Connection::becameReady, this, &StationRegistry::load);
    connect(&m_teller, &QTimer::timeout, this, &StationRegistry::tell);
    connect(&m_toucher, &QTimer::timeout, this, &StationRegistry::touch);
    m_teller.setSingleShot(true);
    m_toucher.start(touchInterval);
}

const StationRecord *StationRegistry::station(const QString &id) const
{
    const auto found = m_stations.constFind(id);
    return found == m_stations.cend() ? nullptr : &*found;
}

bool StationRegistry::isOnline(const StationRecord &record) const
{
    if (record.server == m_instance)
        return m_here.contains(record.id);
    return m_servers.contains(record.server);
}

// --- what Redis has -----------------------------------------------------------------------------

void StationRegistry::load()
{
    m_connection.command({"HGETALL", m_keys.stations()}, this,
                         [this](const redis::Reply &reply) { takeAll(reply); });
}

void StationRegistry::takeAll(const redis::Reply &reply)
{
    if (reply.failed())
        return;
    const auto before = std::exchange(m_stations, {});
    for (const QString &id : before.keys())
        note(id, false);
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2)
        take(QString::fromUtf8(reply.items[i].text), reply.items[i + 1].text);
    // A Redis that lost them, or has what was true before, is told again of those that are here.
    const auto connected = m_here;
    for (const StationRecord &here : connected) {
        const StationRecord *kept = station(here.id);
        if (!kept || kept->server != m_instance || kept->run != here.run)
            claimInRedis(here, this, [](Claim) {});
    }
}

void StationRegistry::take(const QString &id, const QByteArray &json)
{
    const auto record = StationRecord::fromJson(id, json);
    if (!record)
        return;
    m_stations.insert(id, *record);
    note(id, false);
}

/// One that is connected here is back at once.
void StationRegistry::drop(const QString &id)
{
    if (m_stations.remove(id) > 0)
        note(id, false);
    if (const auto here = m_here.constFind(id); here != m_here.cend())
        claimInRedis(StationRecord(*here), this, [](Claim) {});
}

void StationRegistry::handleControl(QByteArrayView message)
{
    if (message == "new log") // a backup was restored
        return load();
    if (!message.startsWith(stationsMessage))
        return;
    QByteArrayList ids = message.sliced(stationsMessage.size()).toByteArray().split(' ');
    ids.resize(std::min(ids.size(), idsOfMessage));
    read(ids);
}

void StationRegistry::read(const QByteArrayList &ids)
{
    static const redis::Script eachOf(
        "local records = {}\n"
        "for i, id in ipairs(ARGV) do records[i] = redis.call('HGET', KEYS[1], id) end\n"
        "return records");
    m_connection.script(eachOf, {m_keys.stations()}, ids, this,
                        [this, ids](const redis::Reply &reply) {
                            for (qsizetype i = 0; i < reply.items.size(); ++i) {
                                const QString id = QString::fromUtf8(ids.value(i));
                                if (reply.items[i].isNil())
                                    drop(id);
                                else
                                    take(id, reply.items[i].text);
                            }
                        });
}

void StationRegistry::setServers(const QSet<QString> &servers)
{
    if (servers == m_servers)
        return;
    const QSet<QString> before = std::exchange(m_servers, servers);
    for (const StationRecord &record : std::as_const(m_stations)) {
        if (before.contains(record.server) != servers.contains(record.server))
            note(record.id, false);
    }
}

// --- what changes -------------------------------------------------------------------------------

void StationRegistry::claim(const StationRecord &record, QObject *context, Claimed claimed)
{
    const auto here = m_here.constFind(record.id);
    if (here != m_here.cend() && here->run != record.run)
        return claimed(Claim::Taken);
    if (!m_stations.contains(record.id) && !makeRoom(record))
        return claimed(Claim::TooMany);
    claimInRedis(record, context, std::move(claimed));
}

/// Of a user that has too many, the one that was away longest gives way. False: all are online.
bool StationRegistry::makeRoom(const StationRecord &record)
{
    int count = 0;
    const StationRecord *oldest = nullptr;
    for (const StationRecord &each : std::as_const(m_stations)) {
        if (each.user != record.user)
            continue;
        ++count;
        if (!isOnline(each) && (!oldest || each.lastSeen < oldest->lastSeen))
            oldest = &each;
    }
    if (count < limits::stationsOfUser)
        return true;
    if (oldest)
        forget(QString(oldest->id), this, [](bool) {});
    return oldest;
}

void StationRegistry::claimInRedis(const StationRecord &record, QObject *context, Claimed claimed)
{
    StationRecord mine = record;
    mine.server = m_instance;
    const Moment now = m_clock.now();
    mine.firstSeen = mine.lastSeen = now;
    if (mine.onlineSince == Moment())
        mine.onlineSince = now;
    const auto answered = [this, mine, claimed = std::move(claimed)](const redis::Reply &reply) {
        if (reply.failed() || reply.items.size() != 2)
            return claimed(Claim::Unknown);
        const QByteArray &verdict = reply.items[0].text;
        if (verdict != "held")
            return claimed(verdict == "taken" ? Claim::Taken : Claim::TooMany);
        take(mine.id, reply.items[1].text);
        StationRecord &here = *m_here.insert(mine.id, mine);
        if (const StationRecord *kept = station(mine.id))
            here.onlineSince = kept->onlineSince; // for a Redis that loses it
        note(mine.id);
        claimed(Claim::Held);
    };
    m_connection.script(scripts::claimStation(), {m_keys.stations()},
                        {mine.id.toUtf8(), mine.toJson(), m_keys.server({}),
                         QByteArray::number(limits::stations), toWire(now - shortBreak).toLatin1(),
                         toWire(now - shortBreak - touchInterval).toLatin1()},
                        context, answered);
}

void StationRegistry::release(const QString &id, const QString &run)
{
    const auto here = m_here.constFind(id);
    if (here == m_here.cend() || here->run != run)
        return;
    m_here.erase(here);
    note(id, false);
    change(id, m_instance, run,
           {"server", QByteArray(), "last_seen", toWire(m_clock.now()).toLatin1()}, this,
           [](bool) {});
}

void StationRegistry::rename(const QString &id, const QString &label, QObject *context, Done done)
{
    change(id, {}, {}, {"label", label.toUtf8()}, context, std::move(done));
}

/// As far as it is still connected there, when a server is named.
void StationRegistry::change(const QString &id, const QString &server, const QString &run,
                             const QByteArrayList &fields, QObject *context, Done done)
{
    const auto answered = [this, id, done = std::move(done)](const redis::Reply &reply) {
        const bool isDone = !reply.failed() && !reply.isNil();
        if (isDone) {
            take(id, reply.text);
            note(id);
        }
        done(isDone);
    };
    m_connection.script(scripts::changeStation(), {m_keys.stations()},
                        QByteArrayList{id.toUtf8(), server.toUtf8(), run.toUtf8()} + fields,
                        context, answered);
}

void StationRegistry::forget(const QString &id, QObject *context, Done done)
{
    m_connection.command({"HDEL", m_keys.stations(), id.toUtf8()}, context,
                         [this, id, done = std::move(done)](const redis::Reply &reply) {
                             const bool isDone = !reply.failed() && reply.integer > 0;
                             if (isDone) {
                                 note(id);
                                 drop(id);
                             }
                             done(isDone);
                         });
}

void StationRegistry::touch()
{
    const Moment oldest = m_clock.now() - std::chrono::days(limits::stationDays);
    const auto stations = m_stations; // what is forgotten leaves the other one
    for (const StationRecord &record : stations) {
        if (m_here.contains(record.id))
            change(record.id, m_instance, record.run,
                   {"last_seen", toWire(m_clock.now()).toLatin1()}, this, [](bool) {});
        else if (record.lastSeen < oldest && !isOnline(record))
            forget(record.id, this, [](bool) {});
    }
}

// --- who is told --------------------------------------------------------------------------------

void StationRegistry::note(const QString &id, bool tellOthers)
{
    m_news.insert(id);
    if (tellOthers)
        m_newsForOthers.insert(id);
    if (!m_teller.isActive())
        m_teller.start(tellInterval);
}

void StationRegistry::tell()
{
    const QStringList ours = std::exchange(m_news, {}).values();
    const QStringList theirs = std::exchange(m_newsForOthers, {}).values();
    for (qsizetype i = 0; i < theirs.size(); i += idsOfMessage) {
        const QString ids = theirs.sliced(i, std::min(idsOfMessage, theirs.size() - i)).join(u' ');
        m_connection.command(
            {"PUBLISH", m_keys.controlChannel(), stationsMessage.toByteArray() + ids.toUtf8()},
            nullptr, {});
    }
    if (!ours.isEmpty())
        Q_EMIT changed(ours);
}

} // namespace pressboard::server
