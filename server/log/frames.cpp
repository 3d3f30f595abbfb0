// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/frames.h"

#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/text_ids.h"

#include <QJsonArray>

#include <algorithm>

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

static std::optional<protocol::Settled> settlementIn(const Event &event)
{
    return event.type == event_type::settle ? protocol::settledBy(event) : std::nullopt;
}

/// A retired order is not news, it only leaves the lists: v1 clients hear that it is gone,
/// classic ones, which keep no lists, nothing.
static QByteArray textOf(const Event &event)
{
    if (isRetirement(event))
        return encodeGone(event, removedOrder(event));
    if (const auto settled = settlementIn(event))
        return protocol::encode(*settled);
    return protocol::encode(protocol::eventMessage(event));
}

FrameKind kindOf(const Event &event)
{
    if (isRetirement(event))
        return removedOrder(event).isNull() ? FrameKind::Silent : FrameKind::Order;
    if (event.isInternal())
        return settlementIn(event) ? FrameKind::Settlement : FrameKind::Silent;
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
    entry.hasTextIds = protocol::hasTextIds(event);
    if (entry.hasTextIds)
        entry.plain.set(pastPlain(event));
    return entry;
}

/// Nothing of their rows changes by it; or it could not be made again (Hindsight).
RingEntry::Plain pastPlain(const Event &event)
{
    if (event.type != event_type::notice)
        return {};
    Event plain = event;
    plain.data = protocol::noticeWithoutTextIds(event.data);
    return {textOf(plain), {}, {}};
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

/// The row as those have it who take no IDs that are texts.
static QByteArray encodePlain(const Event &event, const CrmId &orderId, const Book &book)
{
    if (orderId.isText() || orderId.isNull())
        return {};
    const Order *order = book.order(orderId);
    return order ? encodeWhole(event, *protocol::withoutTextIds(*order))
                 : encodeGone(event, orderId);
}

/// The one order of theirs that the event changed; none when it changed none.
static CrmId plainOrder(const Change &change)
{
    for (const OrderChange &order : change.orders) {
        if (order.orderId.isNumber())
            return order.orderId;
    }
    for (const StepChange &step : change.steps) {
        if (step.orderId.isNumber() && step.progressId.isNumber())
            return step.orderId;
    }
    return {};
}

static bool isOfTextId(const StepChange &step)
{
    return step.orderId.isText();
}

/// Is an order or a step with such an ID concerned, so that the event means something else, or
/// nothing, to those who do not know them?
static bool concernsTextIds(const Event &event, const Change &change, const Book &book)
{
    if (protocol::hasTextIds(event))
        return true;
    if (event.type == event_type::order) // its steps may be those of such an order
        return event.isImported() && !event.data.value(u"steps").toArray().isEmpty();
    if (event.type != event_type::progress)
        return false;
    const CrmId progressId = CrmId::fromJson(event.data.value(u"progress_id"));
    const Order *home = book.orderOfStep(progressId);
    return (home && home->orderId.isText())
        || std::any_of(change.steps.begin(), change.steps.end(), isOfTextId);
}

static RingEntry::Plain livePlain(const RingEntry &entry, const Event &event, const Change &change,
                                  const Book &book)
{
    if (event.type == event_type::notice && entry.hasTextIds)
        return pastPlain(event);
    RingEntry::Plain plain{entry.text, {}, {}};
    if (concernsTextIds(event, change, book))
        plain.text = encodePlain(event, plainOrder(change), book);
    if (entry.before == entry.after)
        return plain;
    plain.gained = encodePlain(event, change.audienceOrderId, book);
    if (!change.audienceLeftOrderId.isNull())
        plain.lost = encodePlain(event, change.audienceLeftOrderId, book);
    else if (change.audienceOrderId.isNumber())
        plain.lost = entry.lost;
    return plain;
}

/// Most shops have no ID that is a text, and nothing more to look at.
static void addPlain(RingEntry &entry, const Event &event, const Change &change, const Book &book)
{
    if (!book.hasTextIds() && !entry.hasTextIds)
        return;
    const RingEntry::Plain plain = livePlain(entry, event, change, book);
    entry.hasTextIds = plain != RingEntry::Plain{entry.text, entry.gained, entry.lost};
    entry.plain.set(entry.hasTextIds ? plain : RingEntry::Plain());
}

static RingEntry liveText(const Event &event, const Change &change, const Book &book)
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

RingEntry liveEntry(const Event &event, const Change &change, const Book &book)
{
    RingEntry entry = liveText(event, change, book);
    if (entry.kind != FrameKind::Silent)
        addPlain(entry, event, change, book);
    return entry;
}

} // namespace pressboard::server
