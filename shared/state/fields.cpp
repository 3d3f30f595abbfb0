// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/fields.h"

#include "shared/base/limits.h"

namespace pressboard {
namespace {

template<auto member, typename Row> wire::Value get(const Row &row)
{
    return row.*member;
}

template<auto member, typename Row>
bool set(const Field<Row> &field, Row &row, const QJsonValue &value, QList<FieldChange> *changes)
{
    auto sent = row.*member;
    if (!wire::read(value, sent))
        return false;
    if constexpr (std::is_same_v<decltype(sent), QString>)
        sent = wire::rowText(sent, field.maxLength);
    assign(changes, field.name, row.*member, std::move(sent));
    return true;
}

/// One that is none of ours is 0 with its word; without a word there is nothing to tell.
template<typename Row> wire::Value getStatus(const Row &row)
{
    const bool isOther =
        row.status == decltype(row.status)::Unknown && !row.statusDisplay.isEmpty();
    return isOther ? wire::Value(0) : wire::Value(row.status);
}

template<auto member> wire::Value getDetail(const Step &step)
{
    return (*step.details).*member;
}

template<auto member>
bool setDetail(const Field<Step> &field, Step &step, const QJsonValue &value,
               QList<FieldChange> *changes)
{
    QString sent;
    if (!wire::read(value, sent))
        return false;
    step.details.edit([&](StepDetails &details) {
        assign(changes, field.name, details.*member, wire::rowText(sent, field.maxLength));
    });
    return true;
}

template<auto member> Field<Order> order(const char16_t *name, int maxLength = limits::orderText)
{
    return {QString::fromUtf16(name), &get<member, Order>, &set<member, Order>, maxLength};
}

template<auto member> Field<Step> step(const char16_t *name, int maxLength = limits::stepText)
{
    return {QString::fromUtf16(name), &get<member, Step>, &set<member, Step>, maxLength};
}

template<auto member> Field<Step> detail(const char16_t *name, int maxLength = limits::stepText)
{
    return {QString::fromUtf16(name), &getDetail<member>, &setDetail<member>, maxLength};
}

} // namespace

const QList<Field<Order>> &orderFields()
{
    static const QList<Field<Order>> fields{
        order<&Order::orderNo>(u"order_no"),
        order<&Order::customerName>(u"customer_name"),
        order<&Order::productName>(u"product_name"),
        {QStringLiteral("status"), &getStatus<Order>, &set<&Order::status, Order>},
        order<&Order::workOrderNo>(u"work_order_no"),
        order<&Order::printType>(u"print_type"),
        order<&Order::quantity>(u"quantity"),
        order<&Order::unit>(u"unit"),
        order<&Order::orderDate>(u"order_date"),
        order<&Order::deliveryDate>(u"delivery_date"),
        order<&Order::salesman>(u"salesman"),
        order<&Order::note>(u"note", limits::orderNote),
    };
    return fields;
}

const QList<Field<Step>> &stepFields()
{
    static const QList<Field<Step>> fields{
        step<&Step::orderNo>(u"order_no"),
        step<&Step::name>(u"step_name"),
        step<&Step::order>(u"step_order"),
        step<&Step::category>(u"step_category"),
        {QStringLiteral("status"), &getStatus<Step>, &set<&Step::status, Step>},
        step<&Step::operatorName>(u"operator"),
        detail<&StepDetails::operatorId>(u"operator_id"),
        detail<&StepDetails::confirmUser>(u"confirm_user"),
        detail<&StepDetails::confirmUserId>(u"confirm_user_id"),
        step<&Step::startTime>(u"start_time"),
        step<&Step::endTime>(u"end_time"),
        detail<&StepDetails::note>(u"note", limits::stepNote),
    };
    return fields;
}

} // namespace pressboard
