// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_table.h"

#include "client/stations/station_words.h"

#include <QCollator>
#include <QVersionNumber>

#include <algorithm>

namespace pressboard::client {

namespace {

bool isNewer(const QString &a, const QString &b)
{
    return QVersionNumber::fromString(a) > QVersionNumber::fromString(b);
}

bool haveSameIds(const QList<StationEntry> &a, const QList<StationEntry> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return x.row.id == y.row.id; });
}

} // namespace

StationEntry::Trouble StationEntry::trouble() const
{
    if (isDark)
        return Trouble::Dark;
    if (isOld)
        return Trouble::Old;
    return row.online ? Trouble::None : Trouble::Offline;
}

int StationTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StationTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StationEntry &entry = m_rows.at(index.row());
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(entry);
    case IdRole:
        return entry.row.id;
    case Qt::DisplayRole:
        return StationWords::sentence(entry);
    default:
        return {};
    }
}

QHash<int, QByteArray> StationTable::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {EntryRole, "entry"}, {IdRole, "id"}};
}

void StationTable::take(const protocol::Stations &stations)
{
    const bool isWhole = stations.part > 0;
    if (stations.part == 1)
        m_arriving.clear();
    QMap<QString, protocol::Stations::Row> &into = isWhole ? m_arriving : m_stations;
    for (const auto &row : stations.stations)
        into.insert(row.id, row);
    for (const QString &id : stations.forgotten)
        into.remove(id);
    if (isWhole && stations.part < stations.parts)
        return;
    if (isWhole)
        m_stations = std::exchange(m_arriving, {});
    revise();
}

void StationTable::clear()
{
    m_stations.clear();
    m_arriving.clear();
    revise();
}

void StationTable::show(Shown shown)
{
    m_shown = shown;
    revise();
}

bool StationTable::isShown(const StationEntry &entry, Shown shown)
{
    switch (shown) {
    case Shown::Online:
        return entry.row.online;
    case Shown::Offline:
        return !entry.row.online && !entry.isDark;
    case Shown::Dark:
        return entry.isDark;
    case Shown::Old:
        return entry.isOld;
    case Shown::All:
        break;
    }
    return true;
}

int StationTable::count(Shown shown) const
{
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [shown](const StationEntry &entry) { return isShown(entry, shown); }));
}

QList<StationEntry> StationTable::entries() const
{
    QList<StationEntry> all;
    for (const auto &row : m_stations)
        all.append({row, row.kind == protocol::station_kind::wall && !row.online,
                    isNewer(m_newest, row.version)});
    QCollator names;
    names.setNumericMode(true);
    std::sort(all.begin(), all.end(), [&names](const StationEntry &a, const StationEntry &b) {
        if (a.trouble() != b.trouble())
            return a.trouble() < b.trouble();
        const int order = names.compare(a.row.name, b.row.name);
        return order != 0 ? order < 0 : a.row.id < b.row.id;
    });
    return all;
}

/// Where the same stations stand in the same order, their rows only say something else.
void StationTable::revise()
{
    m_newest.clear();
    for (const auto &row : std::as_const(m_stations)) {
        if (isNewer(row.version, m_newest))
            m_newest = row.version;
    }
    m_all = entries();
    QList<StationEntry> rows = m_all;
    rows.removeIf([this](const StationEntry &entry) { return !isShown(entry, m_shown); });
    if (!haveSameIds(rows, m_rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows != m_rows) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
    Q_EMIT counted();
}

} // namespace pressboard::client
