// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/frame_run.h"

namespace pressboard::test {

/// How many frames of a run go out where a wire takes so many bytes at once: as a real one does, it
/// keeps the rest of the last frame it took.
inline qsizetype framesTaken(const server::FrameRun &run, qsizetype bytes)
{
    return run.bytes().size() <= bytes ? run.count() : run.frameAt(bytes) + 1;
}

} // namespace pressboard::test
