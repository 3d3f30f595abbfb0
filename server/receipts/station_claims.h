// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stations/station_registry.h"

#include <QHash>
#include <QObject>

namespace pressboard::server {

class Session;

/// Which session is which station: by the registry's word, on all servers together. A program with
/// an ID that another one has is told to make a new one.
class StationClaims final : public QObject
{
    Q_OBJECT
public:
    /// A program with an ID that another one has asks again so often, and so long: longer than a
    /// dead connection is taken for alive.
    static constexpr int claims = 4;
    static constexpr std::chrono::seconds claimInterval{6};

    explicit StationClaims(StationRegistry &registry, QObject *parent = nullptr);

    /// It said hello, the first time or again.
    void arrived(Session &session);
    void left(Session &session);

    /// The station that it says it is, is this session's.
    bool isHeld(const Session &session) const;
    Session *sessionOf(const QString &station) const { return m_sessions.value(station); }

Q_SIGNALS:
    void held(pressboard::server::Session *session);

private:
    void claim(Session &session, int again);
    void judge(Session &session, StationRegistry::Claim claimed, int again);
    bool isClaimed(const QString &id) const; ///< by any session that is here
    void giveBack(Session &session);

    struct Claimed
    {
        QString id;
        QString run;
    };
    StationRegistry &m_registry;
    QHash<Session *, Claimed> m_claims; ///< what each said it is
    QHash<QString, Session *> m_sessions; ///< by station: who is it
};

} // namespace pressboard::server
