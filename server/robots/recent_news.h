// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/news.h"

#include <deque>

namespace pressboard::server {

/// The news of the events that this server read, whether it writes or not: whoever begins to write
/// goes on from where the last one stood.
class RecentNews
{
public:
    static constexpr std::size_t kept = 1000;

    /// The log stands there now, and nothing is known of before.
    void restart(StreamId position);
    void add(const QList<News> &news);

    /// Nothing that happened after this is missing.
    StreamId since() const { return m_since; }
    QList<News> after(StreamId position) const;

private:
    StreamId m_since;
    std::deque<News> m_news;
};

} // namespace pressboard::server
