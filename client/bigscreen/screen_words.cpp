// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_words.h"

#include "client/models/format.h"
#include "client/store/store.h"

namespace pressboard::client {

namespace {

bool isOnItsWay(const BannerWords &banner)
{
    return !banner.alarm;
}

} // namespace

QString ScreenWords::stale(const Store &store, const LinkFacts &link)
{
    const BannerWords banner = StatusWords::banner(store, link);
    if (!banner.shown)
        return {};
    const ConnectionStatus &status = store.connectionStatus();
    const bool lostLine = status.state != ConnectionState::Live || status.lag != Lag::None;
    const bool cut = banner.alarm && lostLine && status.trouble != Trouble::GoingAway;
    const QString title = cut ? tr("Offline") : banner.title;
    const OptionalMoment asOf = store.dataAsOf();
    //: The moment is a time, with a date before it when that is not today's.
    const QString data =
        asOf ? tr("showing data from %1").arg(StatusWords::clockTime(*asOf, store)) : QString();
    return format::dotted({title, data, isOnItsWay(banner) ? QString() : tr("reconnecting")});
}

bool ScreenWords::isRefusal(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Unauthorized:
    case Trouble::Forbidden:
    case Trouble::WrongAddress:
    case Trouble::ProtocolMismatch:
        return true;
    case Trouble::None:
    case Trouble::Cut:
    case Trouble::HostNotFound:
    case Trouble::NobodyListens:
    case Trouble::NoAnswer:
    case Trouble::Untrusted:
    case Trouble::TooMany:
    case Trouble::GoingAway:
        break;
    }
    return false;
}

Trouble ScreenWords::refusalAfter(Trouble before, const ConnectionStatus &status)
{
    const bool accepted =
        status.state == ConnectionState::Live || status.state == ConnectionState::Syncing;
    if (isRefusal(status.trouble))
        return status.trouble;
    return accepted || status.trouble != Trouble::None ? Trouble::None : before;
}

ScreenWords::Sentence ScreenWords::sentence(const Store &store, const LinkFacts &link,
                                            Trouble refusal)
{
    const QString again = tr("Retrying every minute.");
    if (!link.configured)
        return {tr("No server set"),
                tr("Hold Esc for 2 seconds, then set the server's address in the settings.")};
    if (!link.obstacle.isEmpty())
        return {tr("Not connected"), link.obstacle};
    switch (refusal) {
    case Trouble::Unauthorized:
        return {tr("Access code refused. Ask your admin"), again};
    case Trouble::Forbidden:
        return {tr("This access code may not see the board. Ask your admin"), again};
    case Trouble::WrongAddress:
        return {tr("No Pressboard server at this address"), again};
    case Trouble::ProtocolMismatch:
        return {tr("Server and program do not fit together. Update the older one"), again};
    default:
        break;
    }
    if (store.isStale() && !store.dataAsOf())
        return {StatusWords::state(store, link),
                tr("The board comes as soon as the server answers.")};
    return {};
}

} // namespace pressboard::client
