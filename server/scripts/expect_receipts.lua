-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS receipts of the notice, the index of all; ARGV the notice's ID, its milliseconds, seconds to
-- keep them, most notices, prefix of the receipts, then fields: what the notice is, and who is
-- expected to get it. The first one to say so fixes it. Answers 1 when that was now.

if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
putAll(KEYS[1], 6, #ARGV)
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. (ARGV[2] - ARGV[3] * 1000))
local over = #redis.call('ZRANGE', KEYS[2], 0, -1) - ARGV[4]
if over > 0 then
    for _, id in ipairs(redis.call('ZRANGE', KEYS[2], 0, over - 1)) do
        redis.call('DEL', ARGV[5] .. id)
        redis.call('ZREM', KEYS[2], id)
    end
end
return 1
