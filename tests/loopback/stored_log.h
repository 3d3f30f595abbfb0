// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/log/publisher.h"

#include <QHash>
#include <QList>

#include <utility>

namespace pressboard::test {

/// What Redis is to the server: it keeps every event, and stores a publish once per ref. It
/// answers when the test says so.
class StoredLog final : public server::Publisher
{
public:
    /// The log in memory that reads this one; another one after a restart.
    void setReader(server::EventLog *log) { m_reader = log; }
    const QList<Event> &events() const { return m_events; }

    void append(const Event &event)
    {
        if (event.id <= m_last)
            return; // Redis would refuse it
        m_last = event.id;
        m_events.append(event);
        if (m_reader)
            m_reader->append(event);
    }
    void publish(const server::Submission &one, Stored stored) override
    {
        m_asked.append(
            {one.user + QLatin1Char(':') + one.ref, one.events.first(), std::move(stored)});
    }
    /// Redis takes what it was asked for. Not `answering`: the server dies before it hears of it.
    void settle(bool answering)
    {
        for (const Asked &asked : std::exchange(m_asked, {})) {
            StreamId &id = m_refs[asked.ref];
            const bool isNew = id.isNull();
            if (isNew) {
                id = {m_last.ms, m_last.seq + 1};
                Event event = asked.event;
                event.id = id;
                append(event);
            }
            if (answering)
                asked.stored(server::Storage{
                    isNew ? server::Storage::Kind::New : server::Storage::Kind::Again, {id}});
        }
    }
    /// The past was rewritten: IDs may begin anew.
    void forget()
    {
        m_events.clear();
        m_last = {};
    }

private:
    struct Asked
    {
        QString ref;
        Event event;
        Stored stored;
    };
    server::EventLog *m_reader = nullptr;
    QList<Event> m_events;
    StreamId m_last;
    QList<Asked> m_asked;
    QHash<QString, StreamId> m_refs;
};

} // namespace pressboard::test
