// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressboard::bench {

/// Of RFC 6455, section 5.2.
enum class Opcode : std::uint8_t {
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

/// What stands before a frame's payload.
struct FrameHead
{
    Opcode opcode = Opcode::Text;
    bool isFinal = true;
    bool isMasked = false;
    std::array<char, 4> mask{};
    std::size_t size = 0; ///< of the head itself
    std::size_t payloadSize = 0;
    std::size_t wholeSize() const { return size + payloadSize; }

    /// Nullopt: more bytes are needed.
    static std::optional<FrameHead> read(std::string_view bytes);
};

struct Frame
{
    FrameHead head;
    std::string_view payload; ///< as it came; still masked if the head says so

    std::string unmasked() const;
};

/// As a server sends it.
void appendFrame(std::string &out, Opcode opcode, std::string_view payload);
/// As a client sends it. The mask is zero: it protects proxies, and there is none on loopback.
void appendMaskedFrame(std::string &out, Opcode opcode, std::string_view payload);

} // namespace pressboard::bench
