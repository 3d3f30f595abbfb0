// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QtGlobal>

namespace pressboard::server {

class Session;

/// Who hears what clients say of stations, receipts and alarms. Answers the session, later or at
/// once.
class StationPost
{
public:
    virtual ~StationPost() = default;
    /// It said hello, the first time or again: Session::station() and the features are new.
    virtual void arrived(Session &session) = 0;
    /// It has a snapshot, and is live.
    virtual void gotSnapshot(Session &session) = 0;
    virtual void left(Session &session) = 0;

    virtual void handle(Session &session, const protocol::Receipt &message) = 0;
    virtual void handle(Session &session, const protocol::AskReceipts &message) = 0;
    virtual void handle(Session &session, const protocol::Settle &message) = 0;
    virtual void handle(Session &session, const protocol::AskSent &message) = 0;
    virtual void handle(Session &session, const protocol::Remind &message) = 0;
    virtual void handle(Session &session, const protocol::AskStations &message) = 0;
    virtual void handle(Session &session, const protocol::ChangeStation &message) = 0;

protected:
    StationPost() = default;
    Q_DISABLE_COPY_MOVE(StationPost)
};

} // namespace pressboard::server
