// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/ingest/reading_rules.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"
#include "shared/state/event.h"

#include <variant>

namespace pressboard::server {

/// Why a publish is refused: `code` is the wire's.
struct PublishRefusal
{
    QString code; ///< invalid, forbidden
    QString message;

    bool isUnreadable() const { return code == QLatin1StringView("invalid"); }
};

/// What a client may put into the log, and how it gets there: validated, with the sender and the
/// time as this server knows them. Pure.
std::variant<Event, PublishRefusal> checkPublish(const protocol::Publish &publish,
                                                 const Identity &identity,
                                                 const ReadingRules &rules, Moment now);

} // namespace pressboard::server
