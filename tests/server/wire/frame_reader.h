// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace pressboard::test {

/// Reads what a server sends as RFC 6455 has it, and forgives nothing: no reserved bits, no masks,
/// no lengths longer than they need to be, no control frames that are large or in pieces, no text
/// that is not UTF-8, and no byte behind the close frame. The first offence is kept as a complaint,
/// and nothing is read behind it.
class FrameReader
{
public:
    enum class Opcode : quint8 {
        Continuation = 0,
        Text = 1,
        Binary = 2,
        Close = 8,
        Ping = 9,
        Pong = 10,
    };
    struct Frame
    {
        Opcode opcode = Opcode::Text;
        QByteArray payload;
    };

    void feed(QByteArrayView bytes);
    /// All whole frames since the last call, in order. A server of ours never fragments.
    QList<Frame> takeFrames() { return std::exchange(m_frames, {}); }
    /// Between two frames: no half of one has come.
    bool isWhole() const { return m_bytes.isEmpty(); }
    const QString &complaint() const { return m_complaint; }

private:
    struct Header
    {
        qsizetype size = 0;
        quint64 length = 0;
    };
    bool readFrame();
    bool readHeader(Header &header);
    void judge(const Frame &frame);
    void complain(const QString &what);

    QByteArray m_bytes; ///< of the frame that has not come whole
    QList<Frame> m_frames;
    bool m_isClosed = false;
    QString m_complaint;
};

} // namespace pressboard::test
