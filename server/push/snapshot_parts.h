// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace pressboard::server {

/// Parts of a snapshot as frames, each made once for all who want it, also in its compressed form.
class SnapshotParts
{
public:
    enum class Form : quint8 { Text, Zlib };

    SnapshotParts() = default;
    /// The texts, each in pieces.
    explicit SnapshotParts(const QList<QByteArrayList> &texts);

    qsizetype count() const { return m_texts.size(); }
    /// What making and sending one costs, in bytes: compressing it the first time counts as well.
    qsizetype costOf(qsizetype number, Form form) const;
    const QByteArray &frame(qsizetype number, Form form);

private:
    QList<QByteArray> m_texts; ///< frames
    QList<QByteArray> m_streams; ///< frames; empty until somebody wants one
};

} // namespace pressboard::server
