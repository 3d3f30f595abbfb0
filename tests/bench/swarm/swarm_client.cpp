// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swarm/swarm_client.h"

#include "tests/bench/swarm/inflate.h"
#include "tests/bench/wire/clock.h"
#include "tests/bench/wire/handshake.h"
#include "tests/bench/wire/loopback.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace pressboard::bench {

namespace {

constexpr int slowReceiveBuffer = 4096;
constexpr std::string_view applicationPing = R"({"type":"ping"})";
constexpr std::string_view orderMark = R"("customer_name":)"; // once in each order of a snapshot

std::size_t countOf(std::string_view text, std::string_view what)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos;
         at = text.find(what, at + what.size()))
        ++count;
    return count;
}

} // namespace

SwarmClient::SwarmClient(Shared &shared, unsigned index, bool isSlow)
    : m_shared(shared)
    , m_index(index)
    , m_isSlow(isSlow)
{
}

SwarmClient::~SwarmClient()
{
    cut();
}

void SwarmClient::setState(State state)
{
    m_shared.live += int(state == State::Live) - int(m_state == State::Live);
    m_state = state;
}

void SwarmClient::start()
{
    m_head.clear();
    m_parser = {};
    m_snapshotBytes = 0;
    m_orders = 0;
    m_fd = startConnecting(m_shared.target.port, m_index, m_isSlow ? slowReceiveBuffer : 0);
    setState(State::Connecting);
}

void SwarmClient::handleWritable()
{
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return endWith("not connected");
    setState(State::Upgrading);
    const Target &target = m_shared.target;
    sendBytes(upgradeRequest("127.0.0.1:" + std::to_string(target.port), target.path,
                             target.speaksV1 ? "pressboard.v1" : "", target.token));
}

void SwarmClient::read(char *buffer, std::size_t size)
{
    const ssize_t got = recv(m_fd, buffer, size, 0);
    if (got > 0)
        receive({buffer, std::size_t(got)});
    else if (got == 0 || errno != EAGAIN)
        endWith(m_state == State::Live ? "cut" : "cut before it was live");
}

void SwarmClient::receive(std::string_view bytes)
{
    m_receivedNs = nowNs();
    tally().bytes += bytes.size();
    if (m_state == State::Upgrading)
        readHead(bytes);
    else
        m_parser.feed(bytes, [this](const Frame &frame) { handleFrame(frame); });
}

void SwarmClient::readHead(std::string_view bytes)
{
    m_head += bytes;
    const auto end = headEnd(m_head);
    if (!end)
        return;
    constexpr std::size_t statusAt = sizeof("HTTP/1.1 ") - 1;
    if (const std::string status = m_head.substr(statusAt, 3); status != "101")
        return endWith("HTTP " + status);
    setState(m_shared.target.speaksV1 ? State::Syncing : State::Live);
    const std::string rest = m_head.substr(*end);
    m_head = {};
    if (!rest.empty())
        m_parser.feed(rest, [this](const Frame &frame) { handleFrame(frame); });
}

void SwarmClient::handleFrame(const Frame &frame)
{
    if (m_fd < 0)
        return; // ended by a frame before this one
    switch (frame.head.opcode) {
    case Opcode::Text:
        return handleText(frame.payload);
    case Opcode::Binary:
        return handleSnapshot(frame.payload, true);
    case Opcode::Ping:
        ++tally().serverPings;
        return send(Opcode::Pong, frame.payload);
    case Opcode::Pong:
        ++tally().pongs;
        return;
    case Opcode::Close: {
        const bool hasCode = frame.payload.size() >= 2;
        const int code = hasCode ? (static_cast<unsigned char>(frame.payload[0]) << 8)
                | static_cast<unsigned char>(frame.payload[1])
                                 : 1005;
        return endWith("close " + std::to_string(code));
    }
    case Opcode::Continuation:
        return endWith("a fragmented message");
    }
}

void SwarmClient::handleText(std::string_view text)
{
    const auto tick = m_shared.ticks.read(text);
    if (!tick)
        return handleControl(text);
    Tally &mine = tally();
    const auto verdict = m_check.check(tick->sequence);
    if (verdict == SequenceCheck::Verdict::Duplicate) {
        ++mine.duplicates;
        return;
    }
    mine.lost += m_check.lost();
    ++mine.delivered;
    mine.lastDeliveryNs = m_receivedNs;
    mine.latency.add(m_receivedNs - tick->ns);
    if (m_shared.target.speaksV1)
        m_shared.positions.remember(tick->sequence, text);
}

void SwarmClient::handleControl(std::string_view text)
{
    // Keys are sorted, so that the message's own type is the last one in it.
    const std::string_view type = PositionMemory::textValue(text, R"("type":")");
    if (type == "snapshot")
        handleSnapshot(text, false);
    else if (type == "pong")
        ++tally().appPongs;
    else if (type == "sync")
        ++tally().modes[std::string(PositionMemory::textValue(text, R"("mode":")"))];
    else if (type == "synced")
        noteSynced(text);
    else if (type == "connection_established" && m_shared.target.speaksV1)
        greet(text);
}

void SwarmClient::handleSnapshot(std::string_view part, bool isDeflated)
{
    m_snapshotBytes += part.size();
    tally().snapshotBytes += part.size();
    if (countsOrders())
        m_orders += countOf(isDeflated ? inflated(part) : std::string(part), orderMark);
}

void SwarmClient::greet(std::string_view text)
{
    m_shared.epoch = PositionMemory::textValue(text, R"("epoch":")");
    std::string hello =
        R"({"type":"hello","client":{"station":"bench","version":"1"},"features":[)";
    hello += m_shared.target.takesZlib ? R"("zlib"],"resume":)" : R"(],"resume":)";
    if (position().empty())
        hello += "null}";
    else
        hello += R"({"epoch":")" + m_shared.epoch + R"(","position":")" + std::string(position())
            + R"("}})";
    send(Opcode::Text, hello);
}

void SwarmClient::noteSynced(std::string_view text)
{
    m_position = PositionMemory::textValue(text, R"("position":")");
    m_positionNext = m_check.next();
    setState(State::Live);
}

/// Of the last event it got; where none came since, what the server said.
std::string_view SwarmClient::position()
{
    if (m_check.next() > m_positionNext && !m_position.empty())
        return m_shared.positions.idOf(m_check.next() - 1);
    return m_position;
}

void SwarmClient::delayReceipts()
{
    if (m_fd >= 0)
        pressboard::bench::delayReceipts(m_fd);
}

void SwarmClient::ping()
{
    send(Opcode::Ping, "bench");
}

void SwarmClient::pingApplication()
{
    send(Opcode::Text, applicationPing);
}

void SwarmClient::leave()
{
    constexpr std::string_view normal = "\x03\xe8";
    send(Opcode::Close, normal);
    cut();
}

void SwarmClient::cut()
{
    if (m_fd >= 0)
        close(m_fd);
    m_fd = -1;
    setState(State::Away);
}

void SwarmClient::send(Opcode opcode, std::string_view payload)
{
    std::string frame;
    appendMaskedFrame(frame, opcode, payload);
    sendBytes(frame);
}

/// A server that does not even take these few bytes is as good as gone.
void SwarmClient::sendBytes(std::string_view bytes)
{
    if (m_fd >= 0
        && ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
        endWith("takes nothing");
}

void SwarmClient::endWith(const std::string &reason)
{
    ++tally().cuts;
    ++tally().endings[reason];
    cut();
}

} // namespace pressboard::bench
