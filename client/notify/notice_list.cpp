// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notice_list.h"

#include "client/models/format.h"
#include "client/notify/notice_news.h"

#include <QDateTime>

#include <algorithm>

namespace pressboard::client {

int NoticeList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notices.size());
}

QVariant NoticeList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Notice &notice = m_notices.at(index.row());
    switch (role) {
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
        return !isRead(notice.id);
    case Qt::DisplayRole:
        return format::dotted({noticeTitle(notice), noticeText(notice)});
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeList::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"},     {LevelRole, "level"},
            {TitleRole, "title"},         {TextRole, "text"}, {TimeRole, "time"},
            {UnreadRole, "unread"}};
}

void NoticeList::setNotices(const QList<Notice> &oldestFirst)
{
    QList<Notice> notices(oldestFirst.rbegin(), oldestFirst.rend());
    if (notices == m_notices)
        return;
    beginResetModel();
    m_notices = std::move(notices);
    endResetModel();
}

void NoticeList::add(const Notice &notice)
{
    beginInsertRows({}, 0, 0);
    m_notices.prepend(notice);
    endInsertRows();
}

void NoticeList::remove(StreamId id)
{
    for (int row = 0; row < m_notices.size(); ++row) {
        if (m_notices.at(row).id != id)
            continue;
        beginRemoveRows({}, row, row);
        m_notices.removeAt(row);
        endRemoveRows();
        return;
    }
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
    for (int row = 0; row < m_notices.size(); ++row) {
        if (m_notices.at(row).id == id)
            Q_EMIT dataChanged(index(row), index(row), {UnreadRole});
    }
    Q_EMIT readChanged();
}

void NoticeList::markAllRead(StreamId until)
{
    if (until <= m_readUntil)
        return;
    m_readUntil = until;
    m_readAlso.clear();
    if (!m_notices.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {UnreadRole});
    Q_EMIT readChanged();
}

QList<StreamId> NoticeList::readAlso() const
{
    QList<StreamId> ids;
    for (const Notice &notice : m_notices) {
        if (m_readAlso.contains(notice.id))
            ids.append(notice.id);
    }
    return ids;
}

QList<Notice> NoticeList::unreadNotices(Moment now) const
{
    QList<Notice> unread;
    std::copy_if(
        m_notices.begin(), m_notices.end(), std::back_inserter(unread),
        [&](const Notice &notice) { return !isRead(notice.id) && !notice.isExpired(now); });
    return unread;
}

bool NoticeList::hasUnreadImportant(Moment now) const
{
    const QList<Notice> unread = unreadNotices(now);
    return std::any_of(unread.begin(), unread.end(),
                       [](const Notice &notice) { return notice.level() == NoticeLevel::Error; });
}

} // namespace pressboard::client
