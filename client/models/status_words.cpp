// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/status_words.h"

#include "client/models/format.h"
#include "client/store/store.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace pressboard::client {

using namespace std::chrono;

namespace {

QDateTime localTime(Moment moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

bool isRetrying(const ConnectionStatus &status)
{
    return status.attempt > 0 || status.trouble != Trouble::None;
}

} // namespace

QString StatusWords::clockTime(Moment moment, const Store &store)
{
    return format::timeSince(localTime(moment, store.zone()), dateAt(store.now(), store.zone()));
}

QString StatusWords::retryText(const ConnectionStatus &status, const LinkFacts &link)
{
    if (status.state != ConnectionState::Waiting)
        return tr("Reconnecting (try %1)").arg(std::max(1, status.attempt));
    const auto left = ceil<seconds>(std::max(status.retryIn - link.inState, 0ms));
    if (left.count() == 0)
        return tr("Reconnecting (try %1)").arg(std::max(1, status.attempt));
    return tr("Reconnecting (try %1, in %2 s)").arg(std::max(1, status.attempt)).arg(left.count());
}

QString StatusWords::troubleText(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Unauthorized:
        return tr("Access code refused. Ask your admin; retrying every minute");
    case Trouble::Forbidden:
        return tr("This access code may not see the board. Ask your admin; retrying");
    case Trouble::WrongAddress:
        return tr("No Pressboard server at this address; retrying every minute");
    case Trouble::TooMany:
        return tr("The server takes no more connections; retrying");
    case Trouble::ProtocolMismatch:
        return tr("Server and program do not fit together. Update the older one; retrying");
    case Trouble::None:
    case Trouble::Cut:
    case Trouble::HostNotFound:
    case Trouble::NobodyListens:
    case Trouble::NoAnswer:
    case Trouble::Untrusted:
    case Trouble::GoingAway:
        break;
    }
    return {};
}

QString StatusWords::reachText(Trouble trouble)
{
    switch (trouble) {
    case Trouble::HostNotFound:
        return tr("No computer of this name. Check the spelling, or type its address");
    case Trouble::NobodyListens:
        return tr("No server listens there. Is it started, the port right?");
    case Trouble::NoAnswer:
        return tr("No answer. Is it the right address, is a firewall in between?");
    case Trouble::Untrusted:
        return tr("No secure connection: its certificate is not trusted. Ask your admin");
    default:
        return {};
    }
}

/// An address that was right once is right: there only the next try matters.
QString StatusWords::progressText(const ConnectionStatus &status, const LinkFacts &link)
{
    const QString reason = status.wasLive ? QString() : reachText(status.trouble);
    const QString text = reason.isEmpty() ? troubleText(status.trouble) : reason;
    if (text.isEmpty())
        return retryText(status, link);
    const bool isAboutAddress = !reason.isEmpty() || status.trouble == Trouble::WrongAddress;
    //: 1: an address, 2: what is wrong there
    return isAboutAddress && !link.address.isEmpty() ? tr("%1: %2").arg(link.address, text) : text;
}

static bool maySeeCauses(const Store &store)
{
    return store.permissions().contains(QLatin1StringView("manage"));
}

static QString lostSourceText(const Store &store)
{
    return maySeeCauses(store) ? StatusWords::tr("The server lost its Redis")
                               : StatusWords::tr("Updates paused");
}

static QString lagText(Lag lag)
{
    return lag == Lag::LinkDown ? StatusWords::tr("No network")
                                : StatusWords::tr("The server does not answer");
}

static QString lagAdvice(Lag lag)
{
    return lag == Lag::LinkDown ? StatusWords::tr("Check this PC's network cable or Wi-Fi")
                                : StatusWords::tr("Waiting for it");
}

BannerWords StatusWords::banner(const Store &store, const LinkFacts &link)
{
    BannerWords words;
    words.shown = store.isStale();
    if (!words.shown)
        return words;
    if (const OptionalMoment asOf = store.dataAsOf())
        words.asOf = tr("Data as of %1").arg(clockTime(*asOf, store));
    const ConnectionStatus &status = store.connectionStatus();

    if (!link.configured) {
        words.title = tr("No server set");
        words.act = BannerWords::Act::Settings;
    } else if (!link.obstacle.isEmpty()) {
        words.alarm = true;
        words.title = tr("Disconnected");
        words.progress = link.obstacle;
        words.act = BannerWords::Act::Settings;
    } else if (status.lag != Lag::None) {
        words.alarm = true;
        words.title = lagText(status.lag);
        words.progress = lagAdvice(status.lag);
    } else if (status.state == ConnectionState::Live) {
        words.alarm = true;
        words.title = lostSourceText(store);
        words.progress = maySeeCauses(store) ? tr("It is reconnecting by itself")
                                             : tr("They go on by themselves");
    } else if (status.state == ConnectionState::Syncing) {
        words.title = tr("Syncing");
        if (const auto progress = store.syncProgress())
            words.progress = tr("%1 %").arg(std::floor(*progress * 100));
    } else if (status.state == ConnectionState::Connecting && !isRetrying(status)) {
        words.title = tr("Connecting");
    } else {
        const bool planned = status.trouble == Trouble::GoingAway;
        words.alarm = true;
        words.title = planned ? tr("Server stopped") : tr("Disconnected");
        words.progress = progressText(status, link);
        const bool isSet = status.trouble != Trouble::WrongAddress
            && status.trouble != Trouble::Unauthorized
            && (status.wasLive || reachText(status.trouble).isEmpty());
        words.act = isSet ? BannerWords::Act::Reconnect : BannerWords::Act::Settings;
    }
    return words;
}

