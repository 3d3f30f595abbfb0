// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/session_lock.h"

#ifdef PRESSBOARD_DBUS
#include "client/toasts/dbus_session_lock.h"
#endif

namespace pressboard::client {

namespace {

class NeverLocked final : public SessionLock
{
public:
    bool isLocked() const override { return false; }
};

} // namespace

std::unique_ptr<SessionLock> SessionLock::none()
{
    return std::make_unique<NeverLocked>();
}

std::unique_ptr<SessionLock> SessionLock::ofSystem()
{
#ifdef PRESSBOARD_DBUS
    return std::make_unique<DBusSessionLock>(QDBusConnection::sessionBus());
#else
    return none();
#endif
}

} // namespace pressboard::client
