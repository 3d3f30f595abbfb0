// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray_keeper.h"

#include "client/notify/notifier.h"
#include "client/system_appearance.h"
#include "client/widgets/actions.h"

#include <QAction>

namespace pressboard::client {

TrayKeeper::TrayKeeper(Actions &actions, const Store &store, const Notifier &notifier,
                       const SystemAppearance &appearance)
    : m_actions(actions)
    , m_store(store)
    , m_notifier(notifier)
    , m_appearance(appearance)
    , m_icon(actions)
{
    connect(&m_icon, &TrayIcon::activated, this, &TrayKeeper::activated);
}

void TrayKeeper::refresh()
{
    const TrayFacts facts{m_notifier.unreadCount() > 0, m_notifier.hasUnreadImportant(),
                          m_notifier.isMuted()};
    m_icon.show(trayLookOf(m_store, facts), m_appearance.isDark(), m_actions.state->text());
}

} // namespace pressboard::client