QString StatusWords::state(const Store &store, const LinkFacts &link)
{
    const ConnectionStatus &status = store.connectionStatus();
    if (!link.configured)
        return tr("No server set");
    switch (status.state) {
    case ConnectionState::Live:
        if (status.lag != Lag::None)
            return lagText(status.lag);
        return store.isStale() ? lostSourceText(store) : tr("Connected");
    case ConnectionState::Syncing:
        return tr("Syncing");
    case ConnectionState::Connecting:
        return isRetrying(status) ? retryText(status, link) : tr("Connecting");
    case ConnectionState::Waiting:
        return retryText(status, link);
    case ConnectionState::Disconnected:
        break;
    }
    return tr("Disconnected");
}

QString StatusWords::lastChange(const Store &store)
{
    const OptionalMoment last = store.lastChange();
    return last ? tr("Last change %1").arg(clockTime(*last, store)) : QString();
}

QString StatusWords::crmSilent(const Store &store)
{
    if (!store.isCrmSilent())
        return {};
    const auto silent = floor<minutes>(store.now() - *store.lastHeard());
    if (silent >= format::longSilence)
        return tr("Connected, but no CRM data for %1").arg(format::elapsed(silent));
    return tr("Connected, but no CRM data for %1 min").arg(silent.count());
}

static QString causeText(const QString &cause)
{
    namespace causes = protocol::write_cause;
    if (cause == causes::memory)
        return StatusWords::tr("memory full");
    if (cause == causes::disk)
        return StatusWords::tr("disk fails");
    if (cause == causes::replicas)
        return StatusWords::tr("replicas missing");
    if (cause == causes::rights)
        return StatusWords::tr("no right");
    return {};
}

QString StatusWords::noWrites(const Store &store)
{
    if (store.isStale() || store.source().writes)
        return {};
    if (!maySeeCauses(store))
        return tr("Updates paused; they go on by themselves");
    const QString cause = causeText(store.source().cause);
    return cause.isEmpty() ? tr("Redis takes nothing new")
                           : tr("Redis takes nothing new: %1").arg(cause);
}

QString StatusWords::caution(const Store &store)
{
    for (const QString &words : {noWrites(store), loss(store)}) {
        if (!words.isEmpty())
            return words;
    }
    return crmSilent(store);
}

QString StatusWords::loss(const Store &store)
{
    const auto &loss = store.source().loss;
    if (store.isStale() || !loss)
        return {};
    return tr("Changes %1–%2 may be missing")
        .arg(clockTime(loss->from, store), clockTime(loss->to, store));
}

QString StatusWords::lossSentence(const Store &store)
{
    const auto &loss = store.source().loss;
    if (!loss)
        return {};
    return tr("The data went back to %1; changes from %1 to %2 may be missing")
        .arg(clockTime(loss->from, store), clockTime(loss->to, store));
}

QString StatusWords::unread(const Store &store)
{
    const int news = store.isStale() ? 0 : store.unreadNews();
    return news == 0 ? QString()
                     : tr("%n message(s) from the CRM could not be read", nullptr, news);
}

QString StatusWords::clockWarning(const Store &store)
{
    if (!store.isClockWrong())
        return {};
    const milliseconds offset = store.clockOffset();
    const auto off = floor<minutes>(abs(offset)).count();
    return offset > 0ms ? tr("This PC's clock is %1 min slow").arg(off)
                        : tr("This PC's clock is %1 min fast").arg(off);
}

QString StatusWords::sentence(const Store &store, const LinkFacts &link)
{
    if (const QString words = caution(store); !words.isEmpty())
        return words;
    const QString second = store.isStale() ? banner(store, link).asOf : lastChange(store);
    if (second.isEmpty())
        return state(store, link);
    return format::dotted({state(store, link), second});
}

QString StatusWords::linkDetail(const ConnectionStatus &status)
{
    if (status.state == ConnectionState::Live && status.roundTrip.count() >= 0)
        return tr("Round trip %1 ms").arg(status.roundTrip.count());
    return status.detail;
}

QString StatusWords::emptyList(const Store &store, const LinkFacts &link)
{
    if (!link.configured)
        return tr("Set the server's address and the access code in the settings");
    if (!store.book().orders().isEmpty())
        return tr("None at the moment");
    if (store.connectionStatus().state == ConnectionState::Live)
        return tr("No orders yet, waiting for the CRM");
    return banner(store, link).title;
}

} // namespace pressboard::client
