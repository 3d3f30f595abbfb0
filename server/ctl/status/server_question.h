// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/presence.h"
#include "server/redis/connection.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace pressboard::server::ctl {

/// Asks every server that reports in Redis for a fresh report: the last one may be three seconds
/// old, and say that all is well when it is no more.
class ServerQuestion : public QObject
{
    Q_OBJECT
public:
    /// Whoever does not answer so soon hangs, or is about to be gone.
    static constexpr std::chrono::milliseconds patience{1500};
    static constexpr std::chrono::milliseconds interval{30};

    /// The connection is shared and must outlive this.
    ServerQuestion(redis::Connection &redis, redis::Keys keys, QObject *parent = nullptr);

    void ask();
    /// What each report that answers this question has as `asked`; empty when Redis did not let us
    /// ask.
    const QByteArray &question() const { return m_question; }

Q_SIGNALS:
    /// Once after ask(): a report a server, those who did not answer with an older one.
    void answered(const QList<pressboard::server::PresenceReport> &reports);
    void failed(const pressboard::server::redis::Reply &failure);

private:
    void readNames(const redis::Reply &names);
    void readReports();
    void handleReports(const redis::Reply &reply);

    redis::Connection &m_redis;
    redis::Keys m_keys;
    QByteArray m_question;
    QByteArrayList m_mget;
    QElapsedTimer m_asked;
    QTimer m_again;
};

} // namespace pressboard::server::ctl
