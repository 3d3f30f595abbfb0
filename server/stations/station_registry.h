// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"
#include "server/stations/station_record.h"
#include "shared/base/time.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace pressboard::server {

namespace redis {
class Connection;
struct Reply;
} // namespace redis

/// "stations" and their IDs, on the control channel: these changed, or are no more.
inline constexpr QByteArrayView stationsMessage{"stations "};

/// The stations of all servers, as Redis has them, and a copy of it here that follows. Nothing of
/// it is in the log.
class StationRegistry : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes touchInterval{60};
    static constexpr std::chrono::milliseconds tellInterval{250};
    /// A program that was away no longer has been online all the time.
    static constexpr std::chrono::minutes shortBreak{5};

    enum class Claim {
        Held, ///< the station is this one's
        Taken, ///< another program with this ID is connected, here or elsewhere
        TooMany, ///< all that its user may have are online; or those of all users
        Unknown, ///< Redis did not answer
    };
    using Claimed = std::function<void(Claim)>;
    using Done = std::function<void(bool)>;

    /// All must outlive the registry. The connection is shared with other commands.
    StationRegistry(redis::Connection &connection, redis::Keys keys, QByteArray instance,
                    const Clock &clock, QObject *parent = nullptr);

    const QHash<QString, StationRecord> &stations() const { return m_stations; }
    const StationRecord *station(const QString &id) const;
    bool isOnline(const StationRecord &record) const;

    /// The station connected to this server. What somebody else gave it (label, first seen) stays.
    /// `context` as that of redis::Connection::command().
    void claim(const StationRecord &record, QObject *context, Claimed claimed);
    /// That program is not connected here any more.
    void release(const QString &id, const QString &run);
    /// False: there is no such station, or Redis did not answer.
    void rename(const QString &id, const QString &label, QObject *context, Done done);
    void forget(const QString &id, QObject *context, Done done);

    void handleControl(QByteArrayView message);
    /// The other servers that live.
    void setServers(const QSet<QString> &servers);
    /// Forgets who was not seen for too long, and says that those here are.
    void touch();

Q_SIGNALS:
    /// These are other than they were, or are no more: then they are not in stations().
    void changed(const QStringList &ids);

private:
    void load();
    void takeAll(const redis::Reply &reply);
    void take(const QString &id, const QByteArray &json);
    void drop(const QString &id);
    void read(const QByteArrayList &ids);
    bool makeRoom(const StationRecord &record);
    void claimInRedis(const StationRecord &record, QObject *context, Claimed claimed);
    void change(const QString &id, const QString &server, const QString &run,
                const QByteArrayList &fields, QObject *context, Done done);
    void note(const QString &id, bool tellOthers = true);
    void tell();

    redis::Connection &m_connection;
    redis::Keys m_keys;
    QString m_instance;
    const Clock &m_clock;
    QHash<QString, StationRecord> m_stations;
    QHash<QString, StationRecord> m_here; ///< connected to this server, as they said hello
    QSet<QString> m_servers; ///< that live, this one aside
    QSet<QString> m_news; ///< for changed()
    QSet<QString> m_newsForOthers;
    QTimer m_teller;
    QTimer m_toucher;
};

} // namespace pressboard::server
