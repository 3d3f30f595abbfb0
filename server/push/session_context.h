// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QByteArray;

namespace pressboard {
class Clock;
}

namespace pressboard::server {

class CatchUpBudget;
class Feed;
class PublishHandler;
class RightsHistory;
class SessionHost;
class SnapshotCache;
class StationPost;
class SyncedWriter;
struct PushCounters;
struct SessionLimits;

/// What all sessions of a hub work with. The hub keeps it, and all of it outlives them.
struct SessionContext
{
    SessionHost &host;
    Feed &feed;
    SnapshotCache &snapshots;
    SyncedWriter &synced;
    const RightsHistory &rights;
    PublishHandler &publishes;
    CatchUpBudget &catchUp;
    PushCounters &counters;
    const Clock &clock;
    const SessionLimits &limits;
    /// What could not be read, as a message for who may manage; empty while all could.
    const QByteArray &unread;
    /// Who hears of stations; null: nobody.
    StationPost *const &post;
};

} // namespace pressboard::server
