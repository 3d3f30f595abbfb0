// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/next_action.h"

#include "shared/protocol/close_codes.h"

namespace pressboard::client {
namespace {

NextAction afterStatus(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return {Trouble::Unauthorized, Retry::EachMinute};
    case 403:
        return {Trouble::Forbidden, Retry::EachFiveMinutes};
    case 400:
    case 404:
    case 426:
        return {Trouble::WrongAddress, Retry::EachMinute};
    case 429:
        return {Trouble::TooMany, Retry::BackOff};
    case 503:
        return {Trouble::GoingAway, Retry::Pause};
    default:
        return {Trouble::Cut, Retry::Rhythm};
    }
}

NextAction afterCode(int closeCode)
{
    switch (CloseCode(closeCode)) {
    case CloseCode::Unauthorized:
        return {Trouble::Unauthorized, Retry::EachMinute};
    case CloseCode::ProtocolError:
        return {Trouble::ProtocolMismatch, Retry::BackOff};
    case CloseCode::Forbidden:
        return {Trouble::Forbidden, Retry::EachFiveMinutes};
    case CloseCode::TooSlow:
        return {Trouble::Cut, Retry::BackOff};
    case CloseCode::Reconnect:
        return {Trouble::Cut, Retry::Rhythm}; // which begins at once
    case CloseCode::GoingAway:
        return {Trouble::GoingAway, Retry::Pause};
    case CloseCode::TooMany:
        return {Trouble::TooMany, Retry::BackOff};
    }
    return {Trouble::Cut, Retry::Rhythm};
}

/// What keeps a connection from coming to be is found out at each try; all are tried alike.
Trouble troubleOf(Ending::Fault fault)
{
    switch (fault) {
    case Ending::Fault::HostNotFound:
        return Trouble::HostNotFound;
    case Ending::Fault::Refused:
        return Trouble::NobodyListens;
    case Ending::Fault::TimedOut:
        return Trouble::NoAnswer;
    case Ending::Fault::Tls:
        return Trouble::Untrusted;
    case Ending::Fault::None:
    case Ending::Fault::Other:
        break;
    }
    return Trouble::Cut;
}

} // namespace

NextAction nextAction(const Ending &ending)
{
    if (ending.httpStatus != 0)
        return afterStatus(ending.httpStatus);
    const NextAction action = afterCode(ending.closeCode);
    // A server that said goodbye may be gone before its close frame is through.
    if (ending.retryAfter && action == NextAction{})
        return {Trouble::GoingAway, Retry::Pause};
    if (ending.closeCode == 0)
        return {troubleOf(ending.fault), Retry::Rhythm};
    return action;
}

} // namespace pressboard::client
