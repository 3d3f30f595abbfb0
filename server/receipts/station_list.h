// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stations/station_registry.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace pressboard::server {

class Session;

/// Tells who may manage which stations there are, and what becomes of them.
class StationList final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds followInterval{1000}; ///< between two messages
    static constexpr qsizetype rowsOfPart = 500; ///< stations in a message: 512 KiB at most

    StationList(StationRegistry &registry, const Clock &clock, QObject *parent = nullptr);

    /// It said hello again, perhaps without the feature; or is gone.
    void arrived(Session &session);
    void left(Session &session);
    void handle(Session &session, const protocol::AskStations &message);
    void handle(Session &session, const protocol::ChangeStation &message);

private:
    void tell(const QStringList &ids);
    void tellFollowers(const protocol::Stations &news) const;
    protocol::Stations::Row rowOf(const StationRecord &record) const;

    StationRegistry &m_registry;
    const Clock &m_clock;
    QSet<Session *> m_followers;
    QSet<QString> m_changed;
    QTimer m_followTimer;
};

} // namespace pressboard::server
