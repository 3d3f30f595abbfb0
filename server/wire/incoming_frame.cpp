// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/incoming_frame.h"

#include <QIODevice>
#include <QtEndian>

#include <array>
#include <optional>

namespace pressboard::server {

namespace {

constexpr qsizetype shortestHeader = 2;
constexpr qsizetype longestHeader = 14;
constexpr qsizetype maskSize = 4;
constexpr quint8 lastBit = 0x80;
constexpr quint8 reservedBits = 0x70;
constexpr quint8 opcodeBits = 0x0f;
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7f;
constexpr quint64 lengthIs16Bit = 126;
constexpr quint64 lengthIs64Bit = 127;
constexpr quint64 longestControl = 125;

using Opcode = IncomingFrame::Opcode;

struct Header
{
    quint8 first = 0;
    quint8 second = 0;
    quint64 length = 0;
    qsizetype size = 0; ///< of the header, its mask included
    std::array<char, maskSize> mask{};

    Opcode opcode() const { return Opcode(first & opcodeBits); }
    bool isLast() const { return (first & lastBit) != 0; }
    bool isControl() const { return opcode() >= Opcode::Close; }
};

FrameFault broken(const char *reason)
{
    return {1002, QString::fromLatin1(reason)};
}

bool isKnown(Opcode opcode)
{
    return opcode <= Opcode::Binary || (opcode >= Opcode::Close && opcode <= Opcode::Pong);
}

/// How many bytes behind the first two say the length.
qsizetype lengthSize(quint64 shortLength)
{
    return shortLength < lengthIs16Bit ? 0 : shortLength == lengthIs16Bit ? 2 : 8;
}

/// What the first two bytes tell; the rest need not be waited for.
std::optional<FrameFault> judgeBeginning(const Header &header)
{
    if ((header.first & reservedBits) != 0)
        return broken("a reserved bit is set");
    if (!isKnown(header.opcode()))
        return broken("an unknown opcode");
    if ((header.second & maskBit) == 0)
        return broken("a client's frames must be masked");
    if (header.isControl() && (!header.isLast() || (header.second & lengthBits) > longestControl))
        return broken("a control frame is large or in pieces");
    return std::nullopt;
}

std::optional<FrameFault> judgeLength(const Header &header, quint64 most)
{
    const quint64 shortLength = header.second & lengthBits;
    if ((shortLength == lengthIs16Bit && header.length < lengthIs16Bit)
        || (shortLength == lengthIs64Bit && header.length <= 0xffff))
        return broken("a length takes more bytes than it needs");
    if (header.length > most) {
        return FrameFault{
            1009, QStringLiteral("a frame has at most %1 bytes (max-frame-bytes)").arg(most)};
    }
    return std::nullopt;
}

/// `bytes` has at least shortestHeader of them; false when the header has not come whole.
bool readLength(QByteArrayView bytes, Header &header)
{
    const quint64 shortLength = header.second & lengthBits;
    const qsizetype more = lengthSize(shortLength);
    header.size = shortestHeader + more + maskSize;
    if (bytes.size() < header.size)
        return false;
    const char *rest = bytes.data() + shortestHeader;
    header.length = more == 0 ? shortLength
        : more == 2           ? qFromBigEndian<quint16>(rest)
                              : qFromBigEndian<quint64>(rest);
    std::copy_n(rest + more, maskSize, header.mask.begin());
    return true;
}

void unmask(QByteArray &payload, const std::array<char, maskSize> &mask)
{
    char *bytes = payload.data();
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[i] = char(bytes[i] ^ mask[std::size_t(i % maskSize)]);
}

} // namespace

FrameOrFault takeFrame(QIODevice &from, quint64 most)
{
    std::array<char, longestHeader> bytes;
    const qint64 peeked = from.peek(bytes.data(), longestHeader);
    if (peeked < shortestHeader)
        return {};
    Header header{quint8(bytes[0]), quint8(bytes[1])};
    if (auto fault = judgeBeginning(header))
        return *fault;
    if (!readLength(QByteArrayView(bytes.data(), peeked), header))
        return {};
    if (auto fault = judgeLength(header, most))
        return *fault;
    if (quint64(from.bytesAvailable()) < quint64(header.size) + header.length)
        return {};
    from.skip(header.size);
    IncomingFrame frame{header.opcode(), header.isLast(), from.read(qint64(header.length))};
    unmask(frame.payload, header.mask);
    return frame;
}

} // namespace pressboard::server
