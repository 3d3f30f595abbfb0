// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"
#include "shared/base/stream_id.h"
#include "shared/state/audience.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace pressboard::server {

namespace redis {
class Connection;
struct Reply;
} // namespace redis

/// `pressboardctl status` on the control channel, with a word behind it: report now, and name that
/// word, so that it is seen to be fresh.
inline constexpr QByteArrayView reportMessage{"report "};

/// What one server says of itself in `pressboard:server:<instance>`:
/// {"instance", "host", "address", "version", "position", "clients", "asked", "sessions":
/// [{"groups": […], "n": 2}…]}. Sessions that see notices only say so: "notices_only". "problems",
/// "remarks" and "sources", when there are any: sentences.
struct PresenceReport
{
    struct Sessions
    {
        QSet<QString> groups;
        bool viewOrders = true;
        int count = 0;
    };

    QString instance; ///< its name among the servers; empty of a version that does not tell
    QString host; ///< the machine's name; empty of a version that does not tell
    QString address; ///< where it listens
    QString version;
    StreamId position; ///< of its log
    int clients = 0;
    int users = 0; ///< that it knows: it would put them back into a Redis that lost them
    QList<Sessions> sessions;
    QStringList sources; ///< how Django Channels is doing, a sentence for each of its hosts
    QStringList remarks; ///< what happened to connections since its start; nothing is wrong
    QStringList problems; ///< what nobody but this server can see, in sentences for `status`

    /// The word of the reportMessage it was last asked with; nullopt of a version that does not
    /// know the question.
    std::optional<QByteArray> asked;

    /// It was made before that was asked. An empty question is none.
    bool isOlderThan(const QByteArray &question) const
    {
        return !question.isEmpty() && asked && *asked != question;
    }

    QByteArray toJson() const;
    /// Kindly: what cannot be read is left out.
    static PresenceReport fromJson(const QByteArray &json);
};

/// Tells the other servers, and `pressboardctl status`, that this one lives, and hears the same
/// of them. A server that dies falls silent after ten seconds.
class Presence : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds interval{3};
    static constexpr std::chrono::seconds lifetime{10};
    static constexpr std::chrono::milliseconds patience{150};
    static constexpr qsizetype askedLength = 64; ///< bytes of a question's word that are named

    /// The connection is shared with other commands and must outlive this. `report` is asked
    /// each time.
    Presence(redis::Connection &connection, redis::Keys keys, QByteArray instance,
             std::function<PresenceReport()> report, QObject *parent = nullptr);

    /// Sessions of other servers in an audience, as last heard.
    int onlineElsewhere(const Audience &audience, bool needsOrders) const;
    const QList<PresenceReport> &others() const { return m_others; }

    void announce();
    /// Nothing but a reportMessage concerns it.
    void handleControl(QByteArrayView message);
    /// A planned stop: gone at once, not after the lifetime. Nothing is announced after it. `done`
    /// is called once, when we are gone or Redis did not answer within `patience`.
    void withdraw(std::function<void()> done);

Q_SIGNALS:
    void heard(); ///< others() is fresh

private:
    void handleReply(const redis::Reply &reply);

    redis::Connection &m_connection;
    redis::Keys m_keys;
    QByteArray m_instance;
    std::function<PresenceReport()> m_report;
    QTimer m_timer;
    QByteArray m_asked;
    QList<PresenceReport> m_others;
};

} // namespace pressboard::server
