// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/activity_list.h"

#include "client/models/format.h"

#include <algorithm>
#include <utility>

namespace pressboard::client {

int ActivityList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ActivityList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActivityEntry &line = entry(index.row());
    const Toast &toast = line.news.toast;
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(line);
    case KeyRole:
        return line.key;
    case TimeRole:
        return QDateTime::fromMSecsSinceEpoch(line.at.time_since_epoch().count(), Qt::UTC);
    case TitleRole:
        return toast.title;
    case TextRole:
        return toast.text;
    case KindRole:
        return int(toast.kind);
    case OrderIdRole:
        return toast.orderId.isNull() ? QVariant() : QVariant::fromValue(toast.orderId);
    case Qt::DisplayRole:
        return format::dotted({toast.title, toast.text});
    default:
        return {};
    }
}

QHash<int, QByteArray> ActivityList::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {EntryRole, "entry"},    {KeyRole, "key"},
            {TimeRole, "time"},           {TitleRole, "title"},    {TextRole, "text"},
            {KindRole, "kind"},           {OrderIdRole, "orderId"}};
}

const ActivityEntry *ActivityList::newestNews() const
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [](const Line &each) {
        return each.entry.kind == ActivityEntry::Kind::News;
    });
    return line == m_lines.end() ? nullptr : &line->entry;
}

void ActivityList::prepend(Line line)
{
    if (rowCount() == most)
        removeRow(most - 1);
    line.entry.key = ++m_lastKey;
    beginInsertRows({}, 0, 0);
    m_lines.push_front(std::move(line));
    endInsertRows();
}

void ActivityList::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
}

int ActivityList::rowOf(quint64 key) const
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [key](const Line &each) { return each.entry.key == key; });
    return line == m_lines.end() ? -1 : int(line - m_lines.begin());
}

void ActivityList::add(const QList<News> &all, Moment at,
                       std::shared_ptr<const ActivityRecord> record)
{
    for (int part = 0; part < all.size(); ++part) {
        // A test is nobody's news.
        if (all.at(part).toast.kind == ToastKind::NoticeTest)
            continue;
        ActivityEntry entry;
        entry.at = at;
        entry.news = all.at(part);
        prepend({entry, record, part});
    }
}

void ActivityList::addImported(CrmId orderId, Moment at)
{
    int row = at - m_lastImport < importPause ? rowOf(m_importKey) : -1;
    m_lastImport = at;
    if (row < 0) {
        ActivityEntry entry;
        entry.kind = ActivityEntry::Kind::Import;
        entry.at = at;
        prepend({entry, {}});
        m_importKey = m_lastKey;
        m_imported.clear();
        row = 0;
    }
    m_imported.insert(orderId);
    int &count = m_lines[size_t(row)].entry.imported;
    if (std::exchange(count, int(m_imported.size())) != m_imported.size())
        Q_EMIT dataChanged(index(row), index(row), {EntryRole});
}

void ActivityList::goStale(OptionalMoment asOf)
{
    if (m_gapKey != 0)
        return;
    ActivityEntry entry;
    entry.kind = ActivityEntry::Kind::Gap;
    entry.at = asOf.value_or(Moment());
    entry.gapFrom = asOf;
    prepend({entry, {}});
    m_gapKey = m_lastKey;
}

void ActivityList::goLive(Moment now, bool filled)
{
    const int row = m_gapKey == 0 ? -1 : rowOf(m_gapKey);
    m_gapKey = 0;
    if (row >= 0)
        endGap(row, now, filled);
}

void ActivityList::endGap(int row, Moment now, bool filled)
{
    ActivityEntry &gap = m_lines[size_t(row)].entry;
    if (filled && gap.gapFrom && now - *gap.gapFrom < shortestGap)
        return removeRow(row);
    gap.at = now;
    gap.gapEnded = true;
    gap.gapFilled = filled;
    Q_EMIT dataChanged(index(row), index(row));
}

void ActivityList::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
    m_importKey = 0;
    m_gapKey = 0;
}

void ActivityList::tellAgain()
{
    std::shared_ptr<const ActivityRecord> told;
    QList<News> words;
    for (Line &line : m_lines) {
        if (!line.record)
            continue;
        if (line.record != told) {
            told = line.record;
            words = told->tell();
        }
        if (line.part < words.size())
            line.entry.news = words.at(line.part);
    }
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace pressboard::client
