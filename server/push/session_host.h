// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/stream_id.h"
#include "shared/protocol/messages.h"

#include <QtGlobal>

namespace pressboard::server {

class Session;

/// Who keeps the sessions and comes back to them: the hub.
class SessionHost
{
public:
    virtual ~SessionHost() = default;
    /// The session waits for something until a moment; from now on its checkDeadline() is called,
    /// until that says that it waits no more.
    virtual void watchDeadline(Session &session) = 0;
    /// There is more to send, or something is being made for a session: pump() is called in the
    /// next turn of the loop.
    virtual void pumpSoon() = 0;
    /// Its client has read further than this server's log: this server may be behind.
    virtual void noteAhead(StreamId position) = 0;
    /// Something is to be said of the source, or something that it is taken for live by: whoever
    /// knows better changes it now.
    virtual void confirmSource() = 0;
    /// Its client has a newer code.
    virtual void renew(Session &session, const protocol::Token &token) = 0;
    /// It is not known yet whether it is: nobody may be given an older board for a newer one.
    virtual bool isEndDoubted() const = 0;

protected:
    SessionHost() = default;
    Q_DISABLE_COPY_MOVE(SessionHost)
};

} // namespace pressboard::server
