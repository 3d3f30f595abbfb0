// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/endpoint.h"
#include "server/redis/reply.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace pressboard::server::redis {

class Connection;

/// Asks the sentinels of an endpoint where its master is: one after the other, beginning with the
/// one that knew it last. Whoever is named has still to say that it is a master (ROLE): a sentinel
/// may not know yet.
class MasterFinder : public QObject
{
    Q_OBJECT
public:
    /// For each sentinel. One that is away must not keep us from the next.
    static constexpr std::chrono::milliseconds patience{700};

    explicit MasterFinder(const Endpoint &endpoint, QObject *parent = nullptr);
    ~MasterFinder() override;

    /// Either signal follows; again from the beginning.
    void find();
    void stop();
    /// The longest that find() takes.
    std::chrono::milliseconds longest() const;

Q_SIGNALS:
    void found(const QString &host, quint16 port);
    /// Nobody can be reached, or nobody knows the name: a sentence.
    void failed(const QString &why);

private:
    void askNext();
    void ask();
    void handleReply(const Reply &reply);
    void giveUpThisOne();
    QString failure() const;

    Endpoint m_endpoint;
    std::unique_ptr<Connection> m_sentinel; ///< the one that is being asked
    QTimer m_timer;
    qsizetype m_first = 0; ///< of the sentinels: the one to begin with
    qsizetype m_asked = 0; ///< so many this time
    QStringList m_strangers; ///< who answered, and does not know the name
    QString m_refusal; ///< what one that let us not ask said last
};

} // namespace pressboard::server::redis
