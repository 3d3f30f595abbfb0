// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/screen_saver.h"

struct xcb_connection_t;

namespace pressboard::client {

/// The X server's own screen saver, and its power saving: a station without a desktop environment
/// has nobody else who darkens the screen. The server forgets it with the connection.
class XScreenSaver final : public ScreenSaver
{
public:
    /// `connection` is Qt's own, and outlives this.
    explicit XScreenSaver(xcb_connection_t *connection);
    ~XScreenSaver() override;

    void inhibit(const QString &reason) override;
    void release() override;

private:
    void suspend(bool on);

    xcb_connection_t *m_connection;
    bool m_isThere; ///< the server has the extension
    bool m_isHeld = false; ///< the server counts how often it is asked
};

} // namespace pressboard::client
