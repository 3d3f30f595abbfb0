// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_desk.h"

#include "client/connection/connection.h"
#include "client/store/store.h"
#include "shared/protocol/codec.h"

namespace pressboard::client {

StationDesk::StationDesk(Connection &connection, const Store &store)
    : m_connection(connection)
    , m_store(store)
{
    connect(&store, &Store::stationsTold, &m_table, &StationTable::take);
    connect(&store, &Store::connectionChanged, this, [this] {
        if (m_store.connectionStatus().state == ConnectionState::Live && m_isWatched)
            follow(); // each connection anew
    });
}

bool StationDesk::isOffered() const
{
    return m_store.speaks(protocol::stationsFeature)
        && m_store.permissions().contains(QLatin1StringView("manage"));
}

void StationDesk::setWatched(bool watched)
{
    if (watched == m_isWatched)
        return;
    m_isWatched = watched;
    follow();
}

void StationDesk::follow()
{
    if (isOffered())
        m_connection.ask(protocol::encode(protocol::AskStations{m_isWatched}));
}

void StationDesk::rename(const QString &id, const QString &name, const Told &told)
{
    change({{}, id, name.trimmed(), false}, told);
}

void StationDesk::forget(const QString &id, const Told &told)
{
    change({{}, id, {}, true}, told);
}

void StationDesk::change(const protocol::ChangeStation &change, const Told &told)
{
    m_connection.request(
        [change](const QString &ref) {
            protocol::ChangeStation asked = change;
            asked.ref = ref;
            return protocol::encode(asked);
        },
        [told](const PublishOutcome &outcome) {
            told(outcome.stored ? QString() : tr("Not changed: the server did not take it."),
                 outcome.stored);
        });
}

} // namespace pressboard::client
