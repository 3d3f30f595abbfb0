// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notice_list.h"

#include "client/models/format.h"
#include "client/notify/notice_news.h"
#include "shared/base/limits.h"

#include <QDateTime>

#include <algorithm>

namespace pressboard::client {

bool NoticeEntry::isStanding(Moment now) const
{
    return isValid(now) && (notice.level() == NoticeLevel::Error || notice.expires());
}

int NoticeList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

bool NoticeList::isUnread(const Line &line) const
{
    return !line.withdrawal && !isRead(line.notice.id);
}

NoticeEntry NoticeList::entry(int row) const
{
    const Line &line = m_lines.at(row);
    return {line.notice, line.withdrawal, isUnread(line)};
}

QVariant NoticeList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Notice &notice = m_lines.at(index.row()).notice;
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(entry(index.row()));
    case IdRole:
        return notice.id.toString();
    case LevelRole:
        return int(notice.level());
    case TitleRole:
        return noticeTitle(notice);
    case TextRole:
        return noticeText(notice);
    case TimeRole:
        return QDateTime::fromMSecsSinceEpoch(notice.sentAt().time_since_epoch().count(), Qt::UTC);
    case UnreadRole:
        return isUnread(m_lines.at(index.row()));
    case Qt::DisplayRole:
        return format::dotted({noticeTitle(notice), noticeText(notice)});
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeList::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {EntryRole, "entry"},  {IdRole, "id"},
            {LevelRole, "level"},         {TitleRole, "title"},  {TextRole, "text"},
            {TimeRole, "time"},           {UnreadRole, "unread"}};
}

void NoticeList::setNotices(const QList<Notice> &oldestFirst)
{
    m_kept = oldestFirst.size();
    QList<Line> lines;
    QSet<StreamId> kept;
    for (const Notice &notice : oldestFirst) {
        lines.append({notice, {}});
        kept.insert(notice.id);
    }
    for (const Line &line : std::as_const(m_lines)) {
        if (line.withdrawal && !kept.contains(line.notice.id))
            lines.append(line);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line &a, const Line &b) { return a.notice.id > b.notice.id; });
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void NoticeList::add(const Notice &notice)
{
    beginInsertRows({}, 0, 0);
    m_lines.prepend({notice, {}});
    endInsertRows();
    letGo();
}

/// As the book does: not without end, and no older than a week. What was withdrawn counts, too.
void NoticeList::letGo()
{
    const qsizetype most = std::max<qsizetype>(m_kept, limits::noticesPerSender);
    const auto week =
        quint64(std::chrono::milliseconds(std::chrono::days(limits::noticeDays)).count());
    const quint64 newest = m_lines.constFirst().notice.id.ms;
    while (m_lines.size() > most || m_lines.constLast().notice.id.ms + week < newest) {
        const int last = rowCount() - 1;
        beginRemoveRows({}, last, last);
        m_readAlso.remove(m_lines.takeLast().notice.id);
        endRemoveRows();
    }
}

int NoticeList::rowOf(StreamId id) const
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [id](const Line &each) { return each.notice.id == id; });
    return line == m_lines.end() ? -1 : int(line - m_lines.begin());
}

void NoticeList::withdraw(StreamId id, const Withdrawal &withdrawal)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_lines[row].withdrawal = withdrawal;
    Q_EMIT dataChanged(index(row), index(row));
}

void NoticeList::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void NoticeList::setRead(StreamId until, const QList<StreamId> &also)
{
    m_readUntil = until;
    m_readAlso = QSet<StreamId>(also.begin(), also.end());
}

bool NoticeList::isRead(StreamId id) const
{
    return id <= m_readUntil || m_readAlso.contains(id);
}

void NoticeList::markRead(StreamId id)
{
    if (isRead(id))
        return;
    m_readAlso.insert(id);
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {UnreadRole, EntryRole});
    Q_EMIT readChanged();
}

void NoticeList::markAllRead(StreamId until)
{
    if (until <= m_readUntil)
        return;
    m_readUntil = until;
    m_readAlso.clear();
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {UnreadRole, EntryRole});
    Q_EMIT readChanged();
}

QList<StreamId> NoticeList::readAlso() const
{
    QList<StreamId> ids;
    for (const Line &line : m_lines) {
        if (m_readAlso.contains(line.notice.id))
            ids.append(line.notice.id);
    }
    return ids;
}

QList<Notice> NoticeList::unreadNotices(Moment now) const
{
    QList<Notice> unread;
    for (const Line &line : m_lines) {
        if (isUnread(line) && !line.notice.isExpired(now))
            unread.append(line.notice);
    }
    return unread;
}

bool NoticeList::hasUnreadImportant(Moment now) const
{
    const QList<Notice> unread = unreadNotices(now);
    return std::any_of(unread.begin(), unread.end(),
                       [](const Notice &notice) { return notice.level() == NoticeLevel::Error; });
}

} // namespace pressboard::client
