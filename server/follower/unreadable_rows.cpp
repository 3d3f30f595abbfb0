// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/unreadable_rows.h"

#include "server/follower/stored_book.h"

namespace pressboard::server {

UnreadableRows::UnreadableRows(const EventLog &log, ProblemList &problems, QObject *parent)
    : QObject(parent)
    , m_problems(problems)
{
    connect(&log, &EventLog::applied, this, &UnreadableRows::onApplied);
}

void UnreadableRows::set(const QStringList &fields)
{
    m_fields = fields;
    say();
}

void UnreadableRows::onApplied(const Event &event)
{
    if (m_fields.isEmpty() || event.type != event_type::order)
        return;
    if (m_fields.removeAll(QString::fromUtf8(StoredBook::orderField(event.orderId()))) > 0)
        say();
}

void UnreadableRows::say()
{
    m_problems.setOrClear(
        Problem::Kind::UnreadableRows,
        m_fields.isEmpty()
            ? QString()
            : QStringLiteral("These rows of the checkpoint cannot be read, and their orders are "
                             "missing on the boards: %1. Publish those orders once more.")
                  .arg(m_fields.join(QStringLiteral(", "))));
}

} // namespace pressboard::server
