// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/snapshot.h"

#include "shared/base/object_reader.h"
#include "shared/protocol/limits.h"
#include "shared/state/fields.h"

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

/// What is not there is not written: most rows have half of the fields.
void insert(QJsonObject &object, QLatin1StringView key, const QJsonValue &value)
{
    if (!value.isNull())
        object.insert(key, value);
}

template<typename Row>
void insertFields(QJsonObject &object, const QList<Field<Row>> &fields, const Row &row)
{
    for (const Field<Row> &field : fields) {
        const QJsonValue value = field.get(row);
        if (!value.isNull())
            object.insert(field.name, value);
    }
    insert(object, statusDisplayKey, wire::write(row.statusDisplay));
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

OptionalMoment optionalMoment(ObjectReader &reader, QLatin1StringView key)
{
    if (reader.isAbsent(key))
        return std::nullopt;
    return reader.moment(key);
}

Step readStep(const QJsonObject &object, qint64 orderId, Error &error)
{
    ObjectReader reader(object);
    Step step;
    step.progressId = reader.integer(progressIdKey);
    step.orderId = orderId;
    readFields(reader, stepFields(), step, object);
    step.statusSince = optionalMoment(reader, statusSinceKey);
    step.touched = reader.streamId(touchedKey, Need::Optional);
    if (!reader.ok())
        error = reader.error();
    return step;
}

QList<Step> readSteps(const QJsonArray &array, qint64 orderId, Error &error)
{
    QList<Step> steps;
    if (array.size() > limits::stepsPerOrder)
        error.message = QStringLiteral("an order has at most %1 steps").arg(limits::stepsPerOrder);
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

QJsonObject toJson(const Step &step)
{
    QJsonObject object{{progressIdKey, step.progressId}, {orderIdKey, step.orderId}};
    insertFields(object, stepFields(), step);
    insert(object, statusSinceKey, wire::write(step.statusSince));
    if (!step.touched.isNull())
        object.insert(touchedKey, step.touched.toString());
    return object;
}

QJsonObject toJson(const Order &order)
{
    QJsonObject object{{orderIdKey, order.orderId}};
    insertFields(object, orderFields(), order);
    insert(object, createdAtKey, wire::write(order.createdAt));
    insert(object, statusSinceKey, wire::write(order.statusSince));
    insert(object, completedAtKey, wire::write(order.completedAt));
    insert(object, groupsKey, wire::write(order.audience));
    if (!order.touched.isNull())
        object.insert(touchedKey, order.touched.toString());
    if (order.stub)
        object.insert(stubKey, true);
    QJsonArray steps;
    for (const Step &step : order.steps)
        steps.append(toJson(step));
    object.insert(stepsKey, steps);
    return object;
}

Result<Order> orderFromJson(const QJsonObject &object)
{
    ObjectReader reader(object);
    Order order;
    order.orderId = reader.integer(orderIdKey);
    readFields(reader, orderFields(), order, object);
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

QJsonObject toJson(const Notice &notice)
{
    QJsonObject object{{QLatin1StringView("id"), notice.id.toString()},
                       {QLatin1StringView("data"), notice.data}};
    insert(object, groupsKey, wire::write(notice.audience));
    return object;
}

Result<Notice> noticeFromJson(const QJsonObject &object)
{
    ObjectReader reader(object);
    Notice notice;
    notice.id = reader.streamId(QLatin1StringView("id"));
    notice.data = reader.object(QLatin1StringView("data"));
    notice.audience = Audience(reader.texts(groupsKey, Need::Optional));
    if (!reader.ok())
        return reader.error();
    return notice;
}

Book visibleTo(const Book &book, const QSet<QString> &groups)
{
    Book seen;
    seen.isReplica = true;
    seen.epoch = book.epoch;
    seen.position = book.position;
    seen.publishedNumbers = book.publishedNumbers;
    seen.day = book.day;
    seen.complete = book.complete;
    for (Order order : book.orders()) {
        if (!order.audience.admits(groups))
            continue;
        order.audience = {};
        seen.putOrder(std::move(order));
    }
    for (const Notice &notice : book.notices) {
        if (notice.audience.admits(groups))
            seen.notices.append({notice.id, {}, notice.data});
    }
    return seen;
}

} // namespace pressboard
