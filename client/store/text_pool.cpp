// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/text_pool.h"

namespace pressboard::client {

void TextPool::share(QString &text)
{
    if (!text.isEmpty())
        text = *m_texts.insert(text);
}

/// The same few people do the steps and confirm them, again and again.
void TextPool::share(Rare<StepDetails> &details)
{
    if (*details == StepDetails())
        return;
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
    for (Step &step : order.steps)
        share(step, order.orderNo);
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
