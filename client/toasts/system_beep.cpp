// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/system_beep.h"

#include <QApplication>

namespace pressboard::client {

void SystemBeep::play(SoundLevel, int)
{
    QApplication::beep();
}

} // namespace pressboard::client
