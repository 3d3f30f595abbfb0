// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/inbox_sink.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace pressboard::test {

/// A log that may be away. As the real one, it takes only what is newer than all it had of a stamp.
class FakeLog : public server::InboxSink
{
public:
    void take(const QList<server::InboxItem> &items, Answer answer) override
    {
        most = std::max(most, items.size());
        if (isAway) {
            answer(Error{QStringLiteral("The log is away."), true});
            return;
        }
        if (isSilent)
            m_held.append({items, std::move(answer)});
        else
            answer(append(items));
    }

    /// Answers all that it was silent about.
    void speak()
    {
        isSilent = false;
        for (const auto &[items, answer] : std::exchange(m_held, {}))
            answer(append(items));
    }

    QList<qint64> orders() const
    {
        QList<qint64> ids;
        for (const Event &event : events)
            ids.append(event.data.value(QStringLiteral("order_id")).toInteger());
        return ids;
    }

    bool isAway = false;
    bool isSilent = false;
    qsizetype most = 0; ///< items it was handed at once
    QList<Event> events;
    QList<server::Rejected> rejected;

private:
    Taken append(const QList<server::InboxItem> &items)
    {
        Taken taken;
        for (const server::InboxItem &item : items) {
            if (const auto last = m_last.constFind(item.stamp);
                last != m_last.cend() && !(*last < item.id))
                continue;
            m_last.insert(item.stamp, item.id);
            if (const auto *event = std::get_if<Event>(&item.content)) {
                events.append(*event);
                ++taken.events;
            } else {
                rejected.append(std::get<server::Rejected>(item.content));
                ++taken.rejected;
            }
        }
        return taken;
    }

    QList<std::pair<QList<server::InboxItem>, Answer>> m_held;
    QHash<QByteArray, StreamId> m_last;
};

} // namespace pressboard::test
