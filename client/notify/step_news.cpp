// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/step_news.h"

#include "client/models/board_entry.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/notify/order_before.h"

#include <QCoreApplication>

namespace pressboard::client {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::toasts)
};

Toast about(ToastKind kind, const QString &title, const Order &order, const Step &step)
{
    Toast toast;
    toast.kind = kind;
    toast.title = title.arg(step.name, format::orderNumber(order));
    toast.orderId = order.orderId;
    return toast;
}

QString nextText(const Order &order, const Step &step)
{
    const Step *next = nextStep(order, step);
    return next ? Words::tr("next %1").arg(next->name) : QString();
}

News started(const Order &order, const Step &step, const Circumstances &here)
{
    //: 1: a step, 2: an order number
    Toast toast = about(ToastKind::StepStarted, Words::tr("Started: %1 %2"), order, step);
    toast.text = format::dotted({step.operatorName, order.customerName});
    return {toast, here.toastsStepMoves, {step.name}};
}

News completed(const Order &order, const Step &step, const Circumstances &here)
{
    QString took;
    if (step.startTime && step.endTime && *step.endTime > *step.startTime)
        took = Words::tr("took %1").arg(format::elapsed(
            std::chrono::floor<std::chrono::seconds>(*step.endTime - *step.startTime)));
    Toast toast = about(ToastKind::StepCompleted, Words::tr("Finished: %1 %2"), order, step);
    toast.text = format::dotted({step.operatorName, took, nextText(order, step)});
    return {toast, here.toastsStepMoves, {step.name}};
}

News skipped(const Order &order, const Step &step, const Circumstances &here)
{
    Toast toast = about(ToastKind::StepSkipped, Words::tr("Skipped: %1 %2"), order, step);
    toast.text = nextText(order, step);
    return {toast, here.profile.worksOn(step.name), {step.name}};
}

News reopened(const Order &order, const Step &step, StepStatus before, const Circumstances &here)
{
    const bool mine = here.profile.worksOn(step.name);
    Toast toast = about(ToastKind::StepReopened, Words::tr("Reopened: %1 %2"), order, step);
    //: 1: a step's status before, 2: its status now
    toast.text =
        Words::tr("%1 → %2", "reopened")
            .arg(format::status(before), format::statusName(step.status, step.statusDisplay));
    toast.sound = mine;
    return {toast, mine || !here.profile.isOnFloor(), {step.name}};
}

bool isFinished(StepStatus status)
{
    return status == StepStatus::Completed || status == StepStatus::Skipped;
}

std::optional<News> moveOf(const StepChange &change, const Order &order, const Step &step,
                           const Circumstances &here)
{
    const FieldChange *status = change.field(QLatin1StringView("status"));
    if (!status)
        return std::nullopt;
    const auto before = StepStatus(status->before.toJson().toInt());
    if (isFinished(before) && !step.isFinished())
        return reopened(order, step, before, here);
    switch (step.status) {
    case StepStatus::InProgress:
        return started(order, step, here);
    case StepStatus::Completed:
        return completed(order, step, here);
    case StepStatus::Skipped:
        return skipped(order, step, here);
    case StepStatus::Waiting:
    case StepStatus::Unknown:
        break;
    }
    return std::nullopt;
}

News yourTurn(const Order &order, const Step &step)
{
    QString previous;
    if (const Step *before = previousStep(order, step)) {
        //: 1: a step, 2: its status
        previous =
            Words::tr("previous %1 %2").arg(before->name, format::status(before->status).toLower());
    }
    const QString due = order.deliveryDate.isValid()
        ? Words::tr("due %1").arg(format::date(order.deliveryDate))
        : QString();
    Toast toast = about(ToastKind::StepReady, Words::tr("Your turn: %1 %2"), order, step);
    toast.text = format::dotted({order.customerName, order.productName, previous, due});
    toast.step = step.name;
    toast.orderNo = format::orderNumber(order);
    toast.emphasis = ToastEmphasis::YourTurn;
    toast.sound = true;
    return {toast, true, {step.name}};
}

/// The steps of this station that nothing holds up any more, since this change.
QList<News> turnsOf(const Order &order, const Change &change, const Circumstances &here)
{
    QList<News> turns;
    const Order before = orderBefore(order, change);
    for (const Step &step : order.steps) {
        if (!here.profile.worksOn(step.name) || !isReady(order, step, here.joinSteps))
            continue;
        const Step *earlier = before.step(step.progressId);
        if (!earlier || !isReady(before, *earlier, here.joinSteps))
            turns.append(yourTurn(order, step));
    }
    return turns;
}

QList<CrmId> ordersOf(const Change &change)
{
    QList<CrmId> orders;
    for (const OrderChange &order : change.orders)
        orders.append(order.orderId);
    for (const StepChange &step : change.steps) {
        if (!orders.contains(step.orderId))
            orders.append(step.orderId);
    }
    return orders;
}

} // namespace

QList<News> stepNews(const Change &change, const Circumstances &here)
{
    QList<News> all;
    for (const StepChange &moved : change.steps) {
        const Order *order = here.book.order(moved.orderId);
        const Step *step = order ? order->step(moved.progressId) : nullptr;
        if (!step || moved.kind != RowChange::Updated)
            continue;
        if (const auto news = moveOf(moved, *order, *step, here))
            all.append(*news);
    }
    if (!here.profile.isOnFloor())
        return all;
    const QList<CrmId> touched = ordersOf(change);
    for (const CrmId &orderId : touched) {
        if (const Order *order = here.book.order(orderId))
            all.append(turnsOf(*order, change, here));
    }
    return all;
}

} // namespace pressboard::client
