// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/push/dashboard.h"
#include "server/push/viewer.h"
#include "shared/protocol/messages.h"

#include <QByteArray>

namespace pressboard::server {

/// Writes how everything stands that is no row: what ends a replay or a snapshot.
class SyncedWriter
{
public:
    /// `source` tells the state of the source at any time. All must outlive the writer.
    SyncedWriter(const EventLog &log, const protocol::Source &source, Dashboard &dashboard);

    /// The frame up to the log's end as it is now. Its numbers count as told.
    QByteArray tell(const Viewer &viewer);

private:
    const EventLog &m_log;
    const protocol::Source &m_source;
    Dashboard &m_dashboard;
};

} // namespace pressboard::server
