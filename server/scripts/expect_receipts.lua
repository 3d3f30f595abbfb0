-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS receipts of the notice, the index of all; ARGV the notice's ID, its milliseconds, seconds to
-- keep them, most notices, prefix of the receipts, then fields: what the notice is, and who is
-- expected to get it. The first one to say so fixes it; but each server knows best who has just
-- come to it, so within seconds of it the others add theirs. Answers 1 when it was the first.

local function add(field, value)
    local row = cjson.decode(redis.call('HGET', KEYS[1], field) or value)
    if row.expected then return end
    row.expected = true
    redis.call('HSET', KEYS[1], field, cjson.encode(row))
end

if redis.call('EXISTS', KEYS[1]) == 1 then
    if redis.call('TIME')[1] * 1000 - ARGV[2] > 5000 then return 0 end
    for i = 6, #ARGV, 2 do
        if redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1]) == 0
            and string.sub(ARGV[i], 1, 1) ~= '.' then
            add(ARGV[i], ARGV[i + 1])
        end
    end
    return 0
end
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
