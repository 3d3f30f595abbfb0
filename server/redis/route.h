// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/endpoint.h"
#include "server/redis/master_finder.h"
#include "server/redis/name_watch.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pressboard::server::redis {

/// Where an endpoint leads to: itself, or the master that its sentinels name. And, while there is
/// a connection, whether it still does: a name may move to another machine, and an old master that
/// was cut off does not know that it is none any more.
class Route : public QObject
{
    Q_OBJECT
public:
    /// How often sentinels are asked while a connection to their master lives.
    static constexpr std::chrono::milliseconds interval{2000};

    explicit Route(const Endpoint &endpoint, QObject *parent = nullptr);

    void setResolve(NameWatch::Resolve resolve) { m_names.setResolve(std::move(resolve)); }

    void open(); ///< from now on names are looked up
    void close();
    /// found() or failed() follows, at once where nobody is to be asked.
    void find();
    void stop(); ///< what is under way; and there is no connection any more
    /// There is a connection to what was found, at this address.
    void onConnected(const QHostAddress &peer);
    const Endpoint &target() const { return m_target; } ///< what was found last
    /// The longest that find() takes.
    std::chrono::milliseconds longest() const;

Q_SIGNALS:
    void found(const pressboard::server::redis::Endpoint &target);
    void failed(const QString &why);
    /// The connection leads to where it does not lead any more: why, in a sentence.
    void moved(const QString &why);

private:
    void onMasterFound(const QString &host, quint16 port);

    Endpoint m_endpoint;
    NameWatch m_names;
    MasterFinder m_finder;
    QTimer m_timer;
    Endpoint m_target; ///< what was found last
    QHostAddress m_peer; ///< null: there is no connection
    bool m_connected = false;
    int m_elsewhere = 0; ///< answers of sentinels in a row that name another master
};

} // namespace pressboard::server::redis
