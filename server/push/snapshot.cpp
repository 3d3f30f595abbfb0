// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot.h"

#include "server/push/frame.h"
#include "shared/protocol/deflate.h"

namespace pressboard::server {

Snapshot::Snapshot(const Book &book, Viewer viewer, QList<Notice> notices, End end)
    : m_viewer(std::move(viewer))
    , m_notices(std::move(notices))
    , m_end(std::move(end))
    , m_book(book)
    , m_next(m_book->orders().constBegin())
{
}

void Snapshot::write(int rows)
{
    if (isReady())
        return;
    const auto last = m_viewer.viewOrders ? m_book->orders().constEnd() : m_next;
    for (; rows > 0 && m_next != last; ++m_next) {
        rows -= 1;
        if (!m_next->audience.admits(m_viewer.groups))
            continue;
        rows -= int(m_next->steps.size());
        m_encoder.add(*m_next);
    }
    if (m_next == last)
        finish();
}

void Snapshot::finish()
{
    for (const Notice &notice : m_notices)
        m_encoder.add(notice);
    for (const QByteArrayList &pieces : m_encoder.parts())
        m_texts.append(textFrame(pieces));
    m_streams.resize(m_texts.size());
    m_encoder = {};
    m_book.reset();
}

qsizetype Snapshot::count() const
{
    Q_ASSERT(isReady());
    return m_texts.size();
}

qsizetype Snapshot::costOf(qsizetype number, Form form) const
{
    Q_ASSERT(number < count());
    const bool isMade = form == Form::Zlib && !m_streams.at(number).isEmpty();
    return isMade ? m_streams.at(number).size() : m_texts.at(number).size();
}

const QByteArray &Snapshot::part(qsizetype number, Form form)
{
    Q_ASSERT(number < count());
    if (form == Form::Text)
        return m_texts.at(number);
    QByteArray &stream = m_streams[number];
    if (stream.isEmpty())
        stream = binaryFrame(protocol::deflated(payloadOf(m_texts.at(number))));
    return stream;
}

} // namespace pressboard::server
