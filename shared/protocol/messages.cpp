// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/messages.h"

#include "shared/base/limits.h"

#include <algorithm>
#include <iterator>

namespace pressboard::protocol {
namespace {

/// Those of this version, and those reserved for the features that are decided already.
constexpr QLatin1StringView controlTypes[] = {
    QLatin1StringView("connection_established"),
    QLatin1StringView("hello"),
    QLatin1StringView("sync"),
    QLatin1StringView("snapshot"),
    QLatin1StringView("synced"),
    QLatin1StringView("order"),
    QLatin1StringView("source"),
    QLatin1StringView("goodbye"),
    QLatin1StringView("ping"),
    QLatin1StringView("pong"),
    QLatin1StringView("publish"),
    QLatin1StringView("ack"),
    QLatin1StringView("error"),
    QLatin1StringView("received"),
    QLatin1StringView("confirmed"),
    QLatin1StringView("receipts"),
    QLatin1StringView("stations"),
    QLatin1StringView("user"),
    QLatin1StringView("server_health"),
    QLatin1StringView("unread"),
    QLatin1StringView("receipt"),
    QLatin1StringView("settle"),
    QLatin1StringView("settled"),
    QLatin1StringView("sent"),
    QLatin1StringView("remind"),
    QLatin1StringView("station"),
    QLatin1StringView("token"),
};

constexpr QLatin1StringView receiptStates[] = {
    QLatin1StringView("delivered"),
    QLatin1StringView("seen"),
    QLatin1StringView("confirmed"),
};

constexpr QLatin1StringView noticeKey("notice");
constexpr QLatin1StringView byKey("by");
constexpr QLatin1StringView stationKey("station");

} // namespace

QStringList features()
{
    return {zlibFeature,     textIdsFeature, unreadFeature,
            receiptsFeature, alarmsFeature,  stationsFeature};
}

QLatin1StringView nameOf(ReceiptState state)
{
    return receiptStates[int(state)];
}

std::optional<ReceiptState> receiptState(QStringView name)
{
    const auto found = std::find(std::begin(receiptStates), std::end(receiptStates), name);
    if (found == std::end(receiptStates))
        return std::nullopt;
    return ReceiptState(found - std::begin(receiptStates));
}

bool isStationId(QStringView text)
{
    const auto mayBeIn = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    };
    return !text.isEmpty() && text.size() <= limits::stationIdLength
        && std::all_of(text.begin(), text.end(), mayBeIn);
}

EventMessage eventMessage(const Event &event)
{
    EventMessage message{event.type, event.data, event.id, event.isImported()};
    if (event.type == event_type::notice && event.data.contains(QLatin1StringView("key")))
        message.publisher = event.publisher;
    return message;
}

std::optional<Settled> settledBy(const Event &event)
{
    const auto notice = StreamId::parse(QStringView(event.data.value(noticeKey).toString()));
    if (!notice)
        return std::nullopt;
    return Settled{event.id, *notice,
                   Settlement{event.data.value(byKey).toString(),
                              event.data.value(stationKey).toString(), momentOf(event.id)}};
}

Event eventOf(const Settled &settled)
{
    Event event;
    event.id = settled.id;
    event.type = event_type::settle;
    event.data = {{noticeKey, settled.notice.toString()},
                  {byKey, settled.settlement.by},
                  {stationKey, settled.settlement.station}};
    return event;
}

bool isControlType(const QString &type)
{
    return std::find(std::begin(controlTypes), std::end(controlTypes), type)
        != std::end(controlTypes);
}

} // namespace pressboard::protocol
