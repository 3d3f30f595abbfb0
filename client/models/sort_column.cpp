// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/sort_column.h"

#include "client/models/board_entry.h"

namespace pressboard::client {
namespace {

/// As a Chinese reader looks names up; numbers in order numbers count as numbers.
const QCollator &collator()
{
    static const QCollator bySound = [] {
        QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
        collator.setNumericMode(true);
        return collator;
    }();
    return bySound;
}

QString textOf(const BoardRow &row, RowSort::By by)
{
    switch (by) {
    case RowSort::By::OrderNo:
        return row.orderNo;
    case RowSort::By::Customer:
        return row.customer;
    case RowSort::By::Step:
        return row.stepName;
    case RowSort::By::Operator:
        return row.operatorName;
    case RowSort::By::Previous:
        return row.previousStep;
    default:
        return {};
    }
}

std::optional<qint64> numberOf(const BoardEntry &entry, RowSort::By by)
{
    constexpr qint64 whole = 1'000'000;
    const BoardRow &row = entry.row;
    switch (by) {
    case RowSort::By::Due:
        return row.deliveryDate.isValid() ? std::optional(row.deliveryDate.toJulianDay())
                                          : std::nullopt;
    case RowSort::By::Since:
        return entry.since ? std::optional<qint64>(entry.since->time_since_epoch().count())
                           : std::nullopt;
    case RowSort::By::Progress:
        return row.progress.total > 0
            ? std::optional<qint64>(whole * row.progress.finished / row.progress.total)
            : std::nullopt;
    case RowSort::By::Early:
        return row.daysEarly ? std::optional<qint64>(*row.daysEarly) : std::nullopt;
    default:
        return std::nullopt;
    }
}

template<typename T, typename Compare>
int compareKnown(const std::optional<T> &a, const std::optional<T> &b, bool descending,
                 Compare compare)
{
    if (!a || !b)
        return int(!a) - int(!b);
    const int order = compare(*a, *b);
    return descending ? -order : order;
}

} // namespace

SortColumn::SortColumn(const BoardEntry &entry, const RowSort &sort)
    : m_number(numberOf(entry, sort.by))
    , m_descending(sort.descending)
{
    if (const QString text = textOf(entry.row, sort.by); !text.isEmpty())
        m_text = collator().sortKey(text);
}

int SortColumn::compare(const SortColumn &other) const
{
    const int byNumber = compareKnown(m_number, other.m_number, m_descending,
                                      [](qint64 a, qint64 b) { return int(a > b) - int(a < b); });
    if (byNumber != 0)
        return byNumber;
    return compareKnown(
        m_text, other.m_text, m_descending,
        [](const QCollatorSortKey &a, const QCollatorSortKey &b) { return a.compare(b); });
}

} // namespace pressboard::client
