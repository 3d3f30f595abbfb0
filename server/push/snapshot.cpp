// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot.h"

namespace pressboard::server {

Snapshot::Snapshot(std::shared_ptr<EncodedBook> book, Notices notices, End end)
    : m_book(std::move(book))
    , m_encoder(std::move(notices))
    , m_end(std::move(end))
{
    Q_ASSERT(m_book->partsBehind() == (m_encoder ? m_encoder->count() : 0));
}

qsizetype Snapshot::count() const
{
    return std::as_const(*m_book).parts().count() + m_book->partsBehind();
}

SnapshotParts &Snapshot::notices()
{
    if (m_encoder)
        m_notices = SnapshotParts(m_encoder->parts(m_book->parts().count(), 0));
    m_encoder.reset();
    return m_notices;
}

void Snapshot::drop()
{
    m_isDropped = true;
    m_book.reset();
    m_encoder.reset();
    m_notices = {};
}

qsizetype Snapshot::costOf(qsizetype number, Form form)
{
    Q_ASSERT(number < count());
    SnapshotParts &book = m_book->parts();
    return number < book.count() ? book.costOf(number, form)
                                 : notices().costOf(number - book.count(), form);
}

const QByteArray &Snapshot::part(qsizetype number, Form form)
{
    Q_ASSERT(number < count());
    SnapshotParts &book = m_book->parts();
    return number < book.count() ? book.frame(number, form)
                                 : notices().frame(number - book.count(), form);
}

} // namespace pressboard::server
