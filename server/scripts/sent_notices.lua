-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS index of all receipts; ARGV prefix of the receipts, publisher ('' = anybody), the ID before
-- which to look ('' = from the newest), how many. Answers them, newest first: of each its ID and
-- all fields of its receipts.

local found, begun = {}, ARGV[3] == ''
local ids = redis.call('ZRANGE', KEYS[1], 0, -1)
for i = #ids, 1, -1 do
    local id = ids[i]
    local before = begun or older(id, ARGV[3])
    local key = ARGV[1] .. id
    if before and redis.call('EXISTS', key) == 1
        and (ARGV[2] == '' or redis.call('HGET', key, '.publisher') == ARGV[2]) then
        found[#found + 1] = {id, redis.call('HGETALL', key)}
        if #found == tonumber(ARGV[4]) then break end
    end
end
return found
