// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/reading_rules.h"
#include "server/redis/stream_entry.h"
#include "shared/state/event.h"

#include <variant>

namespace pressboard::server {

/// An entry of the log that could not be read: it is counted, kept in `pressboard:rejected`, and
/// moves the position; nobody sees it.
struct Rejected
{
    StreamId id;
    QString reason; ///< names the field and what was expected
    QByteArray head; ///< the entry's first 4 KiB
    QString type = {}; ///< as far as it said one
};

/// Raw bytes of the log → a validated, normalised Event, or the reason why not.
class EntryReader
{
public:
    explicit EntryReader(ReadingRules rules);
    /// Of what is read from now on.
    void setRules(ReadingRules rules) { m_rules = std::move(rules); }
    std::variant<Event, Rejected> read(const redis::StreamEntry &entry) const;

private:
    ReadingRules m_rules;
};

} // namespace pressboard::server
