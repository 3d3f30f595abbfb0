// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/activity_feed.h"

#include "client/models/format.h"
#include "client/models/status_words.h"
#include "client/store/store.h"
#include "client/toasts/toast_card.h"

#include <algorithm>

namespace pressboard::client {

namespace {

FeedRow::Tone toneOf(const Toast &toast)
{
    switch (toast.emphasis) {
    case ToastEmphasis::Attention:
        return FeedRow::Tone::Attention;
    case ToastEmphasis::Alarm:
        return FeedRow::Tone::Alarm;
    case ToastEmphasis::YourTurn:
        return FeedRow::Tone::YourTurn;
    case ToastEmphasis::Neutral:
        break;
    }
    const bool done =
        toast.kind == ToastKind::OrderCompleted || toast.kind == ToastKind::NoticeSuccess;
    return done ? FeedRow::Tone::Done : FeedRow::Tone::Neutral;
}

} // namespace

ActivityFeed::ActivityFeed(const Store &store, ActivityList &activity, QObject *parent)
    : Feed(store, activity, parent)
    , m_activity(activity)
{
}

void ActivityFeed::setSteps(const QStringList &steps)
{
    if (m_steps == steps)
        return;
    m_steps = steps;
    invalidateFilter();
}

QString ActivityFeed::key(const QModelIndex &source) const
{
    return QString::number(m_activity.entry(source.row()).key);
}

int ActivityFeed::section(const QModelIndex &source) const
{
    return dayOf(m_activity.entry(source.row()).at);
}

bool ActivityFeed::filterAcceptsRow(int sourceRow, const QModelIndex &parent) const
{
    const ActivityEntry &entry = m_activity.entry(sourceRow);
    // With no data at all, there is nothing a gap could lie in.
    if (entry.kind == ActivityEntry::Kind::Gap && !entry.gapFrom && !entry.gapEnded)
        return false;
    const QStringList &about = entry.news.steps;
    const bool concerns = m_steps.isEmpty() || about.isEmpty()
        || std::any_of(about.begin(), about.end(),
                       [this](const QString &step) { return m_steps.contains(step); });
    return concerns && Feed::filterAcceptsRow(sourceRow, parent);
}

FeedRow ActivityFeed::row(const QModelIndex &source) const
{
    const ActivityEntry &entry = m_activity.entry(source.row());
    switch (entry.kind) {
    case ActivityEntry::Kind::Import:
        return importRow(entry);
    case ActivityEntry::Kind::Gap:
        return gapRow(entry);
    case ActivityEntry::Kind::News:
        break;
    }
    return newsRow(entry);
}

FeedRow ActivityFeed::newsRow(const ActivityEntry &entry) const
{
    const Toast &toast = entry.news.toast;
    FeedRow row;
    row.tone = toneOf(toast);
    row.icon = iconOf(toast.kind);
    row.title = toast.title;
    row.text = toast.text;
    row.time = timeOf(entry.at);
    row.orderId = known(toast.orderId);
    return row;
}

FeedRow ActivityFeed::importRow(const ActivityEntry &entry) const
{
    FeedRow row;
    row.icon = Icon(QStringLiteral("layers"));
    row.title = tr("%n order(s) imported", nullptr, entry.imported);
    row.time = timeOf(entry.at);
    return row;
}

FeedRow ActivityFeed::gapRow(const ActivityEntry &entry) const
{
    FeedRow row;
    row.shape = FeedRow::Shape::Line;
    row.icon = Icon(QStringLiteral("wifi-off"));
    row.text = gapText(entry);
    return row;
}

QString ActivityFeed::gapText(const ActivityEntry &gap) const
{
    const QString until = StatusWords::clockTime(gap.at, store());
    if (!gap.gapFrom)
        return tr("Listed from %1 on, not what was before").arg(until);
    const QString from = StatusWords::clockTime(*gap.gapFrom, store());
    if (!gap.gapEnded)
        return tr("Disconnected since %1").arg(from);
    //: 1, 2: times
    return (gap.gapFilled ? tr("Disconnected %1–%2, what happened meanwhile was added")
                          : tr("Disconnected %1–%2, what happened meanwhile is not listed"))
        .arg(from, until);
}

} // namespace pressboard::client
