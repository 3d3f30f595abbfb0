// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/wire/frame.h"

#include <algorithm>
#include <utility>

namespace pressboard::bench {

/// Cuts a stream of bytes into frames, wherever the bytes are torn. Frames that lie whole in what
/// was read are handed out where they lie; only the torn rest of a frame is copied.
class FrameParser
{
public:
    /// Calls `take(const Frame &)` for each frame that `bytes` completes. The frame's payload is
    /// valid during the call only.
    template<typename Take> void feed(std::string_view bytes, Take &&take)
    {
        if (!m_torn.empty() && !mend(bytes, take))
            return;
        while (const auto head = FrameHead::read(bytes)) {
            if (bytes.size() < head->wholeSize())
                break;
            take(Frame{*head, bytes.substr(head->size, head->payloadSize)});
            bytes.remove_prefix(head->wholeSize());
        }
        m_torn.assign(bytes);
    }

private:
    /// Moves from `bytes` what the torn frame lacks; false: it still lacks something.
    template<typename Take> bool mend(std::string_view &bytes, Take &&take)
    {
        auto head = FrameHead::read(m_torn);
        for (; !head && !bytes.empty(); head = FrameHead::read(m_torn)) // few bytes: a head
            move(bytes, 1);
        if (!head)
            return false;
        move(bytes, head->wholeSize() - m_torn.size());
        if (m_torn.size() < head->wholeSize())
            return false;
        // Swapped away: thousands of clients need not keep what once took something large.
        const std::string whole = std::exchange(m_torn, {});
        take(Frame{*head, std::string_view(whole).substr(head->size)});
        return true;
    }

    void move(std::string_view &bytes, std::size_t count)
    {
        count = std::min(count, bytes.size());
        m_torn.append(bytes.substr(0, count));
        bytes.remove_prefix(count);
    }

    std::string m_torn; ///< the beginning of a frame
};

} // namespace pressboard::bench
