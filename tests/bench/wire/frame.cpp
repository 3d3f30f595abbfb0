// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wire/frame.h"

namespace pressboard::bench {

namespace {

constexpr std::uint8_t finalBit = 0x80;
constexpr std::uint8_t maskBit = 0x80;
constexpr std::size_t sizeInTwoBytes = 126;
constexpr std::size_t sizeInEightBytes = 127;

std::uint8_t byteAt(std::string_view bytes, std::size_t index)
{
    return static_cast<std::uint8_t>(bytes[index]);
}

std::size_t bigEndian(std::string_view bytes)
{
    std::size_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value = value << 8 | byteAt(bytes, i);
    return value;
}

void appendBigEndian(std::string &out, std::size_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xff);
}

void appendHead(std::string &out, Opcode opcode, std::size_t size, std::uint8_t mask)
{
    out += static_cast<char>(finalBit | static_cast<std::uint8_t>(opcode));
    if (size < sizeInTwoBytes) {
        out += static_cast<char>(mask | size);
    } else if (size <= 0xffff) {
        out += static_cast<char>(mask | sizeInTwoBytes);
        appendBigEndian(out, size, 2);
    } else {
        out += static_cast<char>(mask | sizeInEightBytes);
        appendBigEndian(out, size, 8);
    }
}

} // namespace

std::optional<FrameHead> FrameHead::read(std::string_view bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    FrameHead head;
    head.opcode = static_cast<Opcode>(byteAt(bytes, 0) & 0x0f);
    head.isFinal = byteAt(bytes, 0) & finalBit;
    head.isMasked = byteAt(bytes, 1) & maskBit;
    const std::size_t shortSize = byteAt(bytes, 1) & 0x7f;
    const std::size_t sizeBytes = shortSize == sizeInEightBytes ? 8
        : shortSize == sizeInTwoBytes                           ? 2
                                                                : 0;
    head.size = 2 + sizeBytes + (head.isMasked ? head.mask.size() : 0);
    if (bytes.size() < head.size)
        return std::nullopt;
    head.payloadSize = sizeBytes ? bigEndian(bytes.substr(2, sizeBytes)) : shortSize;
    if (head.isMasked)
        bytes.copy(head.mask.data(), head.mask.size(), 2 + sizeBytes);
    return head;
}

std::string Frame::unmasked() const
{
    std::string text(payload);
    if (head.isMasked) {
        for (std::size_t i = 0; i < text.size(); ++i)
            text[i] = static_cast<char>(text[i] ^ head.mask[i % head.mask.size()]);
    }
    return text;
}

void appendFrame(std::string &out, Opcode opcode, std::string_view payload)
{
    appendHead(out, opcode, payload.size(), 0);
    out += payload;
}

void appendMaskedFrame(std::string &out, Opcode opcode, std::string_view payload)
{
    appendHead(out, opcode, payload.size(), maskBit);
    out.append(FrameHead().mask.size(), '\0');
    out += payload;
}

} // namespace pressboard::bench
