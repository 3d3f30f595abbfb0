// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/toasts/sound.h"

#include <QTemporaryDir>
#include <QThreadPool>

#include <memory>

namespace pressboard::client {

/// Our sounds through libcanberra, which knows PulseAudio, PipeWire and ALSA, is part of every
/// desktop, and weighs little; Qt Multimedia would bring sixty packages of video along. Where
/// nothing plays, the system beeps. A sound server may hang: it is spoken to from a thread of its
/// own, and what more than a few sounds wait for is not played any more.
class CanberraSound final : public Sound
{
public:
    CanberraSound();
    ~CanberraSound() override;

    void play(SoundLevel level, int volume) override;
    /// The sound as a file on the disk, as libcanberra wants it; empty when there is no room.
    QString fileOf(SoundLevel level);

private:
    class Player;

    std::shared_ptr<Player> m_player; ///< the thread's; outlives this while the server hangs
    std::unique_ptr<QThreadPool> m_thread; ///< one
    QTemporaryDir m_folder; ///< of the files
};

} // namespace pressboard::client
