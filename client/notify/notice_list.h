// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/notice.h"

#include <QAbstractListModel>
#include <QMetaType>
#include <QSet>

#include <optional>

namespace pressboard::client {

/// Who took a notice back, and when.
struct Withdrawal
{
    QString by; ///< may be empty
    Moment at;
    bool wasReplaced = false; ///< another notice says it anew
    bool operator==(const Withdrawal &) const = default;
};

/// One line of 通知.
struct NoticeEntry
{
    Notice notice;
    std::optional<Withdrawal> withdrawal;
    bool isUnread = false;

    /// Not withdrawn, not expired: it is meant for somebody.
    bool isValid(Moment now) const { return !withdrawal && !notice.isExpired(now); }
    /// Valid, and not only at the moment it was sent: important, or with an end of its own.
    bool isStanding(Moment now) const;
};

/// 通知: the notices the book keeps, newest first, and which of them were read at this station.
/// What was withdrawn while the program ran stays, struck. Test notices are not listed.
class NoticeList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        EntryRole = Qt::UserRole + 1, ///< NoticeEntry
        IdRole,
        LevelRole,
        TitleRole,
        TextRole,
        TimeRole,
        UnreadRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// IdRole: the stream ID as text. LevelRole: NoticeLevel as int. TitleRole: "注意 · 王芳".
    /// TimeRole: QDateTime in UTC. DisplayRole: all of it as a sentence.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    NoticeEntry entry(int row) const;

    /// What the book keeps now. Of those it no longer keeps, only the withdrawn ones stay.
    void setNotices(const QList<Notice> &oldestFirst);
    /// How many the book keeps. The list is as long, withdrawn ones included; at least
    /// limits::noticesPerSender.
    void setKept(qsizetype notices) { m_kept = notices; }
    void add(const Notice &notice);
    void withdraw(StreamId id, const Withdrawal &withdrawal);
    void clear();

    /// What was read in earlier sessions.
    void setRead(StreamId until, const QList<StreamId> &also);
    bool isRead(StreamId id) const;
    void markRead(StreamId id);
    void markAllRead(StreamId until);
    StreamId readUntil() const { return m_readUntil; }
    QList<StreamId> readAlso() const; ///< later ones, of those still listed

    /// Neither expired nor withdrawn; newest first.
    QList<Notice> unreadNotices(Moment now) const;
    bool hasUnreadImportant(Moment now) const;

Q_SIGNALS:
    void readChanged();

private:
    struct Line
    {
        Notice notice;
        std::optional<Withdrawal> withdrawal;
        bool operator==(const Line &) const = default;
    };
    bool isUnread(const Line &line) const;
    int rowOf(StreamId id) const; ///< -1: not listed
    void letGo();

    QList<Line> m_lines; ///< newest first
    qsizetype m_kept = 0; ///< by the book
    StreamId m_readUntil;
    QSet<StreamId> m_readAlso;
};

} // namespace pressboard::client

Q_DECLARE_METATYPE(pressboard::client::NoticeEntry)
