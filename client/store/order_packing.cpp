// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/order_packing.h"

#include "client/store/custom_packing.h"
#include "shared/base/limits.h"

#include <algorithm>
#include <utility>

namespace pressboard::client {
namespace {

void pack(Packer &packer, const Step &step)
{
    packer.crmId(step.progressId);
    packer.text(step.orderNo);
    packer.text(step.name);
    packer.signedNumber(step.order);
    packer.number(quint64(step.category));
    packer.number(quint64(step.status));
    packer.text(step.statusDisplay);
    packer.text(step.operatorName);
    packer.text(step.details->operatorId);
    packer.text(step.details->confirmUser);
    packer.text(step.details->confirmUserId);
    packer.moment(step.startTime);
    packer.moment(step.endTime);
    packer.text(step.details->note);
    pack(packer, *step.details->custom);
    packer.moment(step.statusSince);
    packer.id(step.touched);
}

Step unpackStep(Unpacker &unpacker, const CrmId &orderId)
{
    Step step;
    step.orderId = orderId;
    step.progressId = unpacker.crmId();
    step.orderNo = unpacker.text();
    step.name = unpacker.text();
    step.order = int(unpacker.signedNumber());
    step.category = unpacker.oneOf(StepCategory::Content);
    step.status = unpacker.oneOf(StepStatus::Skipped);
    step.statusDisplay = unpacker.text();
    step.operatorName = unpacker.text();
    StepDetails details;
    details.operatorId = unpacker.text();
    details.confirmUser = unpacker.text();
    details.confirmUserId = unpacker.text();
    step.startTime = unpacker.moment();
    step.endTime = unpacker.moment();
    details.note = unpacker.text();
    details.custom.set(unpackCustomValues(unpacker));
    step.details.set(std::move(details));
    step.statusSince = unpacker.moment();
    step.touched = unpacker.id();
    return step;
}

void packWhatTheCrmSaid(Packer &packer, const Order &order)
{
    packer.text(order.orderNo);
    packer.text(order.customerName);
    packer.text(order.productName);
    packer.number(quint64(order.status));
    packer.text(order.statusDisplay);
    packer.text(order.workOrderNo);
    packer.number(quint64(order.printType));
    packer.optionalNumber(order.quantity);
    packer.text(order.unit);
    packer.moment(order.orderDate);
    packer.date(order.deliveryDate);
    packer.text(order.salesman);
    packer.text(order.note);
    pack(packer, *order.custom);
}

void unpackWhatTheCrmSaid(Unpacker &unpacker, Order &order)
{
    order.orderNo = unpacker.text();
    order.customerName = unpacker.text();
    order.productName = unpacker.text();
    order.status = unpacker.oneOf(OrderStatus::Cancelled);
    order.statusDisplay = unpacker.text();
    order.workOrderNo = unpacker.text();
    order.printType = unpacker.oneOf(PrintType::CoverContent);
    order.quantity = unpacker.optionalNumber();
    order.unit = unpacker.text();
    order.orderDate = unpacker.moment();
    order.deliveryDate = unpacker.date();
    order.salesman = unpacker.text();
    order.note = unpacker.text();
    order.custom.set(unpackCustomValues(unpacker));
}

} // namespace

void pack(Packer &packer, const Order &order)
{
    packer.crmId(order.orderId);
    packWhatTheCrmSaid(packer, order);
    packer.moment(order.createdAt);
    packer.moment(order.statusSince);
    packer.moment(order.completedAt);
    packer.texts(order.audience.groups());
    packer.id(order.touched);
    packer.number(order.stub ? 1 : 0);
    packer.number(quint64(order.steps.size()));
    for (const Step &step : order.steps)
        pack(packer, step);
}

Order unpackOrder(Unpacker &unpacker)
{
    Order order;
    order.orderId = unpacker.crmId();
    unpackWhatTheCrmSaid(unpacker, order);
    order.createdAt = unpacker.moment();
    order.statusSince = unpacker.moment();
    order.completedAt = unpacker.moment();
    order.audience = Audience(unpacker.texts());
    order.touched = unpacker.id();
    order.stub = unpacker.number() != 0;
    quint64 left = unpacker.number();
    order.steps.reserve(qsizetype(std::min(left, quint64(limits::stepsPerOrder))));
    for (; left > 0 && unpacker.ok(); --left)
        order.steps.append(unpackStep(unpacker, order.orderId));
    return order;
}

} // namespace pressboard::client
