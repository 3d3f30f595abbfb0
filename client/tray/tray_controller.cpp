// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/tray_controller.h"

#include "client/models/status_words.h"
#include "client/notify/notifier.h"
#include "client/theme/system_appearance.h"
#include "client/tray/tray_words.h"
#include "client/window/actions.h"

#include <QAction>

namespace pressboard::client {

TrayController::TrayController(Actions &actions, const Store &store, const Notifier &notifier,
                               const SystemAppearance &appearance)
    : m_actions(actions)
    , m_store(store)
    , m_notifier(notifier)
    , m_appearance(appearance)
    , m_icon(actions)
{
    connect(&m_icon, &TrayIcon::activated, this, &TrayController::activated);
}

void TrayController::setTurns(int turns)
{
    m_turns = turns;
    refresh();
}

void TrayController::refresh()
{
    const int unread = m_notifier.unreadCount();
    const OptionalMoment muted = m_notifier.doNotDisturb().until();
    const QString until = muted ? StatusWords::clockTime(*muted, m_store) : QString();
    const TrayFacts facts{unread + m_turns > 0, m_notifier.hasUnreadImportant(), muted.has_value()};
    m_icon.show(
        trayStateOf(m_store, facts), m_appearance.isDark(),
        TrayWords::tooltip(TrayWords::withTurns(m_actions.state->text(), m_turns), unread, until));
}

} // namespace pressboard::client
