// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/publish/redis_sink.h"

#include "tests/bench/wire/loopback.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <initializer_list>
#include <stdexcept>

namespace pressboard::bench {

namespace {

constexpr long maxMissing = 10'000;
constexpr std::size_t commandsAtOnce = 64 * 1024; // else Redis' answers and ours block each other

void appendCommand(std::string &out, std::initializer_list<std::string_view> words)
{
    out += '*' + std::to_string(words.size()) + "\r\n";
    for (const std::string_view word : words) {
        out += '$' + std::to_string(word.size()) + "\r\n";
        out += word;
        out += "\r\n";
    }
}

} // namespace

RedisSink::RedisSink(const std::string &socketPath, std::string stream)
    : m_fd(connectTo(socketPath))
    , m_stream(std::move(stream))
{
}

RedisSink::~RedisSink()
{
    close(m_fd);
}

void RedisSink::append(const Tick &tick)
{
    m_data.clear();
    tick.appendData(m_data);
    appendCommand(m_commands, {"XADD", m_stream, "*", "type", "bench.tick", "data", m_data});
    ++m_appended;
    if (m_commands.size() >= commandsAtOnce)
        flush();
}

void RedisSink::flush()
{
    sendAll(m_fd, m_commands);
    m_commands.clear();
    m_missing += m_appended;
    m_appended = 0;
    readReplies(MSG_DONTWAIT);
    while (m_missing > maxMissing)
        readReplies(0);
}

/// Each reply is an ID as a bulk string: "$15\r\n1700000000000-0\r\n".
void RedisSink::readReplies(int flags)
{
    std::array<char, 64 * 1024> bytes{};
    const ssize_t got = recv(m_fd, bytes.data(), bytes.size(), flags);
    if (got < 0 && errno == EAGAIN)
        return;
    if (got <= 0)
        throw std::runtime_error("Redis closed the connection");
    for (const char c : std::string_view(bytes.data(), std::size_t(got))) {
        if (c == '-' && m_atLineStart)
            throw std::runtime_error("Redis refused an event");
        m_missing -= c == '$' ? 1 : 0;
        m_atLineStart = c == '\n';
    }
}

} // namespace pressboard::bench
