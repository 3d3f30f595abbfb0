// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/search_text.h"

#include "client/search/custom_text.h"
#include "client/search/pinyin_initials.h"

#include <algorithm>

namespace pressboard::client {

/// In a line of its own. A number of the CRM's database is nothing that people write, a text may
/// be.
static QString writtenId(const Order &order)
{
    return order.orderId.isText() ? u'\n' + order.orderId.toString() : QString();
}

static void add(QString &text, const CustomValues &values)
{
    for (const CustomValues::Entry &entry : values.entries())
        text += u'\n' + plainText(entry.value);
}

QString SearchText::customTextOf(const Order &order)
{
    QString text;
    add(text, *order.custom);
    for (const Step &step : order.steps)
        add(text, *step.details->custom);
    return text;
}

QStringList SearchText::wordsOf(const QString &text)
{
    return text.simplified().toLower().split(u' ', Qt::SkipEmptyParts);
}

bool SearchText::setText(const QString &text)
{
    if (!isOther(text))
        return false;
    m_words = wordsOf(text);
    return true;
}

bool SearchText::isNarrowedBy(const QString &text) const
{
    const QStringList words = wordsOf(text);
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &longer) { return longer.contains(word); });
    });
}

bool SearchText::matches(const Order &order) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return occurs(word, order); });
}

QString SearchText::keyOf(const Order &order)
{
    // A word never contains a line end, so it never matches across two fields.
    const QString key = order.orderNo + u'\n' + order.workOrderNo + u'\n' + order.customerName
        + u'\n' + order.productName + u'\n' + pinyinInitials(order.customerName) + u'\n'
        + pinyinInitials(order.productName) + customTextOf(order) + writtenId(order);
    return key.toLower();
}

bool SearchText::matchesKey(const QString &key) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return key.contains(word); });
}

bool SearchText::occurs(const QString &word, const Order &order) const
{
    const auto has = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return has(order.orderNo) || has(order.workOrderNo) || has(writtenId(order))
        || has(order.customerName) || has(order.productName)
        || pinyinInitials(order.customerName).contains(word)
        || pinyinInitials(order.productName).contains(word) || has(customTextOf(order));
}

} // namespace pressboard::client
