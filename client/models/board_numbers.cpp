// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board_numbers.h"

#include "client/models/format.h"
#include "shared/base/limits.h"

namespace pressboard::client {
namespace {

constexpr QLatin1StringView readyKey{"ready_steps_count"};

QLatin1StringView keyOf(BoardNumbers::Number number)
{
    switch (number) {
    case BoardNumbers::Urgent:
        return QLatin1StringView("urgent_orders_count");
    case BoardNumbers::StepsInProgress:
        return QLatin1StringView("current_steps_count");
    case BoardNumbers::StepsWaiting:
        return QLatin1StringView("next_steps_count");
    case BoardNumbers::Processing:
        return QLatin1StringView("processing_orders");
    case BoardNumbers::Pending:
        return QLatin1StringView("pending_orders");
    case BoardNumbers::Completed:
        return QLatin1StringView("completed_orders");
    case BoardNumbers::Total:
        break;
    }
    return QLatin1StringView("total_orders");
}

QString labelOf(BoardNumbers::Number number)
{
    switch (number) {
    case BoardNumbers::Urgent:
        return BoardNumbers::tr("Urgent");
    case BoardNumbers::StepsInProgress:
        return BoardNumbers::tr("Steps in progress");
    case BoardNumbers::StepsWaiting:
        return BoardNumbers::tr("Steps waiting");
    case BoardNumbers::Processing:
        return BoardNumbers::tr("In production");
    case BoardNumbers::Pending:
        return BoardNumbers::tr("Pending");
    case BoardNumbers::Completed:
        return BoardNumbers::tr("Completed");
    case BoardNumbers::Total:
        break;
    }
    return BoardNumbers::tr("All orders");
}

std::optional<qint64> integerAt(const QJsonObject &numbers, QLatin1StringView key)
{
    const QJsonValue value = numbers.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

BoardNumbers::BoardNumbers(const Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_today(store.today())
{
    connect(&store, &Store::statsChanged, this, &BoardNumbers::update);
    connect(&store, &Store::changed, this, &BoardNumbers::update);
    update();
}

std::optional<qint64> BoardNumbers::number(QLatin1StringView key) const
{
    return integerAt(m_store.stats(), key);
}

std::optional<qint64> BoardNumbers::todaysChange(QLatin1StringView key) const
{
    // A board that knew no order when the day began has no yesterday to compare with: its first
    // import is not "today's change".
    if (integerAt(m_store.dayStats(), keyOf(Total)).value_or(0) == 0)
        return std::nullopt;
    const auto began = integerAt(m_store.dayStats(), key);
    const auto now = number(key);
    return began && now ? std::optional(*now - *began) : std::nullopt;
}

std::optional<qint64> BoardNumbers::completedToday() const
{
    return todaysChange(keyOf(Completed));
}

bool BoardNumbers::isComplete() const
{
    return m_store.stats().value(QLatin1StringView("complete")).toBool(true);
}

QString BoardNumbers::caveat() const
{
    return isComplete() ? QString()
                        : tr("Counted from what this server has seen: the CRM's older orders were "
                             "never imported.");
}

QString BoardNumbers::asideOf(Number number) const
{
    if (number == StepsWaiting)
        return m_ready ? tr("%1 ready").arg(format::number(*m_ready)) : QString();
    if (number == Urgent || number == StepsInProgress)
        return {};
    if (number == Total && !isComplete())
        return tr("incomplete");
    const auto change = todaysChange(keyOf(number));
    return change && *change != 0 ? tr("%1 today").arg(format::signedNumber(*change)) : QString();
}

BoardNumbers::Shown BoardNumbers::show(Number number) const
{
    const auto value = this->number(keyOf(number));
    return {labelOf(number), value ? format::number(*value) : QStringLiteral("–"), asideOf(number),
            value};
}

/// The book counts what is due until three days from a date: so the count three days earlier is
/// what is due until that date, and costs no walk through the orders.
BoardNumbers::Tiers BoardNumbers::countTiers() const
{
    const auto dueUntil = [this](QDate date) {
        return m_store.book().computedStats(date.addDays(-limits::urgentDays)).urgentOrders;
    };
    const qint64 overdue = dueUntil(m_today.addDays(-1));
    const qint64 untilToday = dueUntil(m_today);
    return {overdue, untilToday - overdue,
            dueUntil(m_today.addDays(limits::urgentDays)) - untilToday};
}

void BoardNumbers::setToday(QDate today)
{
    m_today = today;
    update();
}

void BoardNumbers::update()
{
    const auto shownBefore = m_shown;
    const auto tiersBefore = m_tiers;
    m_ready = number(readyKey);
    m_tiers = countTiers();
    for (int i = 0; i < count; ++i)
        m_shown[size_t(i)] = show(Number(i));
    if (m_shown != shownBefore || m_tiers != tiersBefore)
        Q_EMIT changed();
}

} // namespace pressboard::client
