// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/sound_level.h"

#include <memory>

namespace pressboard::client {

/// The ♪ of a toast. A seam, so that tests listen instead of beeping.
class Sound
{
public:
    virtual ~Sound() = default;
    /// `volume`: percent of the system's, 1 to 100. Does not wait for the end of it.
    virtual void play(SoundLevel level, int volume) = 0;

    /// This system's: our own sounds where it has a way to play them, else its beep.
    static std::unique_ptr<Sound> ofSystem();
};

} // namespace pressboard::client
