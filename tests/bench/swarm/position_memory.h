// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressboard::bench {

/// The log's id of each of the last events. All clients get the same ones, so the first who gets
/// an event remembers its id for everybody, instead of each client for each event.
class PositionMemory
{
public:
    void remember(std::uint64_t sequence, std::string_view message)
    {
        if (sequence <= m_newest)
            return;
        m_newest = sequence;
        slot(sequence) = textValue(message, R"("id":")");
    }
    const std::string &idOf(std::uint64_t sequence) { return slot(sequence); }

    /// What stands in quotes behind the last `key`; empty when it is not there.
    static std::string_view textValue(std::string_view message, std::string_view key)
    {
        const std::size_t at = message.rfind(key);
        if (at == std::string_view::npos)
            return {};
        const std::size_t start = at + key.size();
        return message.substr(start, message.find('"', start) - start);
    }

private:
    static constexpr std::size_t kept = 64 * 1024;
    std::string &slot(std::uint64_t sequence) { return m_ids[sequence % kept]; }

    std::uint64_t m_newest = 0;
    std::vector<std::string> m_ids = std::vector<std::string>(kept);
};

} // namespace pressboard::bench
