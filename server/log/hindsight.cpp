// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/hindsight.h"

#include "server/log/frames.h"
#include "shared/protocol/text_ids.h"

namespace pressboard::server {

static bool isAboutAnOrder(const Event &event)
{
    return event.type == event_type::order || event.type == event_type::progress;
}

std::optional<Audience> Hindsight::audienceOf(const Event &event, const Book &book)
{
    if (const CrmId removed = removedOrder(event); !removed.isNull()) {
        m_removedLater.insert(removed);
        return Audience();
    }
    if (!isAboutAnOrder(event))
        return event.groups;
    const CrmId orderId = event.orderId();
    if (m_removedLater.contains(orderId))
        return Audience();
    if (const Order *order = book.order(orderId))
        return order->audience;
    // Neither there now nor removed since: say, a step of an order deleted before.
    return std::nullopt;
}

RingEntry Hindsight::entryOf(const Event &event, const Book &book)
{
    const auto audience = audienceOf(event, book);
    return audience ? pastEntry(event, *audience) : silentEntry(event.id);
}

bool Hindsight::isSteady(const Event &event, const RingEntry &live, const Book &book)
{
    const FrameKind kind = kindOf(event);
    if (kind == FrameKind::Silent)
        return live.kind == FrameKind::Silent;
    if (live.hasTextIds != protocol::hasTextIds(event)
        || (live.hasTextIds && *live.plain != pastPlain(event)))
        return false;
    const auto again = Hindsight().audienceOf(event, book);
    return again && live.kind == kind && live.before == *again && live.after == *again;
}

} // namespace pressboard::server
