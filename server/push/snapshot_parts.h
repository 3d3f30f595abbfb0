// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace pressboard::server {

/// Parts of a snapshot as WebSocket frames: a text frame of each part, and a binary frame with its
/// zlib stream, which is made when somebody first asks for it. Each is made once for all.
class SnapshotParts
{
public:
    enum class Form : quint8 { Text, Zlib };

    SnapshotParts() = default;
    /// The JSON texts of the parts, each in pieces.
    explicit SnapshotParts(const QList<QByteArrayList> &texts);

    qsizetype count() const { return m_texts.size(); }
    qsizetype bytes() const; ///< of all frames that are made
    /// What making and sending a frame costs, in bytes: a stream that is not made yet costs as
    /// much as its text.
    qsizetype costOf(qsizetype number, Form form) const;
    const QByteArray &frame(qsizetype number, Form form);

private:
    QList<QByteArray> m_texts; ///< text frames
    QList<QByteArray> m_streams; ///< binary frames; each empty until somebody asks for it
};

} // namespace pressboard::server
