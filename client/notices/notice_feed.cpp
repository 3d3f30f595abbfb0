// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/notice_feed.h"

#include "client/alarms/alarm_words.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/models/status_words.h"
#include "client/notify/notice_news.h"
#include "client/notify/notifier.h"
#include "client/store/store.h"
#include "client/toasts/toast_card.h"

namespace pressboard::client {

namespace {

constexpr int standingSection = 0; ///< no day: above them all

FeedRow::Tone toneOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Success:
        return FeedRow::Tone::Done;
    case NoticeLevel::Warning:
        return FeedRow::Tone::Attention;
    case NoticeLevel::Error:
        return FeedRow::Tone::Alarm;
    case NoticeLevel::Info:
        break;
    }
    return FeedRow::Tone::Neutral;
}

} // namespace

NoticeFeed::NoticeFeed(const Store &store, NoticeList &notices, const Notifier *notifier,
                       QObject *parent)
    : Feed(store, notices, parent)
    , m_notices(notices)
    , m_notifier(notifier)
{
    sort(0);
}

void NoticeFeed::refresh()
{
    Feed::refresh();
    // Some began to stand, were withdrawn or expired; an order came or went.
    const QSet<QString> now = facts();
    if (std::exchange(m_facts, now) != now)
        invalidate();
}

NoticeEntry NoticeFeed::entry(const QModelIndex &index) const
{
    return m_notices.entry(mapToSource(index).row());
}

/// What its rows say that no signal of the list tells.
QSet<QString> NoticeFeed::facts() const
{
    QSet<QString> facts;
    for (int row = 0; row < m_notices.rowCount(); ++row) {
        const QModelIndex source = m_notices.index(row);
        if (stands(source))
            facts.insert(key(source) + QStringLiteral(" stands"));
        const NoticeEntry entry = m_notices.entry(row);
        facts.insert(key(source) + alarmNote(entry.notice) + actOn(entry));
        const Order *order = store().book().order(entry.notice.orderId());
        if (order != nullptr)
            facts.insert(key(source) + QStringLiteral(" leads to ") + format::orderNumber(*order)
                         + QStringLiteral(" of ") + searched(*order));
    }
    return facts;
}

bool NoticeFeed::stands(const QModelIndex &source) const
{
    return m_notices.entry(source.row()).isStanding(store().now());
}

QString NoticeFeed::key(const QModelIndex &source) const
{
    return source.data(NoticeList::IdRole).toString();
}

int NoticeFeed::section(const QModelIndex &source) const
{
    return stands(source) ? standingSection
                          : dayOf(momentOf(m_notices.entry(source.row()).notice.id));
}

QString NoticeFeed::heading(int section) const
{
    return section == standingSection ? tr("In force now") : Feed::heading(section);
}

bool NoticeFeed::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftStands = stands(left);
    if (leftStands != stands(right))
        return leftStands;
    return left.row() < right.row(); // the list has the newest first
}

FeedRow NoticeFeed::row(const QModelIndex &source) const
{
    const NoticeEntry entry = m_notices.entry(source.row());
    const Notice &notice = entry.notice;
    FeedRow row;
    row.tone = toneOf(notice.level());
    row.icon = iconOf(noticeToast(notice).kind);
    row.title = noticeTitle(notice);
    row.text = noticeText(notice);
    row.note = format::dotted({alarmNote(notice), noteOn(entry)});
    row.act = actOn(entry);
    row.time = entry.isStanding(store().now()) ? StatusWords::clockTime(notice.sentAt(), store())
                                               : timeOf(notice.sentAt());
    row.orderId = known(notice.orderId());
    if (!row.orderId.isNull())
        row.orderNo = format::orderNumber(*store().book().order(row.orderId));
    row.isStruck = entry.withdrawal.has_value();
    row.isFaded = !entry.isValid(store().now());
    row.isUnread = entry.isUnread && !row.isFaded;
    return row;
}

/// 还没有人处理, 已由李娜处理·2分钟; empty of what is no alarm, or over.
QString NoticeFeed::alarmNote(const Notice &notice) const
{
    if (m_notifier == nullptr)
        return {};
    if (const auto alarm = m_notifier->alarms().of(notice))
        return AlarmWords::state(*alarm, store().now());
    return notice.settled ? AlarmWords::takenBy(*notice.settled) : QString();
}

QString NoticeFeed::actOn(const NoticeEntry &entry) const
{
    if (m_notifier == nullptr || entry.withdrawal || !m_notifier->wantsAnswer(entry.notice))
        return {};
    const auto alarm = m_notifier->alarms().of(entry.notice);
    return actText(alarm && !alarm->isForEach() ? ToastAct::TakeIt : ToastAct::GotIt);
}

/// Whether it is still true, in words.
QString NoticeFeed::noteOn(const NoticeEntry &entry) const
{
    if (const auto &gone = entry.withdrawal) {
        const QString time = StatusWords::clockTime(gone->at, store());
        if (gone->by.isEmpty())
            return gone->wasReplaced ? tr("Replaced %1").arg(time) : tr("Withdrawn %1").arg(time);
        //: 1: who, 2: when
        return (gone->wasReplaced ? tr("Replaced by %1, %2") : tr("Withdrawn by %1, %2"))
            .arg(gone->by, time);
    }
    const OptionalMoment end = entry.notice.expires();
    if (!end)
        return {};
    const QString time = StatusWords::clockTime(*end, store());
    return entry.notice.isExpired(store().now()) ? tr("Expired %1").arg(time)
                                                 : tr("Valid until %1").arg(time);
}

} // namespace pressboard::client
