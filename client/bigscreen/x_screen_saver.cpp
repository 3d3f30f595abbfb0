// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/x_screen_saver.h"

#include <xcb/screensaver.h>
#include <xcb/xcb.h>

namespace pressboard::client {

namespace {

/// A request to an extension that is not there would end the connection.
bool hasExtension(xcb_connection_t *connection)
{
    const xcb_query_extension_reply_t *reply =
        xcb_get_extension_data(connection, &xcb_screensaver_id);
    return reply != nullptr && reply->present;
}

} // namespace

XScreenSaver::XScreenSaver(xcb_connection_t *connection)
    : m_connection(connection)
    , m_isThere(hasExtension(connection))
{
}

XScreenSaver::~XScreenSaver()
{
    suspend(false);
}

void XScreenSaver::inhibit(const QString &)
{
    suspend(true);
}

void XScreenSaver::release()
{
    suspend(false);
}

void XScreenSaver::suspend(bool on)
{
    if (!m_isThere || on == m_isHeld)
        return;
    m_isHeld = on;
    xcb_screensaver_suspend(m_connection, on ? 1 : 0);
    xcb_flush(m_connection);
}

} // namespace pressboard::client
