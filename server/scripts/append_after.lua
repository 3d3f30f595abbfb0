-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events, ARGV the last ID that was read, then of each entry the number of its fields and
-- values, and those. Answers the IDs, or nil when something came in between.

if #redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', 1) > 0 then return false end
local ids, at = {}, 2
while at < #ARGV do
    local last = at + tonumber(ARGV[at])
    ids[#ids + 1] = redis.call('XADD', KEYS[1], '*', unpack(ARGV, at + 1, last))
    at = last + 1
end
return ids
