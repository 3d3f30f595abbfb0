// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/do_not_disturb.h"

#include "client/settings/settings.h"
#include "client/store/store.h"

namespace pressboard::client {

DoNotDisturb::DoNotDisturb(const Store &store, Settings &settings)
    : m_store(store)
    , m_settings(settings)
{
    connect(&settings, &Settings::muteChanged, this, &DoNotDisturb::changed);
}

bool DoNotDisturb::isOn() const
{
    return until().has_value();
}

OptionalMoment DoNotDisturb::until() const
{
    const OptionalMoment until = m_settings.mutedUntil();
    return until && *until > m_store.now() ? until : std::nullopt;
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
    m_settings.setMutedUntil(std::nullopt);
}

void DoNotDisturb::tick()
{
    if (m_settings.mutedUntil() && !isOn())
        end();
}

} // namespace pressboard::client
