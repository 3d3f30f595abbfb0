// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/toasts/session_lock.h"

#include <QDBusConnection>
#include <QObject>

namespace pressboard::client {

/// What the desktops' screen savers tell of themselves: KDE, Xfce and others by the common name,
/// GNOME, Cinnamon and MATE by their own.
class DBusSessionLock final : public QObject, public SessionLock
{
    Q_OBJECT
public:
    explicit DBusSessionLock(QDBusConnection bus);

    bool isLocked() const override { return m_locked; }

private Q_SLOTS: // named in matches on the bus, which know no pointers to members
    void setLocked(bool locked) { m_locked = locked; }

private:
    bool m_locked = false;
};

} // namespace pressboard::client
