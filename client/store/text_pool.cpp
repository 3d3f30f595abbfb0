// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/text_pool.h"

#include <algorithm>

namespace pressboard::client {

void TextPool::share(QString &text)
{
    if (!text.isEmpty())
        text = *m_texts.insert(text);
}

/// Of what nobody else has.
void TextPool::letGo()
{
    if (size() <= m_enough)
        return;
    m_texts.removeIf([](const QString &text) { return text.isDetached(); });
    m_details.removeIf([](const auto &known) { return known.value().isAlone(); });
    m_enough = std::max(few, 2 * size());
}

void TextPool::share(Book &book, const Change &change)
{
    for (const OrderChange &row : change.orders)
        book.editOrder(row.orderId, [this](Order &order) { share(order); });
    for (const StepChange &row : change.steps) {
        const Order *order = book.order(row.orderId);
        if (order == nullptr)
            continue;
        const QString no = order->orderNo;
        book.editStep(row.progressId, [&](Step &step) { share(step, no); });
    }
    letGo();
}

/// Of the shop's own fields the names, and whatever of the values comes again.
void TextPool::share(Rare<CustomValues> &values)
{
    if (!values->isEmpty())
        values.edit(
            [this](CustomValues &own) { own.shareTexts([this](QString &text) { share(text); }); });
}

/// The same few people do the steps and confirm them, again and again.
void TextPool::share(Rare<StepDetails> &details)
{
    if (*details == StepDetails())
        return;
    if (!details->custom->isEmpty()) {
        details.edit([this](StepDetails &own) { share(own.custom); });
        return; // hardly another step has the same
    }
    Rare<StepDetails> &known = m_details[*details];
    if (known == Rare<StepDetails>())
        known = details;
    details = known;
}

void TextPool::share(Order &order)
{
    for (QString *text : {&order.customerName, &order.productName, &order.statusDisplay,
                          &order.unit, &order.salesman, &order.note})
        share(*text);
    share(order.custom);
    for (Step &step : order.steps)
        share(step, order.orderNo);
    letGo();
}

void TextPool::share(Step &step, const QString &orderNo)
{
    if (step.orderNo == orderNo)
        step.orderNo = orderNo; // not for the pool: nobody else has it
    for (QString *text : {&step.name, &step.statusDisplay, &step.operatorName})
        share(*text);
    share(step.details);
}

} // namespace pressboard::client
