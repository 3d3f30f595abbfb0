// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/do_not_disturb.h"

#include "client/notify/toast.h"
#include "client/settings/settings.h"
#include "client/store/store.h"

#include <algorithm>
#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

/// Quiet hours without an end are ended by hand for so long.
constexpr auto endedAtLeast = 24h;

} // namespace

DoNotDisturb::DoNotDisturb(const Store &store, Settings &settings)
    : m_store(store)
    , m_settings(settings)
{
    connect(&settings, &Settings::muteChanged, this, &DoNotDisturb::changed);
}

bool DoNotDisturb::isOn() const
{
    return mutedUntil() || isQuietHour();
}

OptionalMoment DoNotDisturb::mutedUntil() const
{
    const OptionalMoment until = m_settings.mutedUntil();
    return until && *until > m_store.now() ? until : std::nullopt;
}

bool DoNotDisturb::isQuietHour() const
{
    const Moment now = m_store.now();
    const OptionalMoment ended = m_settings.quietEndedUntil();
    const bool isEnded = ended && *ended > now;
    return !isEnded && m_settings.quiet().hours.contains(now, m_store.zone());
}

OptionalMoment DoNotDisturb::until() const
{
    const OptionalMoment muted = mutedUntil();
    if (!isQuietHour())
        return muted;
    const OptionalMoment quiet = m_settings.quiet().hours.endOf(m_store.now(), m_store.zone());
    return quiet ? std::max(muted, quiet) : std::nullopt;
}

Moment DoNotDisturb::endOf(MuteSpan span) const
{
    return muteEnd(span, m_store.now(), m_store.shop().workHours, m_store.zone());
}

void DoNotDisturb::begin(MuteSpan span)
{
    m_settings.setMutedUntil(endOf(span));
}

void DoNotDisturb::end()
{
    const Moment now = m_store.now();
    if (isQuietHour())
        m_settings.setQuietEndedUntil(
            m_settings.quiet().hours.endOf(now, m_store.zone()).value_or(now + endedAtLeast));
    m_settings.setMutedUntil(std::nullopt);
}

bool DoNotDisturb::shows(const Toast &toast) const
{
    if (toast.throughMute)
        return true;
    if (mutedUntil())
        return false;
    return !isQuietHour() || m_settings.quiet().shown.contains(levelOf(toast));
}

bool DoNotDisturb::sounds(const Toast &toast) const
{
    if (toast.throughMute)
        return true;
    return shows(toast) && (!isQuietHour() || m_settings.quiet().heard.contains(levelOf(toast)));
}

void DoNotDisturb::tick()
{
    if (m_settings.mutedUntil() && !mutedUntil())
        m_settings.setMutedUntil(std::nullopt);
    const bool isQuiet = isQuietHour();
    if (std::exchange(m_wasQuiet, isQuiet) != isQuiet)
        Q_EMIT changed();
}

} // namespace pressboard::client
