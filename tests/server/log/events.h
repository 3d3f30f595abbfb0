// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pressboard::test {

inline Event eventOf(StreamId id, QLatin1StringView type, QJsonObject data, QStringList groups = {})
{
    Event made;
    made.id = id;
    made.type = type;
    made.data = std::move(data);
    made.groups = Audience(std::move(groups));
    return made;
}

inline Event orderEvent(StreamId id, const CrmId &orderId, int status, QStringList groups = {})
{
    return eventOf(
        id, event_type::order,
        {{QStringLiteral("order_id"), orderId.toJson()}, {QStringLiteral("status"), status}},
        std::move(groups));
}

inline Event deletion(StreamId id, const CrmId &orderId)
{
    return eventOf(id, event_type::order,
                   {{QStringLiteral("order_id"), orderId.toJson()},
                    {QStringLiteral("action"), QStringLiteral("deleted")}});
}

inline Event stepEvent(StreamId id, const CrmId &orderId, const CrmId &progressId, int status,
                       QStringList groups = {})
{
    return eventOf(id, event_type::progress,
                   {{QStringLiteral("order_id"), orderId.toJson()},
                    {QStringLiteral("progress_id"), progressId.toJson()},
                    {QStringLiteral("step_order"), int(qHash(progressId) % 10)},
                    {QStringLiteral("status"), status}},
                   std::move(groups));
}

inline Event noticeEvent(StreamId id, const QString &message, QStringList groups = {},
                         const QString &replaces = {})
{
    QJsonObject data{{QStringLiteral("message"), message}};
    if (!replaces.isEmpty())
        data.insert(QStringLiteral("replaces"), replaces);
    return eventOf(id, event_type::notice, data, std::move(groups));
}

inline Event retirement(StreamId id, const QList<CrmId> &orderIds)
{
    QJsonArray ids;
    for (const CrmId &orderId : orderIds)
        ids.append(orderId.toJson());
    return eventOf(id, event_type::retire, {{QStringLiteral("order_ids"), ids}});
}

} // namespace pressboard::test
