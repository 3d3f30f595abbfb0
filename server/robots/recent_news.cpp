// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/recent_news.h"

namespace pressboard::server {

void RecentNews::restart(StreamId position)
{
    m_since = position;
    m_news.clear();
}

void RecentNews::add(const QList<News> &news)
{
    m_news.insert(m_news.end(), news.begin(), news.end());
    while (m_news.size() > kept) {
        m_since = m_news.front().id;
        m_news.pop_front();
    }
}

QList<News> RecentNews::after(StreamId position) const
{
    QList<News> all;
    for (const News &news : m_news) {
        if (news.id > position)
            all.append(news);
    }
    return all;
}

} // namespace pressboard::server
