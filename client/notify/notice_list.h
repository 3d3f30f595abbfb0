// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/notice.h"

#include <QAbstractListModel>
#include <QSet>

namespace pressboard::client {

/// 通知: the notices the book keeps, newest first, and which of them were read at this station.
/// Test notices are not listed.
class NoticeList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, LevelRole, TitleRole, TextRole, TimeRole, UnreadRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// IdRole: the stream ID as text. LevelRole: NoticeLevel as int. TitleRole: "注意 · 王芳".
    /// TimeRole: QDateTime in UTC. DisplayRole: all of it as a sentence.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setNotices(const QList<Notice> &oldestFirst);
    void add(const Notice &notice);
    void remove(StreamId id);

    /// What was read in earlier sessions.
    void setRead(StreamId until, const QList<StreamId> &also);
    bool isRead(StreamId id) const;
    void markRead(StreamId id);
    void markAllRead(StreamId until);
    StreamId readUntil() const { return m_readUntil; }
    QList<StreamId> readAlso() const; ///< later ones, of those still listed

    /// Not expired; newest first.
    QList<Notice> unreadNotices(Moment now) const;
    bool hasUnreadImportant(Moment now) const;

Q_SIGNALS:
    void readChanged();

private:
    QList<Notice> m_notices; ///< newest first
    StreamId m_readUntil;
    QSet<StreamId> m_readAlso;
};

} // namespace pressboard::client
