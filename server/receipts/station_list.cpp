// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/station_list.h"

#include "server/push/session.h"
#include "shared/base/cut_text.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace pressboard::server {

StationList::StationList(StationRegistry &registry, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock(clock)
{
    m_followTimer.setSingleShot(true);
    connect(&registry, &StationRegistry::changed, this, &StationList::tell);
    connect(&m_followTimer, &QTimer::timeout, this, [this] { tell({}); });
}

void StationList::arrived(Session &session)
{
    if (!session.station().hearsStations)
        m_followers.remove(&session);
}

void StationList::left(Session &session)
{
    m_followers.remove(&session);
}

void StationList::handle(Session &session, const protocol::AskStations &message)
{
    if (!session.identity().mayManage())
        return session.refuse({}, QStringLiteral("forbidden"),
                              QStringLiteral("Only who may manage sees the stations."));
    if (!message.follow) {
        m_followers.remove(&session);
        return;
    }
    m_followers.insert(&session);
    QList<protocol::Stations::Row> rows;
    for (const StationRecord &record : m_registry.stations())
        rows.append(rowOf(record));
    const int parts = int(std::max<qsizetype>(1, (rows.size() + rowsOfPart - 1) / rowsOfPart));
    for (int part = 1; part <= parts; ++part) {
        const auto first = (part - 1) * rowsOfPart;
        session.answer(protocol::encode(protocol::Stations{
            part, parts, rows.sliced(first, std::min(rowsOfPart, rows.size() - first))}));
    }
}

protocol::Stations::Row StationList::rowOf(const StationRecord &record) const
{
    const bool online = m_registry.isOnline(record);
    return {record.id,
            record.shownName(),
            record.name,
            record.user,
            record.display,
            record.version,
            record.system,
            record.kind,
            record.language,
            record.firstSeen,
            online ? m_clock.now() : record.lastSeen,
            online};
}

/// At most once in followInterval.
void StationList::tell(const QStringList &ids)
{
    if (m_followers.isEmpty()) {
        m_changed.clear();
        return;
    }
    m_changed.unite(QSet<QString>(ids.begin(), ids.end()));
    if (m_followTimer.isActive() || m_changed.isEmpty())
        return;
    m_followTimer.start(followInterval);
    protocol::Stations news;
    for (const QString &id : std::as_const(m_changed)) {
        if (const StationRecord *record = m_registry.station(id))
            news.stations.append(rowOf(*record));
        else
            news.forgotten.append(id);
        if (news.stations.size() < rowsOfPart)
            continue;
        tellFollowers(std::exchange(news, {}));
    }
    m_changed.clear();
    tellFollowers(news);
}

void StationList::tellFollowers(const protocol::Stations &news) const
{
    const QByteArray text = protocol::encode(news);
    for (Session *follower : m_followers)
        follower->answer(text);
}

void StationList::handle(Session &session, const protocol::ChangeStation &message)
{
    if (!session.identity().mayManage())
        return session.refuse(message.ref, QStringLiteral("forbidden"),
                              QStringLiteral("Only who may manage changes stations."));
    const QPointer<Session> waiting(&session);
    const auto done = [this, waiting, ref = message.ref](bool isDone) {
        if (!waiting)
            return;
        if (isDone)
            waiting->answer(protocol::encode(protocol::Ack{ref}));
        else
            waiting->refuse(ref, QStringLiteral("invalid"),
                            QStringLiteral("There is no such station (any more)."));
    };
    if (message.forget)
        m_registry.forget(message.id, this, done);
    else
        m_registry.rename(message.id, cutToUnits(message.name, limits::stationText), this, done);
}

} // namespace pressboard::server
