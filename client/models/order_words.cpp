// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/order_words.h"

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

bool isOpen(const Order &order)
{
    return order.status == OrderStatus::Pending || order.status == OrderStatus::Processing;
}

/// The last thing that was done to it, and the day: 11-28 送货.
QString lastDone(const Order &order, const QTimeZone &zone)
{
    const Step *last = nullptr;
    for (const Step &step : order.steps) {
        const bool isLater =
            last == nullptr || !last->endTime || (step.endTime && *step.endTime >= *last->endTime);
        if (step.status == StepStatus::Completed && isLater)
            last = &step;
    }
    const OptionalMoment at = last != nullptr && last->endTime ? last->endTime : order.completedAt;
    const QString day = at ? date(dateAt(*at, zone)) : QString();
    if (last == nullptr || !last->endTime)
        return day;
    //: What was done last to a finished order. 1: a day, 2: a step
    return Words::tr("%2 on %1").arg(day, last->name);
}

QString runningSteps(const Order &order)
{
    QStringList names;
    for (const Step &step : order.steps) {
        if (step.status == StepStatus::InProgress && !names.contains(step.name))
            names.append(step.name);
    }
    return names.join(Words::tr(" and ", "between steps"));
}

QString openState(const Order &order, const QSet<QString> &joinSteps)
{
    const QString running = runningSteps(order);
    if (!running.isEmpty())
        return Words::tr("now at %1", "for a customer").arg(running);
    if (order.status == OrderStatus::Pending)
        return Words::tr("waiting for production");
    const Step *held = heldAt(order, joinSteps);
    if (held == nullptr)
        return status(order.status, order.statusDisplay);
    if (held->status == StepStatus::Unknown && !held->statusDisplay.isEmpty())
        return Words::tr("%1: %2", "a step and its state").arg(held->name, held->statusDisplay);
    return Words::tr("waiting for %1", "for a customer").arg(held->name);
}

/// 新知书局《江南纪事》1000册: what stands in marks of its own needs no blanks.
QString headLine(const Order &order)
{
    QString line = orderNumber(order);
    const auto append = [&line](const QString &text) {
        if (text.isEmpty())
            return;
        const bool isMarked = speaksChinese() && (text.startsWith(u'《') || line.endsWith(u'》'));
        line += isMarked ? text : u' ' + text;
    };
    append(order.customerName);
    append(order.productName);
    append(quantity(order.quantity, order.unit));
    return line;
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

QString customerState(const Order &order, const QSet<QString> &joinSteps, const QTimeZone &zone)
{
    if (isOpen(order))
        return openState(order, joinSteps);
    if (order.status != OrderStatus::Completed)
        return status(order.status, order.statusDisplay);
    const QString last = lastDone(order, zone);
    const QString done = Words::tr("finished", "for a customer");
    return last.isEmpty() ? done : done + Words::tr(", ") + last;
}

QString customerSentence(const Order &order, const QSet<QString> &joinSteps, const QTimeZone &zone)
{
    //: 1: an order, 2: how far it is
    const QString known = Words::tr("%1: %2", "of an order")
                              .arg(headLine(order), customerState(order, joinSteps, zone));
    if (!isOpen(order) || !order.deliveryDate.isValid())
        return known;
    return known + Words::tr(", ") + Words::tr("due %1").arg(date(order.deliveryDate));
}

QString customerLines(const QStringList &sentences)
{
    if (sentences.size() <= mostCustomerLines)
        return sentences.join(u'\n');
    const int more = int(sentences.size()) - mostCustomerLines;
    return QStringList(sentences.first(mostCustomerLines)).join(u'\n') + u'\n'
        + Words::tr("and %n more order(s)", nullptr, more);
}

} // namespace pressboard::client::format
