// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/ingest/reading_rules.h"
#include "server/push/call.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"
#include "shared/state/book.h"
#include "shared/state/event.h"

#include <variant>

namespace pressboard::server {

/// Why a publish is refused: `code` is the wire's.
struct PublishRefusal
{
    QString code; ///< invalid, forbidden, conflict, unavailable, too_many
    QString message;
    int at = 0; ///< which one it is about, of several that are published together
    /// The notice that it would replace is gone: this very publish may have done so, and its answer
    /// was lost. Whoever keeps the refs knows.
    bool mayBeDone = false;

    bool isUnreadable() const { return code == QLatin1StringView("invalid"); }
};

/// A test notice that its sender gets back, and nobody else: it is not logged.
struct PublishEcho
{
    Event event;
};

/// What becomes of a publish, when the log takes it.
using PublishVerdict = std::variant<Event, PublishEcho, PublishRefusal>;

/// What a publish is judged by besides who sent it.
struct PublishSetting
{
    const Book *book = nullptr; ///< whose notices they are that it replaces; null: nobody's
    QList<Call> calls = {};
};

/// What a client may put into the log, and how it gets there: validated, with the sender and the
/// time as this server knows them, notices with no members but those that a notice has. Pure.
PublishVerdict checkPublish(const protocol::Publish &publish, const Identity &identity,
                            const ReadingRules &rules, Moment now,
                            const PublishSetting &setting = {});

/// A test that goes into the log, and so to others.
bool isTestNotice(const Event &event);

} // namespace pressboard::server
