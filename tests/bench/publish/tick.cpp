// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/publish/tick.h"

#include <charconv>

namespace pressboard::bench {

namespace {

constexpr std::string_view sequenceKey = R"("seq":)";
constexpr std::string_view timeKey = R"("t":)";
constexpr std::size_t padding = 200;

/// Reads the number behind the `key` that stands at `at`.
template<typename Number>
bool readNumber(std::string_view text, std::size_t at, std::string_view key, Number &number)
{
    const char *begin = text.data() + at + key.size();
    return std::from_chars(begin, text.data() + text.size(), number).ec == std::errc();
}

} // namespace

void Tick::appendData(std::string &out) const
{
    out += R"({"pad":")";
    out.append(padding, '.');
    out += R"(",)";
    out += sequenceKey;
    out += std::to_string(sequence);
    out += ',';
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
        const std::size_t at = message.find(sequenceKey);
        if (at == std::string_view::npos)
            return std::nullopt;
        m_hint = at;
    }
    const std::size_t time = message.find(timeKey, m_hint);
    Tick tick;
    if (time == std::string_view::npos || !readNumber(message, m_hint, sequenceKey, tick.sequence)
        || !readNumber(message, time, timeKey, tick.ns))
        return std::nullopt;
    return tick;
}

} // namespace pressboard::bench
