// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/book.h"

#include "shared/base/limits.h"

#include <algorithm>

namespace pressboard {

namespace {

/// Counts one order more or less at a date, keeping no empty days.
void countDue(QMap<QDate, int> &openByDue, QDate due, int sign)
{
    int &open = openByDue[due];
    open += sign;
    if (open == 0)
        openByDue.remove(due);
}

qint64 textIdsOf(const Order &order)
{
    const auto steps = std::count_if(order.steps.begin(), order.steps.end(),
                                     [](const Step &step) { return step.progressId.isText(); });
    return steps + order.orderId.isText();
}

void prune(Rare<CustomValues> &values, const QList<CustomField> &fields)
{
    if (CustomValues kept = pruned(*values, fields); kept != *values)
        values.set(std::move(kept));
}

void prune(Order &order, const CustomFields &fields)
{
    prune(order.custom, fields.ofOrders);
    for (Step &step : order.steps) {
        if (!step.details->custom->isEmpty())
            step.details.edit([&](StepDetails &details) { prune(details.custom, fields.ofSteps); });
    }
}

bool hasCustomValues(const Order &order)
{
    return !order.custom->isEmpty()
        || std::any_of(order.steps.begin(), order.steps.end(),
                       [](const Step &step) { return !step.details->custom->isEmpty(); });
}

} // namespace

void Book::setCustomFields(const CustomFields &fields)
{
    m_customFields = fields;
    const auto begin = std::as_const(m_orders).begin();
    for (auto order = begin; order != std::as_const(m_orders).end(); ++order) {
        if (hasCustomValues(*order))
            prune(m_orders[order.key()], fields);
    }
}

const Order *Book::order(const CrmId &orderId) const
{
    const auto found = m_orders.constFind(orderId);
    return found == m_orders.cend() ? nullptr : &*found;
}

const Order *Book::orderOfStep(const CrmId &progressId) const
{
    const auto found = m_orderOfStep.constFind(progressId);
    return found == m_orderOfStep.cend() ? nullptr : order(*found);
}

void Book::putOrder(Order order)
{
    takeOrder(order.orderId);
    order.sortSteps();
    const auto isDouble = [&](const Step &step) {
        const auto home = m_orderOfStep.constFind(step.progressId);
        if (home != m_orderOfStep.cend() && *home == order.orderId)
            return true;
        if (home != m_orderOfStep.cend())
            takeStep(step.progressId);
        m_orderOfStep.insert(step.progressId, order.orderId);
        return false;
    };
    order.steps.removeIf(isDouble);
    count(order, +1);
    m_textIds += textIdsOf(order);
    m_orders.insert(order.orderId, std::move(order));
}

std::optional<Order> Book::takeOrder(CrmId orderId)
{
    if (!m_orders.contains(orderId))
        return std::nullopt;
    Order order = m_orders.take(orderId);
    count(order, -1);
    m_textIds -= textIdsOf(order);
    for (const Step &step : std::as_const(order.steps))
        m_orderOfStep.remove(step.progressId);
    return order;
}

void Book::putStep(Step step)
{
    takeStep(step.progressId);
    const auto order = m_orders.find(step.orderId);
    if (order == m_orders.end())
        return;
    m_orderOfStep.insert(step.progressId, step.orderId);
    countStep(*order, step, +1);
    m_textIds += step.progressId.isText();
    order->steps.append(std::move(step));
    order->sortSteps();
}

std::optional<Step> Book::takeStep(CrmId progressId)
{
    const auto home = m_orderOfStep.constFind(progressId);
    if (home == m_orderOfStep.cend())
        return std::nullopt;
    Order &order = *m_orders.find(*home);
    m_orderOfStep.erase(home);
    Step step = order.steps.takeAt(order.step(progressId) - order.steps.constData());
    countStep(order, step, -1);
    m_textIds -= step.progressId.isText();
    return step;
}

void Book::rememberDeleted(CrmId orderId)
{
    if (isReplica || m_deletedSet.contains(orderId))
        return;
    m_deletedSet.insert(orderId);
    m_deleted.enqueue(orderId);
    if (m_deleted.size() > limits::deletedRemembered)
        m_deletedSet.remove(m_deleted.dequeue());
}

void Book::forgetDeleted(CrmId orderId)
{
    if (m_deletedSet.remove(orderId))
        m_deleted.removeOne(orderId);
}

void Book::advanceTo(StreamId id)
{
    position = std::max(position, id);
    constexpr quint64 keptMs =
        std::chrono::milliseconds(std::chrono::days(limits::noticeDays)).count();
    const quint64 oldest = position.ms > keptMs ? position.ms - keptMs : 0;
    while (!notices.isEmpty() && notices.constFirst().id.ms < oldest)
        takeNoticeAt(0);
}

void Book::addNotice(Notice notice)
{
    const Notice newest = notice; // shared
    m_noticeBytes += notice.bytes();
    notices.append(std::move(notice));
    while (notices.size() > 1 && !hasRoomFor(newest))
        letNoticeGo(newest);
}

static qsizetype countOf(const QList<Notice> &notices, const QString &sender)
{
    return std::count_if(notices.cbegin(), notices.cend(),
                         [&sender](const Notice &notice) { return notice.sender() == sender; });
}

bool Book::hasRoomFor(const Notice &newest) const
{
    if (notices.size() > limits::noticesKept || m_noticeBytes > qsizetype(limits::noticeBytes))
        return false;
    return notices.size() <= limits::noticesPerSender
        || countOf(notices, newest.sender()) <= limits::noticesPerSender;
}

/// The oldest one that is not important, else the oldest; of the newest one's sender, if he has too
/// many, so that nobody pushes out what others said.
void Book::letNoticeGo(const Notice &newest)
{
    const QString sender = newest.sender();
    const bool isHis = countOf(notices, sender) > limits::noticesPerSender;
    const auto mayGo = [&](const Notice &notice) { return !isHis || notice.sender() == sender; };
    const auto isFirst = [&](const Notice &notice) {
        return mayGo(notice) && !notice.isImportant();
    };
    auto found = std::find_if(notices.cbegin(), notices.cend(), isFirst);
    if (found == notices.cend())
        found = std::find_if(notices.cbegin(), notices.cend(), mayGo);
    takeNoticeAt(found - notices.cbegin());
}

Notice Book::takeNoticeAt(qsizetype place)
{
    m_noticeBytes -= notices.at(place).bytes();
    return notices.takeAt(place);
}

std::optional<Notice> Book::takeNotice(StreamId id)
{
    const auto found = std::find_if(notices.cbegin(), notices.cend(),
                                    [id](const Notice &notice) { return notice.id == id; });
    if (found == notices.cend())
        return std::nullopt;
    return takeNoticeAt(found - notices.cbegin());
}

const Notice *Book::notice(StreamId id) const
{
    const auto found = std::find_if(notices.cbegin(), notices.cend(),
                                    [id](const Notice &notice) { return notice.id == id; });
    return found == notices.cend() ? nullptr : &*found;
}

const Notice *Book::alarm(StreamId id) const
{
    const auto found = std::find_if(notices.cbegin(), notices.cend(), [id](const Notice &notice) {
        return notice.alarmId() == id && notice.escalates().isNull() && notice.alarm();
    });
    return found == notices.cend() ? nullptr : &*found;
}

const Notice *Book::keyedNotice(const QString &key, const QString &publisher) const
{
    const auto found = std::find_if(notices.cbegin(), notices.cend(), [&](const Notice &notice) {
        return notice.key() == key && notice.publisher == publisher;
    });
    return found == notices.cend() ? nullptr : &*found;
}

QList<StreamId> Book::settle(StreamId alarm, const Settlement &settlement)
{
    QList<StreamId> settled;
    for (qsizetype i = 0; i < notices.size(); ++i) {
        const Notice &notice = notices.at(i);
        const auto rings = notice.alarmId() == alarm || notice.escalates() == alarm ? notice.alarm()
                                                                                    : std::nullopt;
        if (!rings || rings->taking == Alarm::Taking::Each || notice.settled)
            continue;
        settled.append(notice.id);
        notices[i].settled = settlement;
    }
    return settled;
}

Stats Book::computedStats(QDate today) const
{
    const auto of = [this](OrderStatus status) { return m_byStatus[int(status)]; };
    Stats stats;
    stats.totalOrders = m_total + retired.total;
    stats.pendingOrders = of(OrderStatus::Pending);
    stats.processingOrders = of(OrderStatus::Processing);
    stats.completedOrders = of(OrderStatus::Completed) + retired.completed;
    stats.currentSteps = m_currentSteps;
    stats.nextSteps = m_nextSteps;
    const QDate lastUrgent = today.addDays(limits::urgentDays);
    for (auto due = m_openByDue.begin(); due != m_openByDue.end() && due.key() <= lastUrgent; ++due)
        stats.urgentOrders += due.value();
    stats.complete = complete;
    return stats;
}

void Book::count(const Order &order, int sign)
{
    if (order.stub)
        return;
    m_total += sign;
    m_byStatus[int(order.status)] += sign;
    if (order.isOpen() && order.deliveryDate.isValid())
        countDue(m_openByDue, order.deliveryDate, sign);
    for (const Step &step : order.steps)
        countStep(order, step, sign);
}

void Book::countStep(const Order &order, const Step &step, int sign)
{
    if (order.stub)
        return;
    if (step.status == StepStatus::InProgress)
        m_currentSteps += sign;
    if (step.status == StepStatus::Waiting && order.status == OrderStatus::Processing)
        m_nextSteps += sign;
}

bool Book::operator==(const Book &other) const
{
    return epoch == other.epoch && position == other.position
        && publishedNumbers == other.publishedNumbers && day == other.day
        && complete == other.complete && notices == other.notices && retired == other.retired
        && m_orders == other.m_orders
        && std::equal(m_deleted.begin(), m_deleted.end(), other.m_deleted.begin(),
                      other.m_deleted.end()); // QList's own == hands null to memcmp when empty
}

} // namespace pressboard
