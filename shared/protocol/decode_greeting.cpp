// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/decoders.h"

namespace pressboard::protocol::decoders {

using Need = ObjectReader::Need;

namespace {

Shop nestedShop(ObjectReader &outer)
{
    const QLatin1StringView key("shop");
    ObjectReader reader(outer.object(key, Need::Optional));
    Shop shop;
    shop.name = reader.text(QLatin1StringView("name"), Need::Optional);
    shop.timezone = reader.text(QLatin1StringView("timezone"), Need::Optional);
    shop.dayStart = reader.text(QLatin1StringView("day_start"), Need::Optional);
    shop.workHours = reader.text(QLatin1StringView("work_hours"), Need::Optional);
    shop.quietAfterSeconds = reader.count(QLatin1StringView("quiet_after_s"), Need::Optional);
    shop.joinSteps = reader.texts(QLatin1StringView("join_steps"), Need::Optional);
    shop.orderUrl = reader.text(QLatin1StringView("order_url"), Need::Optional);
    adoptError(outer, key, reader);
    return shop;
}

} // namespace

/// A server that speaks only the seed's messages sends message and user: protocol is then 0.
Decoded connectionEstablished(const QJsonObject &object)
{
    ObjectReader reader(object);
    ConnectionEstablished message;
    message.message = reader.text(QLatin1StringView("message"));
    message.user = reader.text(QLatin1StringView("user"), Need::Optional);
    message.protocol = reader.count(QLatin1StringView("protocol"), Need::Optional);
    message.features = reader.texts(QLatin1StringView("features"), Need::Optional);
    message.epoch = reader.text(QLatin1StringView("epoch"), Need::Optional);
    message.position = reader.streamId(QLatin1StringView("position"), Need::Optional);
    if (!reader.isAbsent(QLatin1StringView("heartbeat_s")))
        message.heartbeatSeconds = reader.count(QLatin1StringView("heartbeat_s"));
    message.time = reader.moment(QLatin1StringView("time"), Need::Optional);
    message.source = nestedSource(reader);
    message.permissions = reader.texts(QLatin1StringView("permissions"), Need::Optional);
    message.groups = reader.texts(QLatin1StringView("groups"), Need::Optional);
    message.shop = nestedShop(reader);
    ObjectReader server(reader.object(QLatin1StringView("server"), Need::Optional));
    message.serverVersion = server.text(QLatin1StringView("version"), Need::Optional);
    message.instance = server.text(QLatin1StringView("instance"), Need::Optional);
    adoptError(reader, QLatin1StringView("server"), server);
    return checked(reader, std::move(message));
}

} // namespace pressboard::protocol::decoders
