// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/closing.h"

#include "client/settings/settings.h"

#include <QWidget>

namespace pressboard::client {

Closing::Closing(Settings &settings, QWidget &window, Tell tell)
    : m_settings(settings)
    , m_window(window)
    , m_tell(std::move(tell))
{
}

void Closing::close(bool hasTray)
{
    if (!m_settings.closeKeepsRunning()) {
        Q_EMIT quitWanted();
        return;
    }
    if (!hasTray)
        m_window.showMinimized();
    if (m_settings.wasToldOfClosing())
        return;
    m_settings.setToldOfClosing();
    m_tell(
        tr("Pressboard keeps running"),
        hasTray ? tr(
            "Notifications will still appear. The icon beside the clock brings the board back; its "
            "menu ends the program.")
                : tr("Notifications will still appear. The board is minimised; its menu ends the "
                     "program."));
}

} // namespace pressboard::client
