// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/activity_recorder.h"

#include "client/store/store.h"

#include <utility>

namespace pressboard::client {

ActivityRecorder::ActivityRecorder(const Store &store)
    : m_store(store)
{
}

void ActivityRecorder::note(const Event &event, const Change &change, const QList<News> &all,
                            const Circumstances &here)
{
    if (!all.isEmpty())
        m_list.add(all, momentOf(event.id),
                   std::make_shared<const ActivityRecord>(event, change, here));
    if (!change.imported)
        return;
    for (const OrderChange &order : change.orders)
        m_list.addImported(order.orderId, momentOf(event.id));
    for (const StepChange &step : change.steps)
        m_list.addImported(step.orderId, momentOf(event.id));
}

void ActivityRecorder::noteLate(QDate watchedFrom, const QList<News> &late,
                                const Circumstances &here)
{
    m_list.add(late, m_store.now(),
               std::make_shared<const ActivityRecord>(watchedFrom, late, here));
}

bool ActivityRecorder::noteBook()
{
    if (std::exchange(m_epoch, m_store.book().epoch) == m_store.book().epoch)
        return false;
    m_list.clear();
    // A cache is of a moment, and what came after it is missing; of a new log everything is.
    if (m_store.connectionStatus().state == ConnectionState::Syncing)
        m_list.goStale(std::nullopt);
    return true;
}

void ActivityRecorder::noteSync(bool replayed)
{
    m_gapFilled = m_gapFilled && replayed;
}

void ActivityRecorder::noteConnection()
{
    if (m_store.isStale()) {
        m_list.goStale(m_store.dataAsOf());
        return;
    }
    m_list.goLive(m_store.now(), m_gapFilled);
    m_gapFilled = true;
}

} // namespace pressboard::client
