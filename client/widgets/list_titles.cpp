// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/list_titles.h"

#include "client/store/store.h"
#include "client/widgets/strip_words.h"

#include <QAbstractItemModel>

namespace pressboard::client {

ListTitles::ListTitles(const Store &store, const BoardLists &lists, bool narrowed)
    : m_store(store)
    , m_lists(lists)
    , m_narrowed(narrowed)
{
}

QString ListTitles::count(int listed, QLatin1StringView key) const
{
    const QJsonValue card = m_store.stats().value(key);
    const QString here = StripWords::number(listed);
    if (m_narrowed || !card.isDouble() || card.toInteger() == listed)
        return here;
    //: 1: rows of the list, 2: the server's number on the card
    return tr("%1 (the CRM counts %2)").arg(here, StripWords::number(card.toInteger()));
}

QString ListTitles::running() const
{
    return tr("In progress");
}

QString ListTitles::runningCount() const
{
    const int listed = m_lists.running->rowCount() + m_lists.unreported->rowCount();
    return count(listed, QLatin1StringView("current_steps_count"));
}

QString ListTitles::ready() const
{
    return tr("Ready to start");
}

QString ListTitles::readyCount() const
{
    return count(m_lists.ready->rowCount(), QLatin1StringView("ready_steps_count"));
}

QString ListTitles::urgent() const
{
    return tr("Urgent");
}

QString ListTitles::urgentCount() const
{
    return count(m_lists.urgent->rowCount(), QLatin1StringView("urgent_orders_count"));
}

QString ListTitles::completed() const
{
    return tr("Recently completed");
}

QString ListTitles::completedToday() const
{
    const QLatin1StringView key("completed_orders");
    const QJsonValue now = m_store.stats().value(key);
    const QJsonValue then = m_store.dayStats().value(key);
    if (!now.isDouble() || !then.isDouble() || now.toInteger() <= then.toInteger())
        return {};
    return tr("%1 today").arg(StripWords::number(now.toInteger() - then.toInteger()));
}

QString ListTitles::unreported() const
{
    return tr("Over 24 h, not reported (%1)")
        .arg(StripWords::number(m_lists.unreported->rowCount()));
}

QString ListTitles::blocked() const
{
    return tr("%1 more waiting for an earlier step")
        .arg(StripWords::number(m_lists.blocked->rowCount()));
}

QString ListTitles::stepsTab() const
{
    return tr("Steps");
}

} // namespace pressboard::client
