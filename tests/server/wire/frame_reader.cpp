// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/frame_reader.h"

#include <QtEndian>

namespace pressboard::test {
namespace {

constexpr quint64 longestControl = 125;
constexpr quint64 longest = 512 * 1024; // PROTOCOL.md: no frame is larger

bool isControl(FrameReader::Opcode opcode)
{
    return quint8(opcode) >= quint8(FrameReader::Opcode::Close);
}

} // namespace

void FrameReader::feed(QByteArrayView bytes)
{
    if (!m_complaint.isEmpty())
        return;
    m_bytes.append(bytes);
    while (m_complaint.isEmpty() && readFrame()) { }
}

/// False when it needs more bytes.
bool FrameReader::readFrame()
{
    if (m_bytes.isEmpty())
        return false;
    if (m_isClosed)
        complain(QStringLiteral("bytes behind the close frame"));
    Header header;
    if (!readHeader(header) || quint64(m_bytes.size() - header.size) < header.length)
        return false;
    const Frame frame{Opcode(m_bytes[0] & 0x0f),
                      m_bytes.mid(header.size, qsizetype(header.length))};
    m_bytes.remove(0, header.size + qsizetype(header.length));
    judge(frame);
    m_frames.append(frame);
    return true;
}

/// Judges as soon as there is something to judge: what lands inside a frame shows itself where it
/// lands, not when so many bytes came as a wrong length asks for.
bool FrameReader::readHeader(Header &header)
{
    const quint8 first = quint8(m_bytes[0]);
    if ((first & 0xf0) != 0x80)
        complain(QStringLiteral("a fragment, or reserved bits: first byte %1").arg(first, 0, 16));
    if (m_bytes.size() < 2)
        return false;
    const quint8 second = quint8(m_bytes[1]);
    if (second & 0x80)
        complain(QStringLiteral("a mask from the server"));
    header = {2, quint64(second & 0x7f)};
    if (header.length >= 126)
        header.size += header.length == 126 ? 2 : 8;
    if (m_bytes.size() < header.size)
        return false;
    const quint64 announced = header.length;
    if (announced == 126)
        header.length = qFromBigEndian<quint16>(m_bytes.constData() + 2);
    else if (announced == 127)
        header.length = qFromBigEndian<quint64>(m_bytes.constData() + 2);
    if ((announced == 126 && header.length < 126) || (announced == 127 && header.length <= 0xffff))
        complain(QStringLiteral("a length longer than it needs to be"));
    if (header.length > (isControl(Opcode(first & 0x0f)) ? longestControl : longest))
        complain(QStringLiteral("a frame of %1 bytes").arg(header.length));
    return m_complaint.isEmpty();
}

void FrameReader::judge(const Frame &frame)
{
    switch (frame.opcode) {
    case Opcode::Text:
        if (!frame.payload.isValidUtf8())
            complain(QStringLiteral("a text that is not UTF-8"));
        return;
    case Opcode::Close:
        m_isClosed = true;
        if (frame.payload.size() < 2 || !QByteArrayView(frame.payload).sliced(2).isValidUtf8())
            complain(QStringLiteral("a close frame without a code, or with a reason not in UTF-8"));
        return;
    case Opcode::Binary:
    case Opcode::Ping:
    case Opcode::Pong:
        return;
    case Opcode::Continuation:
        complain(QStringLiteral("a continuation of nothing"));
        return;
    }
    complain(QStringLiteral("an unknown opcode %1").arg(quint8(frame.opcode)));
}

void FrameReader::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what;
}

} // namespace pressboard::test
