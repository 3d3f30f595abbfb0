-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events, what remembers that the alarm is taken; ARGV seconds to remember it, the entry's
-- fields. The first one has it. Answers the entry's ID.

local before = redis.call('GET', KEYS[2])
if before and #redis.call('XRANGE', KEYS[1], before, before) > 0 then return before end
local id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, 2))
redis.call('SET', KEYS[2], id, 'EX', ARGV[1])
return id
