// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressboard::bench {

/// The event that the benchmark publishes: about 300 bytes, its number, and when it was published.
struct Tick
{
    std::uint64_t sequence = 0;
    std::int64_t ns = 0;

    /// The event's `data`, keys sorted, as the server sends them.
    void appendData(std::string &out) const;
    /// The whole message, byte for byte as pressboard-server would deliver it.
    void appendMessage(std::string &out) const;
};

/// Finds a Tick in a delivered message. Looks first where the last one was found: all messages
/// are alike, and a swarm reads millions of them.
class TickReader
{
public:
    /// Nullopt: some other message.
    std::optional<Tick> read(std::string_view message);

private:
    std::size_t m_hint = 0;
};

} // namespace pressboard::bench
