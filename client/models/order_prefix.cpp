// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/order_prefix.h"

#include "client/models/order_number.h"

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int yearDigits = 4;

int sharedLength(const QString &a, const QString &b)
{
    const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return int(ends.first - a.begin());
}

bool startsWithYear(QStringView digits)
{
    return digits.size() >= yearDigits && digits.startsWith(u"20") && digits[2].isDigit()
        && digits[3].isDigit();
}

} // namespace

void OrderPrefix::add(const QString &orderNo, int rows)
{
    if (format::isOwnNumber(orderNo))
        m_numbers[orderNo] += rows;
}

void OrderPrefix::remove(const QString &orderNo)
{
    const auto found = m_numbers.find(orderNo);
    if (found != m_numbers.end() && --*found == 0)
        m_numbers.erase(found);
}

int OrderPrefix::length() const
{
    if (m_numbers.isEmpty())
        return 0;
    return lengthBetween(m_numbers.firstKey(), m_numbers.lastKey());
}

int OrderPrefix::lengthBetween(const QString &least, const QString &greatest)
{
    // What the first and the last of a sorted row of texts share, all share.
    const QStringView shared = QStringView(least).left(sharedLength(least, greatest));
    const auto digit =
        std::find_if(shared.begin(), shared.end(), [](QChar letter) { return letter.isDigit(); });
    const auto letters = int(digit - shared.begin());
    return startsWithYear(shared.mid(letters)) ? letters + yearDigits : letters;
}

int OrderPrefix::in(const QString &orderNo) const
{
    return in(orderNo, length());
}

int OrderPrefix::in(const QString &orderNo, int length)
{
    const bool isLong = orderNo.size() - length >= leastLeft;
    return isLong && format::isOwnNumber(orderNo) ? length : 0;
}

} // namespace pressboard::client
