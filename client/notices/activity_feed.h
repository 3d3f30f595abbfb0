// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/feed.h"
#include "client/notify/activity_list.h"

namespace pressboard::client {

/// 动态 as rows; on request only what concerns the steps of this station.
class ActivityFeed final : public Feed
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ActivityFeed(const Store &store, ActivityList &activity, QObject *parent = nullptr);

    /// Empty: everything.
    void setSteps(const QStringList &steps);

protected:
    FeedRow row(const QModelIndex &source) const override;
    QString key(const QModelIndex &source) const override;
    int section(const QModelIndex &source) const override;
    bool hasFilter() const override { return !m_steps.isEmpty(); }
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FeedRow newsRow(const ActivityEntry &entry) const;
    FeedRow importRow(const ActivityEntry &entry) const;
    FeedRow gapRow(const ActivityEntry &entry) const;
    QString gapText(const ActivityEntry &gap) const;

    ActivityList &m_activity;
    QStringList m_steps;
};

} // namespace pressboard::client
