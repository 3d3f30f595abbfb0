// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_scripts.h"

#include "lua_texts.h"

namespace pressboard::server::channel_scripts {

const redis::Script &join()
{
    static const redis::Script script(lua::join);
    return script;
}

const redis::Script &drain()
{
    static const redis::Script script(lua::drain);
    return script;
}

} // namespace pressboard::server::channel_scripts
