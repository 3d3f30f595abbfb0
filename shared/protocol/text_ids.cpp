// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/text_ids.h"

#include <QJsonArray>

#include <algorithm>

namespace pressboard::protocol {
namespace {

constexpr QLatin1StringView orderIdKey("order_id");
constexpr QLatin1StringView progressIdKey("progress_id");

bool isTextId(const QJsonValue &value)
{
    return CrmId::fromJson(value).isText();
}

bool isStepOfTextId(const QJsonValue &step)
{
    return isTextId(step[progressIdKey]) || isTextId(step[orderIdKey]);
}

bool hasAny(const QJsonValue &list, bool (*is)(const QJsonValue &))
{
    const QJsonArray all = list.toArray();
    return std::any_of(all.begin(), all.end(), is);
}

} // namespace

bool hasTextIds(const Event &event)
{
    const QJsonObject &data = event.data;
    if (event.type == event_type::order)
        return isTextId(data.value(orderIdKey)) || hasAny(data.value(u"steps"), isStepOfTextId);
    if (event.type == event_type::progress)
        return isTextId(data.value(orderIdKey)) || isTextId(data.value(progressIdKey));
    if (event.type == event_type::notice)
        return isTextId(data.value(orderIdKey));
    return event.type == event_type::retire && hasAny(data.value(u"order_ids"), isTextId);
}

bool hasTextIds(const Notice &notice)
{
    return notice.orderId().isText();
}

std::optional<Order> withoutTextIds(const Order &order)
{
    if (order.orderId.isText())
        return std::nullopt;
    Order plain = order;
    const auto hasText = [](const Step &step) { return step.progressId.isText(); };
    if (std::any_of(order.steps.begin(), order.steps.end(), hasText))
        plain.steps.removeIf(hasText);
    return plain;
}

QJsonObject noticeWithoutTextIds(QJsonObject data)
{
    if (isTextId(data.value(orderIdKey)))
        data.remove(orderIdKey);
    return data;
}

} // namespace pressboard::protocol
