// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/search_text.h"

#include <algorithm>

namespace pressboard::client {

bool SearchText::setText(const QString &text)
{
    const QStringList words = text.simplified().toLower().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return false;
    m_words = words;
    return true;
}

bool SearchText::matches(const Order &order) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return occurs(word, order); });
}

bool SearchText::occurs(const QString &word, const Order &order) const
{
    const auto has = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return has(order.orderNo) || has(order.workOrderNo) || has(order.customerName)
        || has(order.productName) || m_initials.of(order.customerName).contains(word)
        || m_initials.of(order.productName).contains(word);
}

} // namespace pressboard::client
