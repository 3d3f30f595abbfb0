// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/publish/tick.h"

#include <charconv>

namespace pressboard::bench {

namespace {

constexpr std::string_view sequenceKey = R"("seq":)";
constexpr std::string_view timeKey = R"(,"t":)"; // always behind the number
constexpr std::size_t padding = 200;
constexpr std::size_t searched = 1024; // bytes: parts of snapshots are long, and no ticks

/// Reads `key` and the number behind it from the front of `text`, which then begins behind both.
template<typename Number>
bool takeNumber(std::string_view &text, std::string_view key, Number &number)
{
    if (!text.starts_with(key))
        return false;
    const char *begin = text.data() + key.size();
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
    text.remove_prefix(std::size_t(end - text.data()));
    return error == std::errc();
}

} // namespace

void Tick::appendData(std::string &out) const
{
    out += R"({"pad":")";
    out.append(padding, '.');
    out += R"(",)";
    out += sequenceKey;
    out += std::to_string(sequence);
    out += timeKey;
    out += std::to_string(ns);
    out += '}';
}

void Tick::appendMessage(std::string &out) const
{
    out += R"({"data":)";
    appendData(out);
    out += R"(,"id":"1700000000000-)";
    out += std::to_string(sequence);
    out += R"(","type":"bench_tick"})";
}

std::optional<Tick> TickReader::read(std::string_view message)
{
    if (message.size() < m_hint || !message.substr(m_hint).starts_with(sequenceKey)) {
        const std::size_t at = message.substr(0, searched).find(sequenceKey);
        if (at == std::string_view::npos)
            return std::nullopt;
        m_hint = at;
    }
    std::string_view rest = message.substr(m_hint);
    Tick tick;
    if (!takeNumber(rest, sequenceKey, tick.sequence) || !takeNumber(rest, timeKey, tick.ns))
        return std::nullopt;
    return tick;
}

} // namespace pressboard::bench
