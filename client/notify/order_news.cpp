// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/order_news.h"

#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/models/order_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace pressboard::client {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::toasts)
};

Toast about(ToastKind kind, const Order &order)
{
    Toast toast;
    toast.kind = kind;
    toast.orderId = order.orderId;
    return toast;
}

QString joined(QStringList texts, const QString &separator)
{
    texts.removeAll(QString());
    return texts.join(separator);
}

News created(const Order &order, const Circumstances &here)
{
    const QString due = order.deliveryDate.isValid()
        ? Words::tr("due %1").arg(format::dateWithDay(order.deliveryDate))
        : QString();
    const QString product = joined(
        {order.productName, format::quantity(order.quantity, order.unit)}, QStringLiteral(" "));
    Toast toast = about(ToastKind::OrderCreated, order);
    toast.title = Words::tr("New order %1").arg(format::orderNumber(order));
    toast.text = format::dotted({order.customerName, product, due});
    return {toast, !here.profile.isOnFloor()};
}

/// "覆膜（张伟）、印刷（李娜）": cover and text may run at the same time.
QString runningSteps(const Order &order)
{
    QStringList running;
    for (const Step &step : order.steps) {
        if (step.status != StepStatus::InProgress)
            continue;
        //: 1: a step, 2: who works on it
        running.append(step.operatorName.isEmpty()
                           ? step.name
                           : Words::tr("%1 (%2)").arg(step.name, step.operatorName));
    }
    //: between two steps
    return running.join(Words::tr(", "));
}

News cancelled(const Order &order, const Circumstances &here)
{
    const bool onFloor = here.profile.isOnFloor();
    const bool mine = hasWorkFor(here.profile, order);
    const QString running = runningSteps(order);
    Toast toast = about(ToastKind::OrderCancelled, order);
    toast.title = Words::tr("Order cancelled, stop work %1").arg(format::orderNumber(order));
    toast.text = running.isEmpty() ? QString() : Words::tr("Now at: %1").arg(running);
    toast.emphasis = running.isEmpty() ? ToastEmphasis::Neutral : ToastEmphasis::Alarm;
    toast.sound = onFloor && mine;
    toast.sticky = onFloor && mine;
    toast.throughMute = onFloor && mine && !running.isEmpty(); // each minute is paper
    return {toast, !onFloor || mine};
}

QString punctuality(const Order &order, const Circumstances &here)
{
    if (!order.deliveryDate.isValid() || !order.completedAt)
        return {};
    const auto early = int(dateAt(*order.completedAt, here.zone).daysTo(order.deliveryDate));
    if (early > 0)
        return Words::tr("%n day(s) early", nullptr, early);
    return early == 0 ? Words::tr("on time") : Words::tr("%n day(s) late", nullptr, -early);
}

News completed(const Order &order, const Circumstances &here)
{
    Toast toast = about(ToastKind::OrderCompleted, order);
    toast.title = Words::tr("Order completed %1").arg(format::orderNumber(order));
    toast.text = format::dotted({order.customerName, punctuality(order, here)});
    return {toast, !here.profile.isOnFloor()};
}

News changed(const Order &order, const QString &summary, const Circumstances &here)
{
    const bool onFloor = here.profile.isOnFloor();
    const bool mine = hasWorkFor(here.profile, order);
    Toast toast = about(ToastKind::OrderChanged, order);
    toast.title = Words::tr("Order changed %1").arg(format::orderNumber(order));
    toast.text = summary;
    toast.sound = onFloor && mine;
    return {toast, !onFloor || mine};
}

News deleted(const Order &order, const Circumstances &here)
{
    Toast toast = about(ToastKind::OrderDeleted, order);
    toast.title = Words::tr("Order deleted %1").arg(format::orderNumber(order));
    toast.text = Words::tr("If still in production, call the office");
    return {toast, !here.profile.isOnFloor() || hasWorkFor(here.profile, order)};
}

/// Also when it was known only through a step until now. An order first met by an update is
/// older than what we saw of it, and not new.
bool isNew(const OrderChange &change, const Order &order)
{
    if (change.kind == RowChange::Added)
        return order.createdAt.has_value();
    return change.field(QLatin1StringView("created_at")) != nullptr;
}

std::optional<News> newsOf(const OrderChange &change, const Circumstances &here)
{
    if (change.kind == RowChange::Removed)
        return deleted(*change.removed, here);
    const Order *order = here.book.order(change.orderId);
    if (!order)
        return std::nullopt;
    if (isNew(change, *order))
        return created(*order, here);
    const bool moved = change.field(QLatin1StringView("status")) != nullptr;
    if (moved && order->status == OrderStatus::Cancelled)
        return cancelled(*order, here);
    if (moved && order->status == OrderStatus::Completed)
        return completed(*order, here);
    const QString summary = format::changeSummary(change);
    return summary.isEmpty() ? std::nullopt : std::optional(changed(*order, summary, here));
}

/// Of the order as it is, or was.
QStringList stepNames(const OrderChange &change, const Book &book)
{
    const Order *order = change.removed ? &*change.removed : book.order(change.orderId);
    QStringList names;
    for (const Step &step : order->steps)
        names.append(step.name);
    return names;
}

} // namespace

bool hasWorkFor(const StationProfile &profile, const Order &order)
{
    return std::any_of(order.steps.begin(), order.steps.end(), [&](const Step &step) {
        return !step.isFinished() && profile.worksOn(step.name);
    });
}

QList<News> orderNews(const Change &change, const Circumstances &here)
{
    QList<News> all;
    for (const OrderChange &order : change.orders) {
        auto news = newsOf(order, here);
        if (!news)
            continue;
        news->steps = stepNames(order, here.book);
        all.append(*news);
    }
    return all;
}

} // namespace pressboard::client
