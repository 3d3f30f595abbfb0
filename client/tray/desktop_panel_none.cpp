// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/desktop_panel.h"

namespace pressboard::client {

namespace {

class SystemPanel final : public DesktopPanel
{
public:
    bool isAwaited() const override { return false; }
};

} // namespace

std::unique_ptr<DesktopPanel> DesktopPanel::ofSystem()
{
    return std::make_unique<SystemPanel>();
}

} // namespace pressboard::client
