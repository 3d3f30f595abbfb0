// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/stream_id.h"
#include "shared/state/custom_fields.h"
#include "shared/state/notice.h"
#include "shared/state/order.h"
#include "shared/state/stats.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QQueue>
#include <QSet>

namespace pressboard {

/// The state: every order with its steps, the notices still worth showing, and what the log said
/// about numbers and days. A value: copy it, compare it, write it down. It moves only through
/// apply() (shared/state/apply.h) and, on a client, through the whole rows the server sends.
class Book
{
public:
    /// The log's epoch and the last entry this book has seen.
    QString epoch;
    StreamId position;
    /// Numbers a publisher declared authoritative, key by key (dashboard_update without groups).
    QJsonObject publishedNumbers;
    /// The shop's day as the writer marked it: its date and the numbers it began with.
    struct Day
    {
        QDate date;
        Stats stats;
        bool operator==(const Day &) const = default;
    } day;
    /// False once an order was first met by an update or a step.
    bool complete = true;
    /// A client's book: the server sends it only what the server's own book took, so it refuses
    /// nothing by itself. Not written down.
    bool isReplica = false;
    /// Newest last, none older than limits::noticeDays; at most limits::noticesPerSender of each
    /// sender, and limits::noticesKept and limits::noticeBytes in all. Important ones go last.
    QList<Notice> notices;
    /// Orders that left by pressboard.retire: gone from the rows, kept in the totals.
    struct Retired
    {
        qint64 total = 0;
        qint64 completed = 0;
        bool operator==(const Retired &) const = default;
    } retired;

    /// What the shop adds to its rows; the configuration's, not written down.
    const CustomFields &customFields() const { return m_customFields; }
    /// Values that are none of these fields go.
    void setCustomFields(const CustomFields &fields);

    const QHash<CrmId, Order> &orders() const { return m_orders; }
    const Order *order(const CrmId &orderId) const;
    /// The order a step belongs to; null when unknown.
    const Order *orderOfStep(const CrmId &progressId) const;
    /// Lately: late steps of such an order make no row. Never so in a replica, which cannot know
    /// whether the order came back where it does not see it.
    bool wasDeleted(const CrmId &orderId) const { return m_deletedSet.contains(orderId); }
    /// Oldest first; at most limits::deletedRemembered.
    const QQueue<CrmId> &deletedOrders() const { return m_deleted; }

    /// Adds or replaces a whole order, keeping every count right.
    void putOrder(Order order);
    /// Returns the order that was removed, if there was one.
    std::optional<Order> takeOrder(CrmId orderId);
    /// Calls edit(Order &) on an order of the book, in place: no row is copied. `edit` changes
    /// fields, never the ID or the steps.
    template<typename Edit> void editOrder(const CrmId &orderId, Edit edit);

    /// Adds a step to its order, which must be in the book; it leaves the one that had it.
    void putStep(Step step);
    std::optional<Step> takeStep(CrmId progressId);
    /// Calls edit(Step &) on a step of the book, in place. `edit` never changes its two IDs.
    template<typename Edit> void editStep(const CrmId &progressId, Edit edit);

    /// Moves the position, never back, and lets go of notices that are too old at it.
    void advanceTo(StreamId id);
    void addNotice(Notice notice);
    std::optional<Notice> takeNotice(StreamId id);
    /// Null when it is not there (any more).
    const Notice *notice(StreamId id) const;
    /// The alarm of that alarmId(), no further step of it; null: none.
    const Notice *alarm(StreamId id) const;
    /// The one of that key by that publisher; null: none.
    const Notice *keyedNotice(const QString &key, const QString &publisher) const;
    /// The alarm, and every further step of it, is taken; what is taken already stays with who was
    /// first. The IDs of those that this settled.
    QList<StreamId> settle(StreamId alarm, const Settlement &settlement);

    void rememberDeleted(CrmId orderId);
    void forgetDeleted(CrmId orderId);

    /// The computed numbers at the shop's `today`, kept incrementally. readySteps is not the
    /// book's: see ReadyIndex (shared/state/views.h).
    Stats computedStats(QDate today) const;

    /// Some order or step has an ID that is a text.
    bool hasTextIds() const { return m_textIds > 0; }

    /// Equal contents; what is only counted from them is not compared.
    bool operator==(const Book &other) const;

private:
    void count(const Order &order, int sign);
    void countStep(const Order &order, const Step &step, int sign);
    bool hasRoomFor(const Notice &newest) const;
    void letNoticeGo(const Notice &newest);
    Notice takeNoticeAt(qsizetype place);

    CustomFields m_customFields;
    QHash<CrmId, Order> m_orders;
    QHash<CrmId, CrmId> m_orderOfStep;
    QQueue<CrmId> m_deleted;
    QSet<CrmId> m_deletedSet;
    qint64 m_total = 0;
    qint64 m_byStatus[5] = {};
    qsizetype m_noticeBytes = 0;
    qint64 m_currentSteps = 0;
    qint64 m_nextSteps = 0;
    qint64 m_textIds = 0;
    /// Open orders per due date, so that "urgent" costs nothing as the day moves on.
    QMap<QDate, int> m_openByDue;
};

template<typename Edit> void Book::editOrder(const CrmId &orderId, Edit edit)
{
    const auto order = m_orders.find(orderId);
    if (order == m_orders.end())
        return;
    count(*order, -1);
    edit(*order);
    count(*order, +1);
}

template<typename Edit> void Book::editStep(const CrmId &progressId, Edit edit)
{
    const auto order = m_orders.find(m_orderOfStep.value(progressId));
    if (order == m_orders.end() || !m_orderOfStep.contains(progressId))
        return;
    Step &step = *order->findStep(progressId);
    countStep(*order, step, -1);
    edit(step);
    countStep(*order, step, +1);
    order->sortSteps();
}

} // namespace pressboard
