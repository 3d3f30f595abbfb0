// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_words.h"

#include "client/models/format.h"
#include "client/models/status_words.h"
#include "client/stations/station_table.h"
#include "client/store/store.h"

namespace pressboard::client {

QString StationWords::kind(const QString &kind)
{
    if (kind == protocol::station_kind::wall)
        return tr("Wall");
    return kind == protocol::station_kind::station ? tr("Machine") : tr("Desk");
}

QString StationWords::state(const StationEntry &entry, Moment now)
{
    if (entry.row.online)
        return tr("Online");
    if (!entry.isDark)
        return tr("Offline");
    const auto dark = std::chrono::duration_cast<std::chrono::seconds>(now - entry.row.lastSeen);
    //: 1: for how long, 42分
    return tr("Dark for %1").arg(format::elapsed(std::max(dark, std::chrono::seconds(0))));
}

QString StationWords::since(const StationEntry &entry, const Store &store)
{
    if (!entry.row.online)
        return tr("last %1").arg(StatusWords::clockTime(entry.row.lastSeen, store));
    const bool isKnown = entry.row.onlineSince != Moment();
    //: 1: when it was last connected, 08:12 or 12-05 08:12
    return isKnown ? tr("since %1").arg(StatusWords::clockTime(entry.row.onlineSince, store))
                   : QString();
}

QString StationWords::sentence(const StationEntry &entry)
{
    return format::dotted({entry.row.name, entry.row.display, kind(entry.row.kind),
                           entry.row.version, entry.isOld ? tr("Old version") : QString(),
                           entry.isDark           ? tr("Dark")
                               : entry.row.online ? tr("Online")
                                                  : tr("Offline")});
}

QString StationWords::summary(const StationTable &table)
{
    using Shown = StationTable::Shown;
    const int all = table.count(Shown::All);
    const int online = table.count(Shown::Online);
    const int dark = table.count(Shown::Dark);
    const int old = table.count(Shown::Old);
    if (all == 0)
        return tr("No stations yet");
    if (online == all && old == 0)
        return tr("%n stations, all online, one version", nullptr, all);
    QStringList trouble;
    if (dark > 0)
        trouble.append(tr("%n wall(s) dark", nullptr, dark));
    if (old > 0)
        trouble.append(tr("%n with an old version", nullptr, old));
    //: 1: "20 stations", 2: "17 online"
    QString sentence =
        tr("%1, %2").arg(tr("%n stations", nullptr, all), tr("%n online", nullptr, online));
    if (!trouble.isEmpty())
        //: 1: how many there are, 2: what is wrong
        sentence = tr("%1; %2").arg(sentence, trouble.join(tr(", ")));
    return sentence;
}

} // namespace pressboard::client
