// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/sound.h"

#include <QApplication>

namespace pressboard::client {

void SystemBeep::play()
{
    QApplication::beep();
}

} // namespace pressboard::client
