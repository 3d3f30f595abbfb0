// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>

namespace pressboard::server::platform {

/// Ends the wait of an event loop, from any thread. While the loop is not about to wait, as it is
/// whenever it posts events to itself, a call costs no system call.
class WakeUp
{
public:
    WakeUp();
    ~WakeUp();
    Q_DISABLE_COPY_MOVE(WakeUp)

    /// Readable after a call while armed; -1 when the system had no descriptor left.
    int descriptor() const { return m_descriptor; }

    /// Thread-safe. Calls before the loop has taken the first one count as one.
    void call();

    /// Before each wait. False when there was a call already: the loop may not block.
    bool arm();
    /// Waits for a call alone, `timeout` at most (negative: without end). True when the descriptor
    /// is readable; a signal may end it.
    bool wait(std::chrono::milliseconds timeout) const;
    /// After each wait, which says whether it found the descriptor readable. True: there was a
    /// call.
    bool disarm(bool readable);

private:
    const int m_descriptor;
    std::atomic<bool> m_armed = false;
    std::atomic<bool> m_called = false;
};

} // namespace pressboard::server::platform
