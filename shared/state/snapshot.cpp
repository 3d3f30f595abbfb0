// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/snapshot.h"

#include "shared/base/limits.h"
#include "shared/base/object_reader.h"
#include "shared/state/fields.h"
#include "shared/state/row_members.h"

#include <QJsonArray>

namespace pressboard {
namespace {

using Need = ObjectReader::Need;

constexpr QLatin1StringView orderIdKey("order_id");
constexpr QLatin1StringView progressIdKey("progress_id");
constexpr QLatin1StringView statusDisplayKey("status_display");
constexpr QLatin1StringView createdAtKey("created_at");
constexpr QLatin1StringView statusSinceKey("status_since");
constexpr QLatin1StringView completedAtKey("completed_at");
constexpr QLatin1StringView groupsKey("groups");
constexpr QLatin1StringView touchedKey("touched");
constexpr QLatin1StringView stubKey("stub");
constexpr QLatin1StringView stepsKey("steps");
constexpr QLatin1StringView fieldsKey("fields");
constexpr QLatin1StringView publisherKey("publisher");
constexpr QLatin1StringView settledKey("settled");
constexpr QLatin1StringView firstKey("first");
constexpr QLatin1StringView byKey("by");
constexpr QLatin1StringView stationKey("station");
constexpr QLatin1StringView atKey("at");

/// What is not there is not written: most rows have half of the fields.
template<typename Name>
void writeMember(JsonWriter &writer, const Name &name, const wire::Value &value)
{
    if (value.isNull())
        return;
    writer.name(name);
    value.write(writer);
}

void writeTouched(JsonWriter &writer, StreamId touched)
{
    if (!touched.isNull())
        writer.member(touchedKey, touched);
}

void writeCustom(JsonWriter &writer, const CustomValues &values)
{
    if (values.isEmpty())
        return;
    writer.name(fieldsKey);
    write(writer, values);
}

void writeStep(JsonWriter &writer, const Step &step)
{
    writer.beginObject();
    writer.member(progressIdKey, step.progressId);
    // It is said once, where it may be long: two hundred steps must stay one frame.
    if (step.orderId.isNumber())
        writer.member(orderIdKey, step.orderId);
    visitMembers(step, [&writer](const QString &name, const wire::Value &value) {
        writeMember(writer, name, value);
    });
    writeCustom(writer, *step.details->custom);
    writeTouched(writer, step.touched);
    writer.endObject();
}

template<typename Row>
void readFields(ObjectReader &reader, const QList<Field<Row>> &fields, Row &row,
                const QJsonObject &object)
{
    for (const Field<Row> &field : fields) {
        const auto value = object.constFind(field.name);
        if (value != object.constEnd() && !field.set(field, row, *value, nullptr))
            reader.fail(field.name, QStringLiteral("of its field's type"));
    }
    row.statusDisplay = reader.text(statusDisplayKey, Need::Optional);
}

CustomValues readCustom(ObjectReader &reader)
{
    if (reader.isAbsent(fieldsKey))
        return {};
    const auto values = customValuesFromJson(reader.object(fieldsKey));
    if (!values)
        reader.fail(fieldsKey,
                    QStringLiteral("at most %1 texts and numbers").arg(limits::customFields));
    return values.value_or(CustomValues());
}

OptionalMoment optionalMoment(ObjectReader &reader, QLatin1StringView key)
{
    if (reader.isAbsent(key))
        return std::nullopt;
    return reader.moment(key);
}

Step readStep(const QJsonObject &object, const CrmId &orderId, Error &error)
{
    ObjectReader reader(object);
    Step step;
    step.progressId = reader.crmId(progressIdKey);
    step.orderId = orderId;
    readFields(reader, stepFields(), step, object);
    if (CustomValues custom = readCustom(reader); !custom.isEmpty())
        step.details.edit([&](StepDetails &details) { details.custom.set(std::move(custom)); });
    step.statusSince = optionalMoment(reader, statusSinceKey);
    step.touched = reader.streamId(touchedKey, Need::Optional);
    if (!reader.ok())
        error = reader.error();
    return step;
}

QList<Step> readSteps(const QJsonArray &array, const CrmId &orderId, Error &error)
{
    QList<Step> steps;
    if (array.size() > limits::stepsPerOrder)
        error.message = QStringLiteral("an order has at most %1 steps").arg(limits::stepsPerOrder);
    else
        steps.reserve(array.size()); // growing by itself it would keep room for half as many more
    for (const QJsonValue value : array) {
        if (!error.message.isEmpty())
            return steps;
        if (!value.isObject())
            error.message = QStringLiteral("each of \"steps\" must be an object");
        steps.append(readStep(value.toObject(), orderId, error));
    }
    return steps;
}

} // namespace

void writeMembers(JsonWriter &writer, const Order &order)
{
    writer.member(orderIdKey, order.orderId);
    visitMembers(order, [&writer](const QString &name, const wire::Value &value) {
        writeMember(writer, name, value);
    });
    writeCustom(writer, *order.custom);
    writeTouched(writer, order.touched);
    writer.name(stepsKey);
    writer.beginArray();
    for (const Step &step : order.steps)
        writeStep(writer, step);
    writer.endArray();
}

QByteArray toText(const Order &order)
{
    JsonWriter writer(1024 + 512 * order.steps.size());
    writer.beginObject();
    writeMembers(writer, order);
    writer.endObject();
    return writer.take();
}

Result<Order> orderFromJson(const QJsonObject &object)
{
    ObjectReader reader(object);
    Order order;
    order.orderId = reader.crmId(orderIdKey);
    readFields(reader, orderFields(), order, object);
    order.custom.set(readCustom(reader));
    order.createdAt = optionalMoment(reader, createdAtKey);
    order.statusSince = optionalMoment(reader, statusSinceKey);
    order.completedAt = optionalMoment(reader, completedAtKey);
    order.audience = Audience(reader.texts(groupsKey, Need::Optional));
    order.touched = reader.streamId(touchedKey, Need::Optional);
    order.stub = reader.flag(stubKey, Need::Optional);
    Error error;
    order.steps = readSteps(reader.array(stepsKey, Need::Optional), order.orderId, error);
    if (!reader.ok())
        return reader.error();
    if (!error.message.isEmpty())
        return error;
    order.sortSteps();
    return order;
}

static QJsonObject toJson(const Settlement &settlement)
{
    return {
        {byKey, settlement.by}, {stationKey, settlement.station}, {atKey, toWire(settlement.at)}};
}

static Settlement readSettlement(ObjectReader &reader)
{
    return {reader.text(byKey, Need::Optional), reader.text(stationKey, Need::Optional),
            reader.moment(atKey)};
}

QJsonObject toJson(const Notice &notice)
{
    QJsonObject object{{QLatin1StringView("id"), notice.id.toString()},
                       {QLatin1StringView("data"), notice.data}};
    if (!notice.audience.isEveryone())
        object.insert(groupsKey, notice.audience.toJson());
    if (!notice.publisher.isEmpty())
        object.insert(publisherKey, notice.publisher);
    if (notice.settled)
        object.insert(settledKey, toJson(*notice.settled));
    if (!notice.first.isNull())
        object.insert(firstKey, notice.first.toString());
    return object;
}

Result<Notice> noticeFromJson(const QJsonObject &object)
{
    ObjectReader reader(object);
    Notice notice;
    notice.id = reader.streamId(QLatin1StringView("id"));
    notice.data = reader.object(QLatin1StringView("data"));
    notice.audience = Audience(reader.texts(groupsKey, Need::Optional));
    notice.publisher = reader.text(publisherKey, Need::Optional);
    notice.first = reader.streamId(firstKey, Need::Optional);
    if (!reader.isAbsent(settledKey)) {
        ObjectReader settled(reader.object(settledKey));
        notice.settled = readSettlement(settled);
        if (!settled.ok())
            reader.fail(settledKey, QStringLiteral("{\"by\",\"station\",\"at\"}"));
    }
    if (!reader.ok())
        return reader.error();
    return notice;
}

} // namespace pressboard
