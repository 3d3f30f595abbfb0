// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/tray/desktop_panel.h"
#include "client/tray/tray_state.h"

#include <QIcon>
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

    void show(TrayState state, bool darkBar, const QString &sentence);
    bool isAvailable() const;
    TrayState state() const { return m_state.value_or(TrayState::Connected); }
    QString sentence() const { return m_sentence; }
    QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void activated();

private:
    void make();
    void refresh(); ///< needs the icon, and a state

    QMenu m_menu;
    QSystemTrayIcon *m_icon = nullptr; ///< the menu's: whoever has that finds its icon
    std::unique_ptr<DesktopPanel> m_panel;
    std::optional<TrayState> m_state;
    bool m_darkBar = false;
    QIcon m_picture;
    QString m_sentence;
};

} // namespace pressboard::client
