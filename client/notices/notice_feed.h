// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/feed.h"
#include "client/notify/notice_list.h"

#include <QSet>

namespace pressboard::client {

class Notifier;

/// 通知 as rows: those that stand (important, or with an end of their own) above the days.
class NoticeFeed final : public Feed
{
    Q_OBJECT
public:
    /// All must outlive it; without a notifier its rows have no buttons.
    NoticeFeed(const Store &store, NoticeList &notices, const Notifier *notifier = nullptr,
               QObject *parent = nullptr);

    void refresh() override;
    NoticeEntry entry(const QModelIndex &index) const;

protected:
    FeedRow row(const QModelIndex &source) const override;
    QString key(const QModelIndex &source) const override;
    int section(const QModelIndex &source) const override;
    QString heading(int section) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString noteOn(const NoticeEntry &entry) const;
    QString alarmNote(const Notice &notice) const;
    QString actOn(const NoticeEntry &entry) const;
    bool stands(const QModelIndex &source) const;
    QSet<QString> facts() const;

    NoticeList &m_notices;
    const Notifier *m_notifier;
    QSet<QString> m_facts; ///< when the rows were last sorted
};

} // namespace pressboard::client
