// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/strip_words.h"

#include "client/store/store.h"

namespace pressboard::client {

namespace {

constexpr QLatin1StringView urgent{"urgent_orders_count"};
constexpr QLatin1StringView running{"current_steps_count"};
constexpr QLatin1StringView waiting{"next_steps_count"};
constexpr QLatin1StringView ready{"ready_steps_count"};
constexpr QLatin1StringView processing{"processing_orders"};
constexpr QLatin1StringView pending{"pending_orders"};
constexpr QLatin1StringView completed{"completed_orders"};
constexpr QLatin1StringView total{"total_orders"};

} // namespace

QString StripWords::number(qint64 value)
{
    //: "yes" where large numbers are written with separators, as in 1,284; else "no"
    const bool separated = tr("yes", "thousands separators") == u"yes";
    return separated ? QLocale(QLocale::English).toString(value) : QString::number(value);
}

QString StripWords::valueOf(const Store &store, QLatin1StringView key)
{
    const QJsonValue value = store.stats().value(key);
    return value.isDouble() ? number(value.toInteger()) : QStringLiteral("–");
}

QString StripWords::today(const Store &store, QLatin1StringView key)
{
    const QJsonValue now = store.stats().value(key);
    const QJsonValue then = store.dayStats().value(key);
    if (!now.isDouble() || !then.isDouble())
        return {};
    const qint64 change = now.toInteger() - then.toInteger();
    if (change == 0)
        return {};
    const QString signedChange = (change > 0 ? QStringLiteral("+") : QStringLiteral("−"))
        + number(std::abs(change));
    return tr("%1 today").arg(signedChange);
}

QList<Badge> StripWords::urgentTiers(const Store &store)
{
    const QDate today = store.today();
    int overdue = 0;
    int dueToday = 0;
    int soon = 0;
    for (const Order &order : store.book().orders()) {
        const DueTier tier = dueTier(order, today);
        overdue += tier == DueTier::Overdue;
        dueToday += tier == DueTier::Today;
        soon += tier == DueTier::Within3Days;
    }
    QList<Badge> badges;
    if (overdue > 0)
        badges.append({tr("Overdue %1").arg(overdue), Badge::Shape::Filled});
    if (dueToday > 0)
        badges.append({tr("Today %1").arg(dueToday), Badge::Shape::Outlined});
    if (soon > 0)
        badges.append({tr("3 days %1").arg(soon), Badge::Shape::Ink});
    return badges;
}

QList<CellWords> StripWords::cells(const Store &store)
{
    const auto cell = [&store](QLatin1StringView key, const QString &label, const QString &aside) {
        return CellWords{key, label, valueOf(store, key), aside, {}};
    };
    const QString readyNumber = valueOf(store, ready);
    const QString readyAside = store.stats().contains(ready) ? tr("%1 ready").arg(readyNumber)
                                                             : QString();
    QList<CellWords> cells{
        cell(urgent, tr("Urgent"), {}),
        cell(running, tr("Steps in progress"), {}),
        cell(waiting, tr("Steps waiting"), readyAside),
        cell(processing, tr("In production"), today(store, processing)),
        cell(pending, tr("Pending"), {}),
        cell(completed, tr("Completed"), today(store, completed)),
        cell(total, tr("All orders"), today(store, total)),
    };
    cells.first().badges = urgentTiers(store);
    return cells;
}

} // namespace pressboard::client
