// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/visible_to.h"

#include "shared/protocol/client_row.h"

namespace pressboard::test {

Book visibleTo(const Book &book, const QSet<QString> &groups)
{
    Book seen;
    seen.isReplica = true;
    seen.setCustomFields(book.customFields());
    seen.epoch = book.epoch;
    seen.position = book.position;
    seen.publishedNumbers = book.publishedNumbers;
    seen.day = book.day;
    seen.complete = book.complete;
    for (Order order : book.orders()) {
        if (!order.audience.admits(groups))
            continue;
        order.audience = {};
        seen.putOrder(std::move(order));
    }
    for (const Notice &notice : book.notices) {
        if (notice.audience.admits(groups))
            seen.notices.append(protocol::clientRow(notice));
    }
    return seen;
}

Book withoutTextIds(const Book &book)
{
    Book plain = book;
    for (Order order : book.orders()) {
        plain.takeOrder(order.orderId);
        if (order.orderId.isText())
            continue;
        order.steps.removeIf([](const Step &step) { return step.progressId.isText(); });
        plain.putOrder(std::move(order));
    }
    return plain;
}

} // namespace pressboard::test
