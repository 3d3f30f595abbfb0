// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ingest/entry_reader.h"
#include "server/redis/stream_entry.h"

#include <optional>

namespace pressboard::server::ctl {

/// `tail`: what comes into the log from now on, or from a position on; what cannot be read, too.
/// Goes on over a restart of Redis, until Ctrl-C or until nobody reads any more.
class Tail final : public Command
{
    Q_OBJECT
public:
    /// Shorter than a command's timeout, so that a dead link is noticed.
    static constexpr std::chrono::milliseconds block{2000};

    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;
    void stop() override;

private:
    Tail(const Tools &tools, std::optional<StreamId> from);

    void findEnd();
    void read();
    void handleReply(const redis::Reply &reply);
    void show(const redis::StreamEntry &entry);

    std::optional<StreamId> m_from; ///< the last one shown; none: the end is not known yet
    EntryReader m_reader;
};

} // namespace pressboard::server::ctl
