// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace pressboard::client {

/// The beginning that all order numbers of a list share, and that therefore stands back: "PO2026"
/// of PO20261112003. It ends after letters or after a year, never elsewhere amid digits, so that
/// it does not change with every row; what people say aloud stays whole. An ID in place of a number
/// shares nothing.
class OrderPrefix
{
public:
    static constexpr int leastLeft = 6; ///< letters that stay in ink, at least

    void add(const QString &orderNo, int rows = 1);
    void remove(const QString &orderNo);
    void clear() { m_numbers.clear(); }

    /// Letters of this number that stand back; 0 when too little would stay.
    int in(const QString &orderNo) const;
    int length() const; ///< of the shared beginning
    /// The same of any numbers that stand between these two.
    static int lengthBetween(const QString &least, const QString &greatest);
    static int in(const QString &orderNo, int length);

private:
    QMap<QString, int> m_numbers; ///< how many rows have this number
};

} // namespace pressboard::client
