// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/toasts/sound.h"
#include "client/toasts/system_beep.h"

#include <QTemporaryDir>

struct ca_context;

namespace pressboard::client {

/// Our sounds through libcanberra, which knows PulseAudio, PipeWire and ALSA, is part of every
/// desktop, and weighs little; Qt Multimedia would bring sixty packages of video along. Where
/// nothing plays, the system beeps.
class CanberraSound final : public Sound
{
public:
    CanberraSound() = default;
    ~CanberraSound() override;

    void play(SoundLevel level, int volume) override;
    /// The sound as a file on the disk, as libcanberra wants it; empty when there is no room.
    QString fileOf(SoundLevel level);

private:
    ca_context *context();

    ca_context *m_context = nullptr; ///< made for the first sound; null: not yet, or impossible
    QTemporaryDir m_folder; ///< of the files
    SystemBeep m_beep;
};

} // namespace pressboard::client
