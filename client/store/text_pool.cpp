// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/text_pool.h"

namespace pressboard::client {

void TextPool::share(QString &text)
{
    if (!text.isEmpty())
        text = *m_texts.insert(text);
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
    for (QString *text : {&step.name, &step.statusDisplay, &step.operatorName, &step.operatorId,
                          &step.confirmUser, &step.confirmUserId, &step.note})
        share(*text);
}

} // namespace pressboard::client
