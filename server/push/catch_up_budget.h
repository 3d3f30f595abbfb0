// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pressboard::server {

/// How many bytes all sessions that catch up may send together in one turn of the loop, so that
/// thousands who come back at once do not hold up what is live.
class CatchUpBudget
{
public:
    /// A few milliseconds of the kernel's copying: so much later may a live event be.
    static constexpr qsizetype bytesPerTurn = 4 * 1024 * 1024;

    void refill() { m_left = bytesPerTurn; } ///< when a turn begins
    bool isLeft() const { return m_left > 0; }
    /// May overdraw: a single part is small beside the whole. Counts what a session went through,
    /// seen by its client or not.
    void spend(qsizetype bytes) { m_left -= bytes; }

private:
    qsizetype m_left = bytesPerTurn;
};

} // namespace pressboard::server
