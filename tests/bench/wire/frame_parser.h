// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/wire/frame.h"

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
        if (m_rest.empty()) {
            m_rest.assign(bytes.substr(cut(bytes, take)));
            return;
        }
        m_rest.append(bytes);
        if (m_rest.size() >= m_wanted)
            m_rest.erase(0, cut(m_rest, take));
        if (m_rest.empty())
            m_rest.shrink_to_fit(); // thousands of clients, each of which once got something large
    }

private:
    /// How many bytes the whole frames took.
    template<typename Take> std::size_t cut(std::string_view bytes, Take &&take)
    {
        std::size_t done = 0;
        m_wanted = 0;
        while (const auto head = FrameHead::read(bytes.substr(done))) {
            const std::size_t size = head->size + head->payloadSize;
            if (bytes.size() - done < size) {
                m_wanted = size;
                break;
            }
            take(Frame{*head, bytes.substr(done + head->size, head->payloadSize)});
            done += size;
        }
        return done;
    }

    std::string m_rest; ///< begins with a head
    std::size_t m_wanted = 0; ///< of m_rest, before it is worth another look
};

} // namespace pressboard::bench
