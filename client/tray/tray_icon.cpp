// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/tray_icon.h"

#include "client/widgets/actions.h"

namespace pressboard::client {

TrayIcon::TrayIcon(Actions &actions, QObject *parent)
    : QObject(parent)
{
    actions.fillMenu(m_menu);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT activated();
            });
}

void TrayIcon::show(TrayLook look, bool darkBar, const QString &sentence)
{
    if (m_look != look || m_darkBar != darkBar) {
        m_look = look;
        m_darkBar = darkBar;
        m_icon.setIcon(trayIcon(look, darkBar));
    }
    m_icon.setToolTip(sentence);
    if (!m_icon.isVisible() && isAvailable())
        m_icon.show();
}

} // namespace pressboard::client
