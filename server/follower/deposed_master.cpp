// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/deposed_master.h"

#include <utility>

namespace pressboard::server {

DeposedMaster::DeposedMaster(redis::Keys keys, QObject *parent)
    : QObject(parent)
    , m_keys(std::move(keys))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &DeposedMaster::stop);
}

DeposedMaster::~DeposedMaster()
{
    stop();
}

void DeposedMaster::watch(const redis::Endpoint &endpoint, StreamId after)
{
    stop();
    m_after = after;
    m_connection =
        std::make_unique<redis::Connection>(endpoint, QStringLiteral("pressboard:deposed"));
    m_connection->insistOnMaster(m_keys.absent()); // a replica has the log's own entries
    m_reader =
        std::make_unique<redis::StreamReader>(*m_connection, m_keys.events(), m_keys.epoch());
    connect(m_connection.get(), &redis::Connection::becameReady, this, &DeposedMaster::read);
    connect(m_reader.get(), &redis::StreamReader::entriesRead, this, &DeposedMaster::onEntries);
    // Redis says so to whoever waits for entries at the moment when it becomes a replica.
    connect(m_reader.get(), &redis::StreamReader::failed, this, &DeposedMaster::stop);
    m_connection->open();
    m_patience.start();
}

/// Both may be inside one of their own signals.
void DeposedMaster::stop()
{
    m_patience.stop();
    if (!m_connection)
        return;
    m_reader->disconnect(this);
    m_reader->stop();
    m_connection->disconnect(this);
    m_connection->close();
    m_reader->setParent(m_connection.get());
    m_reader.release();
    m_connection.release()->deleteLater();
}

void DeposedMaster::read()
{
    m_reader->follow(m_after);
}

void DeposedMaster::onEntries(const QList<redis::StreamEntry> &entries)
{
    m_after = entries.last().id;
    for (const redis::StreamEntry &entry : entries)
        Q_EMIT took(entry.id);
}

} // namespace pressboard::server
