// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "server/redis/stream_reader.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace pressboard::server {

/// A master that sentinels replaced takes entries until it learns that it is none any more, and
/// throws them away then. It is read until that moment: whoever wrote there directly believes that
/// the log holds it.
class DeposedMaster : public QObject
{
    Q_OBJECT
public:
    /// It may be frozen, or cut off, for longer: then nobody learns what it took.
    static constexpr std::chrono::minutes patience{2};

    explicit DeposedMaster(redis::Keys keys, QObject *parent = nullptr);
    ~DeposedMaster() override;

    /// What it has after that entry; instead of one that was watched before.
    void watch(const redis::Endpoint &endpoint, StreamId after);
    void stop();
    bool isWatching() const { return m_connection != nullptr; }

Q_SIGNALS:
    /// The log may hold it all the same.
    void took(pressboard::StreamId id);

private:
    void read();
    void onEntries(const QList<redis::StreamEntry> &entries);

    const redis::Keys m_keys;
    std::unique_ptr<redis::Connection> m_connection;
    std::unique_ptr<redis::StreamReader> m_reader;
    StreamId m_after;
    QTimer m_patience;
};

} // namespace pressboard::server
