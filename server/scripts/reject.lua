-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer rejected, ARGV lease, entries to keep, then id, reason, head of each. An ID that is
-- there already is left alone; what never was in the log has none (''). Answers 1, 0 without the
-- lease.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local known = {}
for _, entry in ipairs(redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', ARGV[2])) do
    for i = 1, #entry[2], 2 do
        if entry[2][i] == 'id' then known[entry[2][i + 1]] = true end
    end
end
for i = 3, #ARGV, 3 do
    if ARGV[i] == '' or not known[ARGV[i]] then
        redis.call('XADD', KEYS[2], 'MAXLEN', ARGV[2], '*',
                   'id', ARGV[i], 'reason', ARGV[i + 1], 'head', ARGV[i + 2])
    end
end
return 1
