// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/custom_rule.h"

#include "shared/base/limits.h"

#include <limits>

namespace pressboard::rules {
namespace {

struct Bounds
{
    int textLength; ///< UTF-16 units
    qsizetype bytes; ///< of all values of the row together
};

bool isAnySent(const QList<CustomField> &fields, const QJsonObject &data)
{
    return std::any_of(fields.begin(), fields.end(),
                       [&data](const CustomField &field) { return data.contains(field.name); });
}

/// At a glance: most events say again what they said before, and to judge a link takes time.
bool isSame(QJsonValueConstRef sent, const CustomValue &known)
{
    if (const double *number = known.number())
        return sent.isDouble() && sent.toDouble() == *number;
    return known.text() && sent.isString() && sent.toString() == *known.text();
}

void assignOne(QList<FieldChange> *changes, const CustomField &field, CustomValues &values,
               const CustomValue &sent, const Bounds &bounds)
{
    const CustomValue before = values.value(field.name);
    if (before == sent)
        return;
    values.set(field.name, sent);
    if (!sent.isNull() && values.bytes() > bounds.bytes)
        values.set(field.name, before);
    else if (changes)
        changes->append({field.name, wire::Value(before), wire::Value(sent)});
}

void assignAll(QList<FieldChange> *changes, const QList<CustomField> &fields, CustomValues &values,
               const QJsonObject &data, const Bounds &bounds)
{
    for (const CustomField &field : fields) {
        const auto found = data.constFind(field.name);
        if (found == data.constEnd() || isSame(*found, values.value(field.name)))
            continue;
        if (const auto sent = field.read(*found, bounds.textLength))
            assignOne(changes, field, values, *sent, bounds);
    }
}

/// What the others of its order have left.
qsizetype roomFor(const Step &step, const Book &book)
{
    qsizetype room = limits::customBytesOfSteps;
    const Order *order = book.order(step.orderId);
    for (qsizetype i = 0; order && i < order->steps.size(); ++i) {
        const Step &other = order->steps.at(i);
        if (other.progressId != step.progressId)
            room -= other.details->custom->bytes();
    }
    return room;
}

/// It came from another order, where there was more room.
bool hasTooMuch(const Step &step, qsizetype room)
{
    return !step.details->custom->isEmpty() && step.details->custom->bytes() > room;
}

} // namespace

void assignCustomFields(QList<FieldChange> *changes, Order &order, const QJsonObject &data,
                        const Book &book)
{
    const QList<CustomField> &fields = book.customFields().ofOrders;
    if (fields.isEmpty() || !isAnySent(fields, data))
        return;
    const Bounds bounds{limits::orderText, std::numeric_limits<qsizetype>::max()};
    order.custom.edit(
        [&](CustomValues &values) { assignAll(changes, fields, values, data, bounds); });
}

void assignCustomFields(QList<FieldChange> *changes, Step &step, const QJsonObject &data,
                        const Book &book)
{
    const QList<CustomField> &fields = book.customFields().ofSteps;
    if (fields.isEmpty() || (step.details->custom->isEmpty() && !isAnySent(fields, data)))
        return;
    const Bounds bounds{limits::stepText, roomFor(step, book)};
    const bool isTooMuch = hasTooMuch(step, bounds.bytes);
    if (!isTooMuch && !isAnySent(fields, data))
        return;
    step.details.edit([&](StepDetails &details) {
        CustomValues values = isTooMuch ? CustomValues() : *details.custom;
        assignAll(changes, fields, values, data, bounds);
        details.custom.set(std::move(values));
    });
}

} // namespace pressboard::rules
