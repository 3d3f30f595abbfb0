// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/feed.h"
#include "client/notify/notice_list.h"

#include <QSet>

namespace pressboard::client {

/// 通知 as rows: those that stand (important, or with an end of their own) above the days.
class NoticeFeed final : public Feed
{
    Q_OBJECT
public:
    /// Both must outlive it.
    NoticeFeed(const Store &store, NoticeList &notices, QObject *parent = nullptr);

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
    bool stands(const QModelIndex &source) const;
    QSet<QString> facts() const;

    NoticeList &m_notices;
    QSet<QString> m_facts; ///< when the rows were last sorted
};

} // namespace pressboard::client
