// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/decoders.h"

#include "shared/base/limits.h"

namespace pressboard::protocol::decoders {

using Need = ObjectReader::Need;

namespace {

Shop::Step stepIn(const QJsonObject &object)
{
    return {object.value(QLatin1StringView("name")).toString(),
            object.value(QLatin1StringView("category")).toString()};
}

Shop::Call callIn(const QJsonObject &object)
{
    Shop::Call call;
    call.name = object.value(QLatin1StringView("name")).toString();
    call.title = object.value(QLatin1StringView("title")).toString();
    call.level = levelFromName(object.value(QLatin1StringView("level")).toString());
    for (const QJsonValue &group : object.value(QLatin1StringView("groups")).toArray())
        call.groups.append(group.toString());
    call.isAlarm = object.value(QLatin1StringView("alarm")).toBool();
    return call;
}

/// One that this version does not know how to show is none.
void readField(const QJsonObject &object, CustomFields &fields)
{
    const auto type = customTypeFromName(object.value(QLatin1StringView("type")).toString());
    const QString of = object.value(QLatin1StringView("of")).toString();
    const bool isOfStep = of == QLatin1StringView("step");
    if (!type || (!isOfStep && of != QLatin1StringView("order")))
        return;
    CustomField field{object.value(QLatin1StringView("name")).toString(),
                      object.value(QLatin1StringView("title")).toString(), *type};
    for (const QJsonValue &scheme : object.value(QLatin1StringView("schemes")).toArray())
        field.schemes.append(scheme.toString());
    QList<CustomField> &list = isOfStep ? fields.ofSteps : fields.ofOrders;
    if (!field.name.isEmpty() && list.size() < limits::customFields)
        list.append(field);
}

QMap<QString, QString> textsIn(const QJsonObject &object)
{
    QMap<QString, QString> texts;
    for (auto text = object.begin(); text != object.end(); ++text)
        texts.insert(text.key(), text.value().toString());
    return texts;
}

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
    shop.departments = textsIn(reader.object(QLatin1StringView("departments"), Need::Optional));
    for (const QJsonValue &step : reader.array(QLatin1StringView("steps"), Need::Optional))
        shop.steps.append(stepIn(step.toObject()));
    for (const QJsonValue &call : reader.array(QLatin1StringView("calls"), Need::Optional))
        shop.calls.append(callIn(call.toObject()));
    for (const QJsonValue &field : reader.array(QLatin1StringView("fields"), Need::Optional))
        readField(field.toObject(), shop.fields);
    shop.shifts = reader.texts(QLatin1StringView("shifts"), Need::Optional);
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
    message.display = reader.text(QLatin1StringView("display"), Need::Optional);
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
