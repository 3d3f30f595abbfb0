// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pressboard::server {

namespace redis {
class Connection;
}

/// How much memory Redis uses, asked now and then, so that whoever wants to know need not wait.
class RedisMemory : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds interval{10};

    /// The connection is shared and must outlive this.
    explicit RedisMemory(redis::Connection &connection, QObject *parent = nullptr);

    /// Nullopt: not heard yet, not while Redis is away, and never where this account may not ask.
    std::optional<qint64> bytes() const { return m_bytes; }

private:
    void ask();

    redis::Connection &m_connection;
    std::optional<qint64> m_bytes;
    QTimer m_timer;
};

} // namespace pressboard::server
