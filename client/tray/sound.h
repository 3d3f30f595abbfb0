// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// The ♪ of a toast. A seam, so that tests listen instead of beeping.
class Sound
{
public:
    virtual ~Sound() = default;
    virtual void play() = 0;
};

/// The system's own signal: no sound files, no audio library on old office PCs.
class SystemBeep final : public Sound
{
public:
    void play() override;
};

} // namespace pressboard::client
