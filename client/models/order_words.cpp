// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/order_words.h"

#include "client/models/board_entry.h"
#include "client/models/format.h"
#include "client/models/order_number.h"

#include <QCoreApplication>

namespace pressboard::client::format {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::format)
};

/// A note may be long; what changed in it is read in the CRM.
constexpr int longestValue = 24;

QString plain(const QJsonValue &value)
{
    const QString text = value.toString().simplified();
    return text.size() <= longestValue ? text : text.left(longestValue - 1) + u'…';
}

QString asDate(const QJsonValue &value)
{
    return date(dateFromText(value.toString()));
}

QString asNumber(const QJsonValue &value)
{
    return value.isDouble() ? number(value.toInteger()) : QString();
}

QString asPrintType(const QJsonValue &value)
{
    const QString type = value.toString();
    if (type == QLatin1StringView("cover"))
        return printType(PrintType::Cover);
    if (type == QLatin1StringView("content"))
        return printType(PrintType::Content);
    return type.isEmpty() ? QString() : printType(PrintType::CoverContent);
}

QString asStatus(const QJsonValue &value)
{
    return status(OrderStatus(value.toInt()));
}

/// A field people care for: what it is called, and how its values are written.
struct Told
{
    QLatin1StringView field;
    const char *label;
    QString (*write)(const QJsonValue &value);
};

// In the order in which they are told.
constexpr Told told[] = {
    {QLatin1StringView("delivery_date"), QT_TRANSLATE_NOOP("pressboard::client::format", "due"),
     &asDate},
    {QLatin1StringView("quantity"), QT_TRANSLATE_NOOP("pressboard::client::format", "quantity"),
     &asNumber},
    {QLatin1StringView("unit"), QT_TRANSLATE_NOOP("pressboard::client::format", "unit"), &plain},
    {QLatin1StringView("product_name"), QT_TRANSLATE_NOOP("pressboard::client::format", "product"),
     &plain},
    {QLatin1StringView("customer_name"),
     QT_TRANSLATE_NOOP("pressboard::client::format", "customer"), &plain},
    {QLatin1StringView("print_type"), QT_TRANSLATE_NOOP("pressboard::client::format", "print type"),
     &asPrintType},
    {QLatin1StringView("order_no"), QT_TRANSLATE_NOOP("pressboard::client::format", "order no."),
     &plain},
    {QLatin1StringView("work_order_no"),
     QT_TRANSLATE_NOOP("pressboard::client::format", "job ticket"), &plain},
    {QLatin1StringView("salesman"), QT_TRANSLATE_NOOP("pressboard::client::format", "sales rep"),
     &plain},
    {QLatin1StringView("status"), QT_TRANSLATE_NOOP("pressboard::client::format", "status"),
     &asStatus},
    {QLatin1StringView("note"), QT_TRANSLATE_NOOP("pressboard::client::format", "note"), &plain},
};

/// That production began is told by its steps; it is no change to an order.
bool isOrdinaryStart(const FieldChange &change)
{
    return change.field == QLatin1StringView("status")
        && OrderStatus(change.before.toJson().toInt()) == OrderStatus::Pending
        && OrderStatus(change.after.toJson().toInt()) == OrderStatus::Processing;
}

/// A status that is none of ours goes by its own word.
QString written(const Told &field, const OrderChange &change, wire::Value FieldChange::*side)
{
    const QString value = field.write((change.field(field.field)->*side).toJson());
    const FieldChange *word = change.field(QLatin1StringView("status_display"));
    if (!value.isEmpty() || field.write != &asStatus || !word)
        return value;
    return plain((word->*side).toJson());
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? Words::tr("none") : value;
}

OptionalMoment heldSince(const Order &order, const Step &held, const QSet<QString> &joinSteps)
{
    if (held.status == StepStatus::InProgress)
        return runningSince(held);
    return held.status == StepStatus::Unknown ? held.statusSince
                                              : readySince(order, held, joinSteps);
}

QString heldText(const Order &order, const QSet<QString> &joinSteps, Moment now)
{
    const Step *held = heldAt(order, joinSteps);
    if (!held)
        return status(order.status, order.statusDisplay);
    BoardRow row = entryOf(order, *held).row;
    const OptionalMoment since = heldSince(order, *held, joinSteps);
    if (since && now > *since)
        row.elapsed = std::chrono::floor<std::chrono::seconds>(now - *since);
    QString state = heldFor(row);
    if (speaksChinese())
        state.remove(u' ');
    //: 1: a step, 2: "waiting 5 h"
    return Words::tr("held at %1 (%2)").arg(held->name, state);
}

} // namespace

QString changeSummary(const OrderChange &change)
{
    QStringList parts;
    for (const Told &field : told) {
        const FieldChange *changed = change.field(field.field);
        if (!changed || isOrdinaryStart(*changed))
            continue;
        //: 1: a field, 2: its old value, 3: its new one
        parts.append(Words::tr("%1 %2 → %3")
                         .arg(Words::tr(field.label),
                              orNone(written(field, change, &FieldChange::before)),
                              orNone(written(field, change, &FieldChange::after))));
    }
    QString summary = parts.join(Words::tr("; "));
    if (!summary.isEmpty())
        summary[0] = summary[0].toUpper();
    return summary;
}

QString chatSentence(const Order &order, const QSet<QString> &joinSteps, Moment now)
{
    QStringList head{orderNumber(order), order.customerName, order.productName,
                     quantity(order.quantity, order.unit)};
    head.removeAll(QString());
    QStringList parts{head.join(u' '), heldText(order, joinSteps, now)};
    if (order.deliveryDate.isValid())
        parts.append(Words::tr("due %1").arg(date(order.deliveryDate)));
    parts.removeAll(QString());
    return parts.join(Words::tr(", "));
}

} // namespace pressboard::client::format
