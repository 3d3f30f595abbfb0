// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_parts.h"

#include "server/wire/frame.h"
#include "shared/protocol/deflate.h"

namespace pressboard::server {

SnapshotParts::SnapshotParts(const QList<QByteArrayList> &texts)
{
    for (const QByteArrayList &pieces : texts)
        m_texts.append(textFrame(pieces));
    m_streams.resize(m_texts.size());
}

qsizetype SnapshotParts::bytes() const
{
    qsizetype sum = 0;
    for (const QList<QByteArray> &frames : {m_texts, m_streams}) {
        for (const QByteArray &frame : frames)
            sum += frame.size();
    }
    return sum;
}

qsizetype SnapshotParts::costOf(qsizetype number, Form form) const
{
    const bool isMade = form == Form::Zlib && !m_streams.at(number).isEmpty();
    return isMade ? m_streams.at(number).size() : m_texts.at(number).size();
}

const QByteArray &SnapshotParts::frame(qsizetype number, Form form)
{
    if (form == Form::Text)
        return m_texts.at(number);
    QByteArray &stream = m_streams[number];
    if (stream.isEmpty())
        stream = binaryFrame(protocol::deflated(payloadOf(m_texts.at(number))));
    return stream;
}

} // namespace pressboard::server
