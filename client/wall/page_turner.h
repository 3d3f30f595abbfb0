// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>
#include <optional>

namespace pressboard::client {

/// Which rows of a list stand on a wall that nobody scrolls. A list that fits stands still; of one
/// that does not, the first few rows (what is most urgent) stay and the rest turns by pages.
class PageTurner
{
public:
    static constexpr std::chrono::seconds period{12};
    static constexpr int mostPinned = 3;

    /// The list has `rows`, its panel has room for `room`. What is being read stays where it is,
    /// unless its page is gone.
    void fit(int rows, int room);
    /// Turns the page when it is time; `now` is monotonic. True when it turned.
    bool turnWhenDue(std::chrono::milliseconds now);

    int page() const { return m_page; } ///< from 0
    int pages() const; ///< at least 1
    int pinned() const; ///< rows that stay: at most half the room
    QList<int> shown() const; ///< rows of the list, from the top

private:
    int rowsPerPage() const { return m_room - pinned(); }

    int m_rows = 0;
    int m_room = 0;
    int m_page = 0;
    std::optional<std::chrono::milliseconds> m_since; ///< when this page came
};

} // namespace pressboard::client
