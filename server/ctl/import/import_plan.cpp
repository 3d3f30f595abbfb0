// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import/import_plan.h"

#include "server/ctl/import/import_file.h"
#include "shared/state/apply.h"

#include <QJsonArray>

#include <algorithm>

namespace pressboard::server::ctl {

namespace {

constexpr QLatin1StringView actionKey{"action"};
constexpr QLatin1StringView asOfKey{"as_of"};
constexpr QLatin1StringView orderIdKey{"order_id"};
constexpr QLatin1StringView progressIdKey{"progress_id"};
constexpr QLatin1StringView stepsKey{"steps"};
constexpr QLatin1StringView deletedAction{"deleted"};

CrmId idIn(const QJsonObject &data, QLatin1StringView key)
{
    return CrmId::fromJson(data.value(key));
}

/// What the event would do to this one order, which is all that it can touch.
Change trial(const Event &event, const Order *known, const Book &book)
{
    Book one;
    one.setCustomFields(book.customFields());
    one.position = book.position;
    if (known)
        one.putOrder(*known);
    Event next = event;
    next.id = {book.position.ms + 1, 0};
    return apply(one, next);
}

bool reachesLess(const Change &change, const Change &free)
{
    return change.orders.size() < free.orders.size() || change.steps.size() < free.steps.size();
}

} // namespace

ImportPlan::ImportPlan(QList<Event> orders, StreamId asOf, bool complete)
    : m_orders(std::move(orders))
    , m_asOf(asOf)
    , m_complete(complete)
{
    for (const Event &order : std::as_const(m_orders))
        m_inFile.insert(order.orderId());
}

/// What an earlier import removed is no news of the CRM's: a better file may bring it back.
void ImportPlan::note(const Event &event)
{
    if (event.isImported() || event.id <= m_asOf
        || event.data.value(actionKey).toString() != deletedAction)
        return;
    if (event.type == event_type::order)
        m_deletedOrders.insert(event.orderId());
    else if (event.type == event_type::progress)
        m_deletedSteps.insert(idIn(event.data, progressIdKey));
}

ImportPlan::Batch ImportPlan::nextBatch(const Book &book) const
{
    Batch batch;
    batch.next = m_next;
    const qsizetype end = std::min(m_next + batchLines, m_orders.size());
    for (; batch.next < end && batch.events.size() < batchEvents; ++batch.next) {
        const Verdict verdict = verdictOn(m_orders.at(batch.next), book);
        (verdict.events.isEmpty() ? batch.counts.unchanged : batch.counts.written) += 1;
        batch.counts.leftAlone += verdict.leftAlone;
        batch.events += verdict.events;
    }
    if (m_next < m_orders.size())
        return batch;
    if (m_complete)
        addRemovals(book, batch);
    batch.isLast = batch.counts.removed == 0;
    return batch;
}

void ImportPlan::accept(const Batch &batch)
{
    m_next = batch.next;
    m_counts.written += batch.counts.written;
    m_counts.unchanged += batch.counts.unchanged;
    m_counts.leftAlone += batch.counts.leftAlone;
    m_counts.removed += batch.counts.removed;
}

ImportPlan::Verdict ImportPlan::verdictOn(const Event &order, const Book &book) const
{
    const CrmId id = order.orderId();
    const Order *known = book.order(id);
    if (!known && m_deletedOrders.contains(id))
        return {{}, true};

    Verdict verdict;
    Event event = order;
    event.data.remove(asOfKey);
    settleSteps(event, book, verdict);
    Change change = trial(event, known, book);
    // An order that is not there has no newer rows; one deleted before the file was made comes
    // back.
    if (known) {
        event.data.insert(asOfKey, m_asOf.toString());
        const Change free = std::exchange(change, trial(event, known, book));
        verdict.leftAlone = verdict.leftAlone || reachesLess(change, free);
    }
    if (change.rowsChanged())
        verdict.events.prepend(event);
    return verdict;
}

/// The steps that an imported order may not bring: those deleted since, and those that another
/// order has. Who sees that one must be told, so they move by events of their own.
void ImportPlan::settleSteps(Event &order, const Book &book, Verdict &verdict) const
{
    const CrmId orderId = order.orderId();
    QJsonArray steps = order.data.value(stepsKey).toArray();
    for (qsizetype i = steps.size() - 1; i >= 0; --i) {
        const QJsonObject step = steps[i].toObject();
        const CrmId id = idIn(step, progressIdKey);
        const Order *home = book.orderOfStep(id);
        if (home ? home->orderId == orderId : !m_deletedSteps.contains(id))
            continue;
        if (home && home->step(id)->touched <= m_asOf)
            verdict.events.append(moved(order, step));
        else
            verdict.leftAlone = true;
        steps.removeAt(i);
    }
    if (order.data.contains(stepsKey))
        order.data.insert(stepsKey, steps);
}

Event ImportPlan::moved(const Event &order, QJsonObject step) const
{
    step.insert(orderIdKey, order.data.value(orderIdKey));
    step.insert(asOfKey, m_asOf.toString());
    return Event{{}, event_type::progress, step, order.groups, importSource()};
}

/// In the file, or touched since it was made.
bool ImportPlan::isKept(const Order &order) const
{
    return m_inFile.contains(order.orderId) || order.touched > m_asOf
        || std::any_of(order.steps.begin(), order.steps.end(),
                       [this](const Step &step) { return step.touched > m_asOf; });
}

/// When nothing is left to remove, the word that the file was all there is.
void ImportPlan::addRemovals(const Book &book, Batch &batch) const
{
    for (const Order &order : book.orders()) {
        if (isKept(order))
            continue;
        const QJsonObject data{{orderIdKey, order.orderId.toJson()},
                               {actionKey, deletedAction},
                               {asOfKey, m_asOf.toString()}};
        batch.events.append({{}, event_type::order, data, order.audience, importSource()});
        if (++batch.counts.removed == batchEvents)
            return;
    }
    const bool isKnown =
        book.complete && book.publishedNumbers.isEmpty() && book.retired == Book::Retired();
    if (batch.counts.removed == 0 && !isKnown) {
        const QJsonObject data{{asOfKey, m_asOf.toString()}, {QLatin1StringView("complete"), true}};
        batch.events.append({{}, event_type::import, data, {}, importSource()});
    }
}

} // namespace pressboard::server::ctl
