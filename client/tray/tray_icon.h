// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/tray/tray_look.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <optional>

namespace pressboard::client {

class Actions;

/// The icon beside the clock: state, a sentence, and the menu. Where no tray exists it simply
/// does not show; everything it offers is in the window's menu, too.
class TrayIcon final : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(Actions &actions, QObject *parent = nullptr);

    void show(TrayLook look, bool darkBar, const QString &sentence);
    bool isAvailable() const { return QSystemTrayIcon::isSystemTrayAvailable(); }
    TrayLook look() const { return m_look.value_or(TrayLook::Connected); }
    QString sentence() const { return m_icon.toolTip(); }
    QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void activated();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon{&m_menu}; ///< whoever has the menu finds its icon
    std::optional<TrayLook> m_look;
    bool m_darkBar = false;
};

} // namespace pressboard::client
