// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/toast.h"

namespace pressboard::client {

SoundLevel levelOf(const Toast &toast)
{
    switch (toast.emphasis) {
    case ToastEmphasis::Alarm:
        return SoundLevel::Alarm;
    case ToastEmphasis::YourTurn:
        return SoundLevel::YourTurn;
    case ToastEmphasis::Attention:
        return SoundLevel::Attention;
    case ToastEmphasis::Neutral:
        break;
    }
    return SoundLevel::News;
}

} // namespace pressboard::client
