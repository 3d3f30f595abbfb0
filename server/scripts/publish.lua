-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events, then the ref of each entry; ARGV seconds to remember them, then of each entry the
-- number of its fields and values, and those. Answers the IDs, each of the first time. After an
-- error whatever came before it is stored and remembered.

local ids, at = {}, 2
for i = 2, #KEYS do
    local last = at + tonumber(ARGV[at])
    local id = redis.call('GET', KEYS[i])
    if not id then
        id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, at + 1, last))
        redis.call('SET', KEYS[i], id, 'EX', ARGV[1])
    end
    ids[i - 1] = id
    at = last + 1
end
return ids
