// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "server/robots/robot_store.h"
#include "server/writer/writer.h"

#include <QObject>

namespace pressboard::server {

/// `pressboard:robots`, and the log.
class RedisRobotStore final : public QObject, public RobotStore
{
    Q_OBJECT
public:
    /// Both must outlive it.
    RedisRobotStore(redis::Connection &commands, Writer &writer, redis::Keys keys,
                    ReadingRules rules, QObject *parent = nullptr);

    void setRules(ReadingRules rules) { m_reader.setRules(std::move(rules)); }
    void load(std::function<void(const Result<States> &)> loaded) override;
    void save(const QString &robot, const RobotState &state,
              std::function<void(Kept)> saved) override;
    void forget(const QString &robot) override;
    void readEvents(StreamId after, StreamId upTo,
                    std::function<void(const Result<QList<Event>> &)> read) override;

private:
    using Read = std::function<void(const Result<QList<Event>> &)>;

    void readPage(StreamId after, StreamId upTo, QList<Event> before, Read read);
    void handlePage(const redis::Reply &reply, StreamId upTo, QList<Event> events, Read read);
    void put(const QString &robot, const QByteArray &value, std::function<void(Kept)> saved);

    redis::Connection &m_commands;
    Writer &m_writer;
    redis::Keys m_keys;
    EntryReader m_reader;
};

} // namespace pressboard::server
