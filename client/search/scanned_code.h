// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QRegularExpression>
#include <QStringList>

namespace pressboard::client {

/// What a scanner read from a job ticket: the number of an order or of the ticket itself, the
/// order's ID where that is a text, or an address of the CRM that ends in one of them. Unlike a
/// search it means one order, so that it is compared whole: SG9 is not SG91. Case does not matter,
/// nor do full-width letters.
class ScannedCode
{
public:
    /// `pattern` says how this shop's codes hide the number: its first group, where it matches.
    explicit ScannedCode(const QString &scanned, const QRegularExpression &pattern = {});

    const QString &text() const { return m_text; } ///< as it was scanned, without outer blanks
    /// Every order it means, by number; usually one. Looks at each order of the book once.
    QList<CrmId> ordersIn(const Book &book) const;

private:
    bool means(const Order &order) const;

    QString m_text;
    QStringList m_readings; ///< what it may stand for, folded
};

} // namespace pressboard::client
