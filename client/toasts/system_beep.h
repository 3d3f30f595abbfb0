// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/toasts/sound.h"

namespace pressboard::client {

/// The system's own signal, the same for all levels: for systems without more.
class SystemBeep final : public Sound
{
public:
    void play(SoundLevel level, int volume) override;
};

} // namespace pressboard::client
