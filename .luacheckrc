-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The scripts that run inside Redis: Lua 5.1 with Redis' own globals.
std = "lua51"
max_line_length = 100
read_globals = {"redis", "cjson", "KEYS", "ARGV"}

-- The prelude's functions, which it is put in front of other scripts for.
files["server/scripts"] = {read_globals = {"older", "stream", "holds", "holdsBook",
    "entriesBehind", "fingerprint", "holdsLog", "metaOf", "putAll", "putUsersBack",
    "usersAndEpoch"}}
files["server/scripts/prelude.lua"] = {ignore = {"211"}}
