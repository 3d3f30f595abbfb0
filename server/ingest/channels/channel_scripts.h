// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/script.h"

/// What is done on the channel layer's Redis, each in a .lua file of its name, which says what keys
/// and arguments it takes. Nothing in them needs more than Redis 5.
namespace pressboard::server::channel_scripts {

const redis::Script &join();
const redis::Script &drain();

} // namespace pressboard::server::channel_scripts
