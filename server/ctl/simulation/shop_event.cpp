// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ctl/simulation/shop_event.h"

#include "shared/state/event.h"

namespace pressboard::server::simulation {

namespace {

using Field = QLatin1StringView;

QString actionOf(bool created)
{
    return created ? QStringLiteral("created") : QStringLiteral("updated");
}

QString printTypeText(PrintType type)
{
    switch (type) {
    case PrintType::Cover:
        return QStringLiteral("cover");
    case PrintType::Content:
        return QStringLiteral("content");
    default:
        return QStringLiteral("cover_content");
    }
}

QJsonValue optional(const OptionalMoment &moment)
{
    return moment ? QJsonValue(toWire(*moment)) : QJsonValue(QJsonValue::Null);
}

void stamp(QJsonObject &data, const QString &action, bool created, Moment at)
{
    data.insert(Field("action"), action);
    data.insert(Field("created"), created);
    data.insert(Field("timestamp"), toWire(at));
}

} // namespace

ShopEvent orderEvent(const Order &order, bool created, Moment at)
{
    QJsonObject data{{Field("order_id"), order.orderId.toJson()},
                     {Field("order_no"), order.orderNo},
                     {Field("customer_name"), order.customerName},
                     {Field("product_name"), order.productName},
                     {Field("status"), int(order.status)},
                     {Field("status_display"), standardText(order.status)},
                     {Field("work_order_no"), order.workOrderNo},
                     {Field("print_type"), printTypeText(order.printType)},
                     {Field("quantity"), order.quantity.value_or(0)},
                     {Field("unit"), order.unit},
                     {Field("order_date"), optional(order.orderDate)},
                     {Field("delivery_date"), order.deliveryDate.toString(Qt::ISODate)},
                     {Field("salesman"), order.salesman},
                     {Field("note"), order.note}};
    stamp(data, actionOf(created), created, at);
    return {at, event_type::order.toString(), data, {}};
}

ShopEvent orderDeleted(const Order &order, Moment at)
{
    QJsonObject data{{Field("order_id"), order.orderId.toJson()},
                     {Field("order_no"), order.orderNo}};
    stamp(data, QStringLiteral("deleted"), false, at);
    return {at, event_type::order.toString(), data, {}};
}

ShopEvent stepEvent(const Step &step, bool created, Moment at)
{
    const bool cover = step.category == StepCategory::Cover;
    QJsonObject data{
        {Field("progress_id"), step.progressId.toJson()},
        {Field("order_id"), step.orderId.toJson()},
        {Field("order_no"), step.orderNo},
        {Field("step_name"), step.name},
        {Field("step_order"), step.order},
        {Field("step_category"), cover ? QStringLiteral("cover") : QStringLiteral("content")},
        {Field("status"), int(step.status)},
        {Field("status_display"), standardText(step.status)},
        {Field("operator"), step.operatorName},
        {Field("confirm_user"), step.details->confirmUser},
        {Field("start_time"), optional(step.startTime)},
        {Field("end_time"), optional(step.endTime)},
        {Field("note"), step.details->note}};
    stamp(data, actionOf(created), created, at);
    return {at, event_type::progress.toString(), data, {}};
}

ShopEvent noticeEvent(const QString &message, const QString &level, Moment at)
{
    return {at,
            event_type::notice.toString(),
            {{Field("message"), message},
             {Field("type"), level},
             {Field("sender"), QStringLiteral("王芳")},
             {Field("timestamp"), toWire(at)}},
            {}};
}

} // namespace pressboard::server::simulation
