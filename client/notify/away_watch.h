// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <utility>

namespace pressboard::client {

/// Watches whether the board is live, and tells when being away is worth a word: after ten
/// seconds, once, be it a cut or a planned stop (a server that is merely restarted is back by
/// then, and nobody needs to know). Pure but for what it remembers.
class AwayWatch
{
public:
    static constexpr std::chrono::milliseconds patience{10'000};

    enum class Word { None, Lost, Stopped };
    struct Return
    {
        OptionalMoment since; ///< 数据截至 when the board went stale
        std::chrono::milliseconds away{0};
        bool wasTold = false; ///< Lost or Stopped was said
    };

    /// The server said goodbye: what follows is planned.
    void expectStop() { m_planned = true; }
    /// `asOf`: 数据截至. `now` is monotonic. What is returned is said once.
    Word update(bool stale, OptionalMoment asOf, std::chrono::milliseconds now);
    /// Set once, when update() found the board live again, or live for the first time.
    std::optional<Return> takeReturn() { return std::exchange(m_return, std::nullopt); }

private:
    bool m_wasLive = false; ///< ever: a program that never got through has lost nothing
    bool m_planned = false;
    bool m_told = false;
    std::optional<std::chrono::milliseconds> m_awaySince; ///< monotonic
    OptionalMoment m_asOf;
    std::optional<Return> m_return;
};

} // namespace pressboard::client
