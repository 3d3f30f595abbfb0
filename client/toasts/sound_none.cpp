// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/system_beep.h"

namespace pressboard::client {

std::unique_ptr<Sound> Sound::ofSystem()
{
    return std::make_unique<SystemBeep>();
}

} // namespace pressboard::client
