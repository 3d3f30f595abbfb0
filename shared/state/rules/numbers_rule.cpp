// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/numbers_rule.h"

#include "shared/base/limits.h"
#include "shared/base/object_reader.h"

namespace pressboard::rules {
namespace {

/// What the publisher has said so far, and now this: null takes one number back.
QJsonObject overlaid(QJsonObject numbers, const QJsonObject &sent)
{
    for (auto number = sent.begin(); number != sent.end(); ++number) {
        if (number->isNull())
            numbers.remove(number.key());
        else if (numbers.size() >= limits::publishedNumbers && !numbers.contains(number.key()))
            continue;
        else if (integerFrom(*number))
            numbers.insert(number.key(), *number);
    }
    return numbers;
}

} // namespace

void numbersRule(Book &book, const Event &event, Change &change)
{
    if (!event.groups.isEveryone())
        return; // some people's numbers are no truth about the shop
    const QJsonObject numbers =
        event.data.isEmpty() ? QJsonObject() : overlaid(book.publishedNumbers, event.data);
    change.numbersPublished = numbers != book.publishedNumbers;
    book.publishedNumbers = numbers;
}

} // namespace pressboard::rules
