-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS: groups. ARGV: seconds a group is kept, then two names for each group. Answers how many of
-- the names were not there, and how many seconds ago somebody of us wrote one of them, -1 if nobody
-- did. A group's life is never shortened: others are in it, too.

local time = redis.call('TIME')
local now = time[1] .. '.' .. string.format('%06d', time[2])
local added, seen = 0, nil
for i, key in ipairs(KEYS) do
    local isNew = redis.call('EXISTS', key) == 0
    local score = redis.call('ZSCORE', key, ARGV[2 * i])
    if score then seen = math.max(seen or 0, tonumber(score)) end
    added = added + redis.call('ZADD', key, now, ARGV[2 * i], now, ARGV[2 * i + 1])
    local left = redis.call('TTL', key)
    if isNew or (left >= 0 and left < tonumber(ARGV[1])) then
        redis.call('EXPIRE', key, ARGV[1])
    end
end
return {added, seen and math.max(0, math.floor(time[1] - seen)) or -1}
