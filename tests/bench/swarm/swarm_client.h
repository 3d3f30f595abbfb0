// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure/sequence_check.h"
#include "tests/bench/swarm/shared.h"
#include "tests/bench/wire/frame_parser.h"

#include <string>

namespace pressboard::bench {

/// One connection, from the first byte to the last, and again when it comes back.
class SwarmClient
{
public:
    enum class State {
        Away, ///< no connection
        Connecting, ///< TCP
        Upgrading, ///< asked to become a WebSocket
        Syncing, ///< v1: greeted, not yet synced
        Live, ///< gets events
    };

    SwarmClient(Shared &shared, unsigned index, bool isSlow);
    ~SwarmClient();
    SwarmClient(const SwarmClient &) = delete;
    SwarmClient &operator=(const SwarmClient &) = delete;

    State state() const { return m_state; }
    int fd() const { return m_fd; }
    bool isSlow() const { return m_isSlow; }
    const SequenceCheck &check() const { return m_check; }
    void expect(std::uint64_t sequence) { m_check.expect(sequence); }
    std::uint64_t snapshotBytes() const { return m_snapshotBytes; } ///< since it connected
    /// In the snapshot since it connected; counted by a sample of the clients, for it costs.
    bool countsOrders() const { return m_index % sampleEvery == 0; }
    std::size_t orders() const { return m_orders; }

    void start();
    void handleWritable(); ///< connected, or failed to
    /// At most so many bytes into `buffer`, which is shared.
    void read(char *buffer, std::size_t size);
    void delayReceipts();
    void ping();
    void pingApplication();
    void leave(); ///< with a close frame
    void cut();

private:
    static constexpr unsigned sampleEvery = 500;

    Tally &tally() { return m_isSlow ? m_shared.slowTally : m_shared.tally; }
    void setState(State state);
    void receive(std::string_view bytes);
    void readHead(std::string_view bytes);
    void handleFrame(const Frame &frame);
    void handleText(std::string_view text);
    void handleControl(std::string_view text);
    void handleSnapshot(std::string_view part, bool isDeflated);
    void greet(std::string_view text);
    void noteSynced(std::string_view text);
    std::string_view position();
    void send(Opcode opcode, std::string_view payload);
    void sendBytes(std::string_view bytes);
    void endWith(const std::string &reason);

    Shared &m_shared;
    unsigned m_index;
    bool m_isSlow;
    State m_state = State::Away;
    int m_fd = -1;
    std::int64_t m_receivedNs = 0; ///< of what is being read
    std::string m_head;
    FrameParser m_parser;
    SequenceCheck m_check;
    std::string m_position; ///< in the log, as the server said it last; empty: nothing to resume
    std::uint64_t m_positionNext = 0; ///< what was expected next when it said so
    std::uint64_t m_snapshotBytes = 0;
    std::size_t m_orders = 0;
};

} // namespace pressboard::bench
