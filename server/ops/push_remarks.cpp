// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/push_remarks.h"

#include "shared/protocol/close_codes.h"

namespace pressboard::server {

namespace {

template<typename Counts>
quint64 countOf(const Counts &counts, const typename Counts::key_type &what)
{
    const auto found = counts.find(what);
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
        {counters.crowdedUser,
         "Refused with 429, too many of one user: %1. Raise max-clients-per-user, or give each "
         "desk "
         "a user of its own."},
        {counters.crowdedHandshakes,
         "Connections cut because one address had too many on their way in: %1. If they come from "
         "desks, raise max-handshakes-per-address."},
        {counters.tlsFailed,
         "Clients whose TLS handshake failed: %1. Do they know the certificate?"},
        {counters.pushedOut,
         "Silent connections that had to make room for others: %1. If they come from desks, raise "
         "max-handshakes."},
        {countOf(counters.httpAnswers, 401),
         "HTTP requests refused with 401, token unknown or revoked: %1. Give that program a token "
         "of \"pressboardctl user add\"."},
        {countOf(counters.httpAnswers, 403),
         "HTTP requests refused with 403: %1. The log says who asked for what; \"pressboardctl "
         "user list\" says who may what."},
        {countOf(counters.httpAnswers, 413) + countOf(counters.httpAnswers, 408)
             + counters.cutBodies,
         "HTTP requests that were too large, too slow or cut short: %1."},
        {countOf(counters.httpAnswers, 422),
         "HTTP requests refused with 422, one key for two different things: %1. Each publish needs "
         "a key of its own."},
        {countOf(counters.httpAnswers, 429),
         "HTTP requests refused with 429, too much of one user: %1. Send several events in one "
         "request, or raise publishes-per-s or user-share."},
        {countOf(counters.httpAnswers, 503),
         "HTTP requests that could not be served at the moment: %1. Their programs must try again "
         "later."},
        {countOf(counters.closed, int(CloseCode::TooSlow)) + counters.stuck + counters.floods,
         "Clients that were too slow, or took nothing at all: %1. Look at their network."},
        {countOf(counters.exceeded, QString()), "Clients closed for pinging too much: %1."},
        {countOf(counters.exceeded, QStringLiteral("messages-per-s")),
         "Clients closed for sending too many messages: %1. If they should, raise messages-per-s."},
        {countOf(counters.exceeded, QStringLiteral("bytes-per-s")),
         "Clients closed for sending too much: %1. If they should, raise bytes-per-s."},
        {countOf(counters.exceeded, QStringLiteral("work-ms-per-s")),
         "Clients closed for messages that took the server too long: %1. If they should, raise "
         "work-ms-per-s."},
        {countOf(counters.exceeded, QStringLiteral("hellos-per-min")),
         "Clients closed for asking for the board again and again: %1. Look at their program, or "
         "raise hellos-per-min."},
        {countOf(counters.exceeded, QStringLiteral("user-share")),
         "Clients closed because one user's together sent too much: %1. Give each desk a user of "
         "its own, or raise user-share."},
        {counters.publishesRefused,
         "Publishes refused because one client sent too many: %1. Raise publishes-per-s."},
        {countOf(counters.closed, 1009),
         "Clients closed for a message that was too large: %1. Raise max-frame-bytes "
         "and max-message-bytes."},
        {counters.snapshotsDropped,
         "Boards given up that clients were still reading, so that they had to start again: %1. "
         "Look at their network, or raise snapshot-bytes."},
    };
    QStringList remarks;
    for (const auto &one : all) {
        if (one.count > 0)
            remarks.append(QString::fromLatin1(one.sentence).arg(one.count));
    }
    return remarks;
}

} // namespace pressboard::server
