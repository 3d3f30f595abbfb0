// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/channel_reader.h"
#include "server/ingest/channels/inbox_bounds.h"
#include "server/ingest/channels/inbox_sink.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/stream_entry.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

namespace pressboard::server {

/// Empties the data keys of one host into the log, each message once, whatever dies meanwhile.
///
/// A script moves what has arrived into a stream on the same Redis, the inbox; the sink appends
/// what the inbox holds to the log and remembers in the same act how far it came; only then it is
/// deleted from the inbox. Every server does so, all at once if they like: who comes second finds
/// nothing newer than what the log remembers. That holds only while the IDs of an inbox rise, so
/// each entry carries a stamp, made anew for every connection and whenever the inbox is another.
class ChannelInbox : public QObject
{
    Q_OBJECT
public:
    static constexpr int movedAtOnce = 500; ///< Redis does nothing else meanwhile
    static constexpr int takenAtOnce = 250;
    /// Of each of the two. Larger than any message; a few ms of Redis' time, and as much as its
    /// answer, the events made of it and what goes to the log may each take of our memory.
    static constexpr qint64 bytesAtOnce = 4 * 1024 * 1024;
    static constexpr std::chrono::milliseconds retry{1000};

    struct Counters
    {
        quint64 events = 0; ///< put into the log by this server
        quint64 rejected = 0;
        quint64 encrypted = 0; ///< in a row, the last ones that were read
        quint64 timesFull = 0;
        qint64 mostFound = 0; ///< at once on one of Django's keys, which has a capacity

        // When last looked at:
        qint64 waiting = 0; ///< messages in the inbox
        qint64 bytes = 0; ///< of them
        bool isFull = false; ///< something stays where it is because of it
    };

    /// `keys`: the inbox, its count of bytes, then a data and a wake key for each prefix. All
    /// must outlive this.
    ChannelInbox(redis::Connection &connection, InboxSink &sink, const ChannelReader &reader,
                 QByteArrayList keys, InboxBounds bounds, QObject *parent = nullptr);

    void drain();
    const Counters &counters() const { return m_counters; }
    /// Why messages stay where they are; empty when all is well.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// Messages that had been moved, but were not in the log yet, may be lost: as many as waited
    /// when this server last looked, and what came in between.
    void inboxLost(qint64 messages);
    /// What Django sends stays on its own keys.
    void becameFull();
    /// The first one after others that could be read, or after the start.
    void becameEncrypted();
    void taken(int events, int rejected);

private:
    void begin();
    void end();
    void ask();
    /// `told`: how many of m_settled it was asked with.
    void onReply(const redis::Reply &reply, qsizetype told);
    void onOtherInbox(const QByteArray &name);
    void count(const redis::Reply &reply);
    void onEntries(const QList<redis::StreamEntry> &entries);
    void onTaken(const QList<InboxItem> &items, const Result<InboxSink::Taken> &answer);
    InboxItem read(const redis::StreamEntry &entry);
    Result<Event> eventFrom(const redis::StreamEntry &entry) const;
    void fail(const QString &why);

    redis::Connection &m_connection;
    InboxSink &m_sink;
    const ChannelReader &m_reader;
    QByteArrayList m_keys;
    InboxBounds m_bounds;
    QByteArray m_inbox; ///< the name of the one that was last seen
    QByteArray m_stamp;
    QByteArrayList m_settled; ///< IDs and stamps of what is in the log and can be deleted
    bool m_asking = false; ///< one script at a time
    bool m_taking = false; ///< the log has not answered yet: what arrives is moved all the same
    bool m_again = false; ///< something came meanwhile, or is left
    redis::Generation m_generation; ///< a new one with each connection
    QTimer m_retry;
    QString m_problem;
    Counters m_counters;
};

} // namespace pressboard::server
