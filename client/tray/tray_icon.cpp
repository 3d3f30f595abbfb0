// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/tray_icon.h"

#include "client/text/plain_tip.h"
#include "client/window/actions.h"

namespace pressboard::client {

TrayIcon::TrayIcon(Actions &actions, QObject *parent)
    : QObject(parent)
    , m_panel(DesktopPanel::ofSystem())
{
    actions.fillMenu(m_menu);
    if (m_panel->isAwaited())
        connect(m_panel.get(), &DesktopPanel::came, this, &TrayIcon::make);
    else
        make();
}

void TrayIcon::make()
{
    m_icon = new QSystemTrayIcon(&m_menu);
    m_icon->setContextMenu(&m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT activated();
            });
    if (m_state)
        refresh();
}

bool TrayIcon::isAvailable() const
{
    return m_icon != nullptr && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::show(TrayState state, bool darkBar, const QString &sentence)
{
    if (m_state != state || m_darkBar != darkBar)
        m_picture = trayIcon(state, darkBar);
    m_state = state;
    m_darkBar = darkBar;
    m_sentence = sentence;
    if (m_icon != nullptr)
        refresh();
}

void TrayIcon::refresh()
{
    if (m_icon->icon().cacheKey() != m_picture.cacheKey())
        m_icon->setIcon(m_picture);
    m_icon->setToolTip(withoutMarkup(m_sentence));
    if (!m_icon->isVisible() && isAvailable())
        m_icon->show();
}

} // namespace pressboard::client
