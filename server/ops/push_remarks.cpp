// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/push_remarks.h"

#include "shared/protocol/close_codes.h"

namespace pressboard::server {

namespace {

quint64 countOf(const PushCounters::ByNumber &counts, int number)
{
    const auto found = counts.find(number);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

QStringList remarksOn(const PushCounters &counters)
{
    const struct
    {
        quint64 count;
        const char *sentence; ///< with that number at %1
    } all[] = {
        {countOf(counters.refused, 401),
         "Refused with 401, token unknown or revoked: %1. Give that desk a token of "
         "\"pressboardctl "
         "user add\"."},
        {countOf(counters.refused, 403),
         "Refused with 403, a web page that is not among origins: %1."},
        {countOf(counters.refused, 429),
         "Refused with 429, all places taken: %1. Raise max-clients."},
        {counters.crowdedAddress,
         "Refused with 429, too many from one address: %1. Raise max-clients-per-address, or name "
         "the proxy in trusted-proxies."},
        {counters.pushedOut,
         "Silent connections that had to make room for others: %1. If they come from desks, raise "
         "max-handshakes."},
        {countOf(counters.closed, int(CloseCode::TooSlow)) + counters.stuck + counters.floods,
         "Clients that were too slow, or took nothing at all: %1. Look at their network."},
        {countOf(counters.closed, int(CloseCode::TooMany)),
         "Clients closed for sending too many messages: %1."},
        {counters.publishesRefused,
         "Publishes refused because one client sent too many: %1. Raise publishes-per-s."},
        {countOf(counters.closed, 1009),
         "Clients closed for a message that was too large: %1. Raise max-frame-bytes "
         "and max-message-bytes."},
    };
    QStringList remarks;
    for (const auto &one : all) {
        if (one.count > 0)
            remarks.append(QString::fromLatin1(one.sentence).arg(one.count));
    }
    return remarks;
}

} // namespace pressboard::server
