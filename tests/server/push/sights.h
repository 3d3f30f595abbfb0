// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"
#include "shared/state/snapshot.h"

#include <QMap>

namespace pressboard::test {

/// Rows as a client knows them: who else may see them is the server's business.
inline QMap<CrmId, QByteArray> sights(const Book &book)
{
    QMap<CrmId, QByteArray> rows;
    for (Order order : book.orders()) {
        order.audience = {};
        rows.insert(order.orderId, toText(order));
    }
    return rows;
}

inline QList<StreamId> noticeIds(const Book &book)
{
    QList<StreamId> ids;
    for (const Notice &notice : book.notices)
        ids.append(notice.id);
    return ids;
}

} // namespace pressboard::test
