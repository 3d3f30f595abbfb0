// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/frames.h"

#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <QJsonArray>

namespace pressboard::server {

static QByteArray encodeGone(const Event &event, const CrmId &orderId)
{
    return protocol::encode(protocol::OrderSight{event.id, orderId, true, {}, event.isImported()});
}

static QByteArray encodeWhole(const Event &event, const Order &order)
{
    return protocol::encode(
        protocol::OrderSight{event.id, order.orderId, false, order, event.isImported()});
}

static bool isRetirement(const Event &event)
{
    return event.type == event_type::retire;
}

/// A retired order is not news, it only leaves the lists: v1 clients hear that it is gone,
/// classic ones, which keep no lists, nothing.
static QByteArray textOf(const Event &event)
{
    if (isRetirement(event))
        return encodeGone(event, removedOrder(event));
    return protocol::encode(
        protocol::EventMessage{event.type, event.data, event.id, event.isImported()});
}

FrameKind kindOf(const Event &event)
{
    if (isRetirement(event))
        return removedOrder(event).isNull() ? FrameKind::Silent : FrameKind::Order;
    if (event.isInternal())
        return FrameKind::Silent;
    if (event.type == event_type::numbers)
        return event.groups.isEveryone() ? FrameKind::Silent : FrameKind::Numbers;
    if (event.type == event_type::notice)
        return FrameKind::Notice;
    return FrameKind::Order;
}

CrmId removedOrder(const Event &event)
{
    if (event.type == event_type::order
        && event.data.value(u"action").toString() == QLatin1StringView("deleted"))
        return event.orderId();
    if (isRetirement(event)) {
        const QJsonArray ids = event.data.value(u"order_ids").toArray();
        if (ids.size() == 1)
            return CrmId::fromJson(ids.first());
    }
    return {};
}

QByteArray classicTextOf(const Event &event)
{
    if (event.isImported() || kindOf(event) == FrameKind::Silent || event.isInternal())
        return {};
    // Read and written anew: Qt reads more than JSON is, and a page may not.
    const auto published = parseObject(event.published, limits::jsonDepth);
    return protocol::encodeClassic(event.type, published ? *published : event.data);
}

RingEntry silentEntry(StreamId id)
{
    RingEntry entry;
    entry.id = id;
    entry.kind = FrameKind::Silent;
    return entry;
}

RingEntry pastEntry(const Event &event, const Audience &audience)
{
    const FrameKind kind = kindOf(event);
    if (kind == FrameKind::Silent)
        return silentEntry(event.id);
    RingEntry entry;
    entry.id = event.id;
    entry.kind = kind;
    entry.before = audience;
    entry.after = audience;
    entry.text = textOf(event);
    return entry;
}

static RingEntry retirementEntry(const Event &event, const Change &change)
{
    for (const OrderChange &order : change.orders) {
        if (order.removed)
            return pastEntry(event, order.removed->audience);
    }
    return silentEntry(event.id);
}

/// What those need who see only one side of the event.
static void addSights(RingEntry &entry, const Event &event, const Change &change, const Book &book)
{
    if (const Order *gained = book.order(change.audienceOrderId))
        entry.gained = encodeWhole(event, *gained);
    if (change.audienceLeftOrderId.isNull())
        entry.lost = encodeGone(event, change.audienceOrderId);
    else if (const Order *left = book.order(change.audienceLeftOrderId))
        entry.lost = encodeWhole(event, *left);
}

RingEntry liveEntry(const Event &event, const Change &change, const Book &book)
{
    if (change.refused)
        return silentEntry(event.id);
    if (isRetirement(event))
        return retirementEntry(event, change);
    RingEntry entry = pastEntry(event, change.audienceAfter);
    if (entry.kind == FrameKind::Silent || change.audienceBefore == change.audienceAfter)
        return entry;
    entry.before = change.audienceBefore;
    addSights(entry, event, change, book);
    return entry;
}

} // namespace pressboard::server
