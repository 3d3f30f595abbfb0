-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events, epoch, then the ref of each entry; ARGV seconds to remember them, then of each entry
-- the number of its fields and values, and those. Answers the IDs, each of the first time. After an
-- error whatever came before it is stored and remembered.
-- A ref remembers its ID and the log's epoch. Under another epoch the log may have lost that entry,
-- or be another one altogether: then only an entry that is there counts.

local epoch = redis.pcall('GET', KEYS[2])
if type(epoch) ~= 'string' then epoch = 'none' end

local function storedBefore(ref)
    local id, under = string.match(redis.call('GET', ref) or '', '^(%S+) ?(.*)$')
    if not id or under == epoch or under == '' then return id end
    return #redis.call('XRANGE', KEYS[1], id, id) > 0 and id or nil
end

local ids, at = {}, 2
for i = 3, #KEYS do
    local last = at + tonumber(ARGV[at])
    local id = storedBefore(KEYS[i])
    if not id then
        id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, at + 1, last))
        redis.call('SET', KEYS[i], id .. ' ' .. epoch, 'EX', ARGV[1])
    end
    ids[i - 2] = id
    at = last + 1
end
return ids
