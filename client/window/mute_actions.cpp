// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/mute_actions.h"

#include "client/models/status_words.h"
#include "client/notify/do_not_disturb.h"
#include "client/store/store.h"
#include "client/window/actions.h"

#include <QAction>

namespace pressboard::client {

MuteActions::MuteActions(Actions &actions, DoNotDisturb &quiet, const Store &store)
    : m_actions(actions)
    , m_quiet(quiet)
    , m_store(store)
{
    connectAction(actions.muteHour, MuteSpan::Hour);
    connectAction(actions.muteToday, MuteSpan::UntilClosing);
    connectAction(actions.muteTomorrow, MuteSpan::UntilTomorrow);
    connect(actions.unmute, &QAction::triggered, this, [this] { m_quiet.end(); });
    connect(&actions, &Actions::muteMenuOpening, this, &MuteActions::sayEnds);
    connect(&quiet, &DoNotDisturb::changed, this, &MuteActions::sayMuted);
    connect(&store, &Store::shopChanged, this, &MuteActions::sayMuted); // maybe another zone
    sayMuted();
}

void MuteActions::connectAction(QAction *action, MuteSpan span)
{
    connect(action, &QAction::triggered, this, [this, span] { m_quiet.begin(span); });
}

QString MuteActions::mutedUntil() const
{
    const OptionalMoment until = m_quiet.until();
    return until ? StatusWords::clockTime(*until, m_store) : QString();
}

void MuteActions::sayEnds()
{
    const auto end = [this](MuteSpan span) {
        return StatusWords::clockTime(m_quiet.endOf(span), m_store);
    };
    m_actions.setMuteEnds(end(MuteSpan::UntilClosing), end(MuteSpan::UntilTomorrow));
    sayMuted(); // "11-24 08:00" is plain "08:00" the next day
}

void MuteActions::sayMuted()
{
    m_actions.setMutedUntil(mutedUntil());
}

} // namespace pressboard::client
