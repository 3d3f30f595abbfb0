// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

namespace pressboard::client {

/// What somebody typed or scanned: every word of it must occur in the order's number, its job
/// ticket's number (that is the bar code on the ticket), its customer or product, in the pinyin
/// initials of these two, in what the shop's own fields say of it and of its steps, or in its ID
/// where that is a text. Case does not matter.
class SearchText
{
public:
    /// True when it is now another search.
    bool setText(const QString &text);
    /// Would it be?
    bool isOther(const QString &text) const { return wordsOf(text) != m_words; }
    /// Would that search find nothing that this one does not: as when one letter more is typed?
    bool isNarrowedBy(const QString &text) const;
    bool isEmpty() const { return m_words.isEmpty(); }
    bool matches(const Order &order) const;

    /// Everything that is searched in an order, so that thousands of orders are searched at each
    /// letter that is typed.
    static QString keyOf(const Order &order);
    /// What the shop's own fields say, a line each; empty where they say nothing.
    static QString customTextOf(const Order &order);
    /// The same answer as matches().
    bool matchesKey(const QString &key) const;

private:
    static QStringList wordsOf(const QString &text);
    bool occurs(const QString &word, const Order &order) const;

    QStringList m_words;
};

} // namespace pressboard::client
