// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/tray/tray_icon.h"

namespace pressboard::client {

class Actions;
class Notifier;
class Store;
class SystemAppearance;

/// The tray icon, kept in step with what is true: the connection, the notices, the hour.
class TrayController final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    TrayController(Actions &actions, const Store &store, const Notifier &notifier,
                   const SystemAppearance &appearance);

    /// Steps whose turn has come here, and nobody has looked at them.
    void setTurns(int turns);
    void refresh();
    bool isAvailable() const { return m_icon.isAvailable(); }

Q_SIGNALS:
    void activated();

private:
    Actions &m_actions;
    const Store &m_store;
    const Notifier &m_notifier;
    const SystemAppearance &m_appearance;
    TrayIcon m_icon;
    int m_turns = 0;
};

} // namespace pressboard::client
