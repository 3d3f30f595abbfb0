// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace pressboard::server {

/// Whole WebSocket frames joined, so that many leave in one write, and where each of them ends.
/// Copies share the bytes.
class FrameRun
{
public:
    /// Appends `text` as one frame.
    void append(QByteArrayView text);

    bool isEmpty() const { return m_ends.isEmpty(); }
    qsizetype count() const { return m_ends.size(); } ///< of frames
    const QByteArray &bytes() const { return m_bytes; }
    qsizetype endOf(qsizetype frame) const { return m_ends.at(frame); }
    /// The frame that the byte at `offset` belongs to.
    qsizetype frameAt(qsizetype offset) const;

private:
    QByteArray m_bytes;
    QList<qsizetype> m_ends;
};

} // namespace pressboard::server
