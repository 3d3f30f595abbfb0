// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/route.h"

#include "server/redis/sentences.h"

namespace pressboard::server::redis {

Route::Route(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_finder(endpoint)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, &m_finder, &MasterFinder::find);
    connect(&m_finder, &MasterFinder::found, this, &Route::onMasterFound);
    connect(&m_finder, &MasterFinder::failed, this, [this](const QString &why) {
        if (!m_connected) // else that is the sentinels' own trouble
            Q_EMIT failed(why);
    });
    connect(&m_names, &NameWatch::moved, this,
            [this] { Q_EMIT moved(sentences::nameMoved(m_endpoint, m_peer)); });
}

void Route::open()
{
    m_names.start(m_endpoint.host, [this] { return m_peer; });
}

void Route::close()
{
    m_names.stop();
    stop();
}

void Route::find()
{
    if (m_endpoint.isSentinel())
        m_finder.find();
    else
        Q_EMIT found(m_endpoint);
}

void Route::stop()
{
    m_connected = false;
    m_peer.clear();
    m_timer.stop();
    m_finder.stop();
}

void Route::onConnected(const QHostAddress &peer)
{
    m_connected = true;
    m_peer = peer;
    m_elsewhere = 0;
    if (m_endpoint.isSentinel())
        m_timer.start();
}

std::chrono::milliseconds Route::longest() const
{
    return m_finder.longest();
}

void Route::onMasterFound(const QString &host, quint16 port)
{
    const Endpoint target = m_endpoint.at(host, port);
    if (!m_connected) {
        m_target = target;
        Q_EMIT found(target);
        return;
    }
    m_elsewhere = target == m_target ? 0 : m_elsewhere + 1;
    if (m_elsewhere >= 2)
        Q_EMIT moved(sentences::anotherMaster(m_endpoint, target));
}

} // namespace pressboard::server::redis
