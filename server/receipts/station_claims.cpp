// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/station_claims.h"

#include "server/push/session.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace pressboard::server {

StationClaims::StationClaims(StationRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
}

void StationClaims::arrived(Session &session)
{
    const StationFacts &station = session.station();
    if (m_claims.value(&session).id != station.id)
        giveBack(session);
    if (station.id.isEmpty())
        return;
    m_claims.insert(&session, {station.id, station.run});
    claim(session, claims);
}

void StationClaims::left(Session &session)
{
    giveBack(session);
}

static StationRecord recordOf(const Session &session)
{
    const StationFacts &station = session.station();
    const Identity &identity = session.identity();
    StationRecord record;
    record.id = station.id;
    record.name = station.name;
    record.user = identity.user;
    record.display = identity.display;
    record.groups = identity.groups().values();
    record.groups.sort();
    record.version = station.version;
    record.system = station.system;
    record.kind = station.kind;
    record.language = station.language;
    record.run = station.run;
    return record;
}

void StationClaims::claim(Session &session, int again)
{
    const QPointer<Session> waiting(&session);
    const StationRecord record = recordOf(session);
    m_registry.claim(
        record, this,
        [this, waiting, id = record.id, run = record.run, again](StationRegistry::Claim claimed) {
            if (waiting && m_claims.value(waiting).id == id)
                judge(*waiting, claimed, again);
            else if (claimed == StationRegistry::Claim::Held && !isClaimed(id))
                m_registry.release(id, run); // its session went before the answer came
        });
}

bool StationClaims::isClaimed(const QString &id) const
{
    return std::any_of(m_claims.begin(), m_claims.end(),
                       [&id](const auto &claim) { return claim.id == id; });
}

void StationClaims::judge(Session &session, StationRegistry::Claim claimed, int again)
{
    using Claim = StationRegistry::Claim;
    if (claimed == Claim::Held) {
        m_sessions.insert(session.station().id, &session);
        Q_EMIT held(&session);
    } else if (claimed == Claim::TooMany) {
        session.refuse({}, QStringLiteral("too_many"),
                       QStringLiteral("All stations that this user may have are connected."));
    } else if (claimed == Claim::Unknown || again > 1) {
        const int left = claimed == Claim::Unknown ? again : again - 1; // Redis comes back
        QTimer::singleShot(claimInterval, &session, [this, &session, left] {
            if (m_claims.contains(&session))
                claim(session, left);
        });
    } else if (claimed == Claim::Taken) {
        session.refuse(
            {}, QStringLiteral("station_taken"),
            QStringLiteral("Another program is connected with this station's id: make a new one, "
                           "and say hello again."));
    }
}

bool StationClaims::isHeld(const Session &session) const
{
    const QString &id = session.station().id;
    return !id.isEmpty() && m_sessions.value(id) == &session;
}

void StationClaims::giveBack(Session &session)
{
    const auto [id, run] = m_claims.take(&session);
    if (id.isEmpty() || m_sessions.value(id) != &session)
        return; // it never had it, or is connected anew
    m_sessions.remove(id);
    m_registry.release(id, run);
}

} // namespace pressboard::server
