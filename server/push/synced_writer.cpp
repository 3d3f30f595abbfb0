// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/synced_writer.h"

#include "server/wire/frame.h"
#include "shared/protocol/codec.h"

namespace pressboard::server {

SyncedWriter::SyncedWriter(const EventLog &log, const protocol::Source &source,
                           Dashboard &dashboard)
    : m_log(log)
    , m_source(source)
    , m_dashboard(dashboard)
{
}

QByteArray SyncedWriter::tell(const Viewer &viewer)
{
    const Book &book = m_log.book();
    protocol::Synced message;
    message.epoch = book.epoch;
    message.position = m_log.position();
    message.source = m_source;
    if (viewer.viewOrders) {
        message.stats = m_dashboard.tell();
        message.dayStart = book.day.date;
        if (book.day.date.isValid())
            message.dayStats = toJson(book.day.stats);
    }
    return textFrame(protocol::encode(message));
}

} // namespace pressboard::server
