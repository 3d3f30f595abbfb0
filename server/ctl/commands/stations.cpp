// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/stations.h"

#include <QDateTime>

#include <algorithm>

namespace pressboard::server::ctl {

QString shownMoment(Moment moment, const Config &config)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), config.timezone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

MadeCommand Stations::make(const Arguments &, const Tools &tools)
{
    return std::unique_ptr<Command>(new Stations(tools));
}

void Stations::start()
{
    ask({"ZRANGE", m_tools.keys.servers(), "0", "-1"}, [this](const redis::Reply &servers) {
        for (const redis::Reply &server : servers.items)
            m_servers.append(QString::fromUtf8(server.text));
    });
    ask({"HGETALL", m_tools.keys.stations()}, [this](const redis::Reply &reply) { tell(reply); });
}

void Stations::tell(const redis::Reply &stations)
{
    QList<StationRecord> all;
    for (qsizetype i = 0; i + 1 < stations.items.size(); i += 2) {
        const auto record = StationRecord::fromJson(QString::fromUtf8(stations.items[i].text),
                                                    stations.items[i + 1].text);
        if (record)
            all.append(*record);
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.shownName(), a.id) < std::tuple(b.shownName(), b.id);
    });
    for (const StationRecord &station : std::as_const(all))
        say(lineOf(station));
    if (all.isEmpty())
        warn(
            QStringLiteral("There is no station yet: desks tell of themselves once they connect."));
    succeed();
}

QString Stations::lineOf(const StationRecord &station) const
{
    const bool isOnline = m_servers.contains(station.server);
    return QStringList{isOnline ? QStringLiteral("on   ") : QStringLiteral("off  "),
                       station.kind.leftJustified(7),
                       station.shownName().leftJustified(16),
                       station.user.leftJustified(12),
                       station.version.leftJustified(8),
                       shownMoment(station.lastSeen, m_tools.config),
                       station.system,
                       station.id}
        .join(u' ');
}

} // namespace pressboard::server::ctl
