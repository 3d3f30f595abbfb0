// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/stations/station_table.h"

#include <QObject>

#include <functional>

namespace pressboard::client {

class Connection;
class Store;

/// What the server tells of all stations while somebody looks at them, and what is changed there.
class StationDesk final : public QObject
{
    Q_OBJECT
public:
    /// A sentence, and whether it was done.
    using Told = std::function<void(const QString &sentence, bool done)>;

    /// Both must outlive it.
    StationDesk(Connection &connection, const Store &store);

    StationTable &table() { return m_table; }
    /// Only who may manage, and only from a server that knows stations.
    bool isOffered() const;
    /// Somebody looks: it is kept live.
    void setWatched(bool watched);
    void rename(const QString &id, const QString &name, const Told &told);
    void forget(const QString &id, const Told &told);

private:
    void follow();
    void change(const protocol::ChangeStation &change, const Told &told);

    Connection &m_connection;
    const Store &m_store;
    StationTable m_table;
    bool m_isWatched = false;
};

} // namespace pressboard::client
