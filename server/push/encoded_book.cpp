// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/encoded_book.h"

#include "shared/protocol/text_ids.h"

namespace pressboard::server {

EncodedBook::EncodedBook(const Book &book, Viewer viewer, QList<Notice> notices,
                         qsizetype partsBehind)
    : m_viewer(std::move(viewer))
    , m_notices(std::move(notices))
    , m_partsBehind(partsBehind)
    , m_book(book)
    , m_next(m_book->orders().constBegin())
{
}

void EncodedBook::write(int rows)
{
    if (isReady())
        return;
    const auto last = m_viewer.viewOrders ? m_book->orders().constEnd() : m_next;
    for (; rows > 0 && m_next != last; ++m_next) {
        rows -= 1;
        if (!m_next->audience.admits(m_viewer.groups))
            continue;
        rows -= int(m_next->steps.size());
        add(*m_next);
    }
    if (m_next == last)
        finish();
}

void EncodedBook::add(const Order &order)
{
    if (m_viewer.textIds)
        m_encoder.add(order);
    else if (const auto plain = protocol::withoutTextIds(order))
        m_encoder.add(*plain);
}

void EncodedBook::finish()
{
    for (const Notice &notice : m_notices)
        m_encoder.add(notice);
    m_parts = SnapshotParts(m_encoder.parts(0, m_partsBehind));
    m_encoder = {};
    m_book.reset();
}

SnapshotParts &EncodedBook::parts()
{
    Q_ASSERT(isReady());
    return m_parts;
}

const SnapshotParts &EncodedBook::parts() const
{
    Q_ASSERT(isReady());
    return m_parts;
}

} // namespace pressboard::server
