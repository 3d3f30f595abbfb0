// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/master_finder.h"

#include "server/redis/connection.h"

namespace pressboard::server::redis {

MasterFinder::MasterFinder(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MasterFinder::giveUpThisOne);
}

MasterFinder::~MasterFinder() = default;

std::chrono::milliseconds MasterFinder::longest() const
{
    return patience * (m_endpoint.sentinels.size() + 1);
}

void MasterFinder::find()
{
    stop();
    m_asked = 0;
    m_strangers.clear();
    m_refusal.clear();
    askNext();
}

void MasterFinder::stop()
{
    m_timer.stop();
    if (!m_sentinel)
        return;
    m_sentinel->disconnect(this);
    m_sentinel->close();
    m_sentinel.release()->deleteLater(); // it may be inside one of its own signals
}

void MasterFinder::askNext()
{
    stop();
    if (m_asked == m_endpoint.sentinels.size()) {
        Q_EMIT failed(failure());
        return;
    }
    const auto at = (m_first + m_asked++) % m_endpoint.sentinels.size();
    // Asked again and again: what comes of it is told by whoever wants the master.
    m_sentinel = std::make_unique<Connection>(m_endpoint.sentinel(at), QString());
    connect(m_sentinel.get(), &Connection::becameReady, this, &MasterFinder::ask);
    connect(m_sentinel.get(), &Connection::connectFailed, this, &MasterFinder::giveUpThisOne);
    m_timer.start(patience);
    m_sentinel->open();
}

void MasterFinder::ask()
{
    m_sentinel->command({"SENTINEL", "GET-MASTER-ADDR-BY-NAME", m_endpoint.masterName.toUtf8()},
                        this, [this](const Reply &reply) { handleReply(reply); });
}

void MasterFinder::handleReply(const Reply &reply)
{
    if (reply.isLost())
        return; // by stop(), or it broke, which the timer sees
    const bool names = reply.items.size() == 2;
    const quint16 port = names ? reply.items[1].text.toUShort() : 0;
    if (port == 0) {
        if (reply.isError())
            m_refusal = QString::fromUtf8(reply.text);
        else
            m_strangers.append(m_sentinel->endpoint().toDisplay());
        askNext();
        return;
    }
    m_first = (m_first + m_asked - 1) % m_endpoint.sentinels.size();
    const QString host = QString::fromUtf8(reply.items[0].text);
    stop();
    Q_EMIT found(host, port);
}

void MasterFinder::giveUpThisOne()
{
    if (m_sentinel && !m_sentinel->lostReason().isEmpty())
        m_refusal = m_sentinel->lostReason();
    askNext();
}

QString MasterFinder::failure() const
{
    if (!m_strangers.isEmpty()) {
        return QStringLiteral("No sentinel knows a master called \"%1\" (asked: %2): correct the "
                              "name at the end of the redis setting; \"SENTINEL MASTERS\" lists "
                              "them.")
            .arg(m_endpoint.masterName, m_strangers.join(QStringLiteral(", ")));
    }
    return QStringLiteral("No sentinel of %1 can be asked. %2")
        .arg(m_endpoint.toDisplay(), m_refusal)
        .trimmed();
}

} // namespace pressboard::server::redis
