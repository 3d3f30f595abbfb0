-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS: the inbox, how many bytes are in it, then a data and a wake key for each prefix. ARGV: the
-- inbox' name as it is known, the name of a new one, stamp, entries and bytes the inbox may hold,
-- most to move, most to answer, bytes for each of these two, bytes of the largest message, bytes of
-- its head, then the ID and the stamp of each entry that is in the log. Deletes these, moves what
-- has arrived, answers what the inbox holds: {its name, entries in it, bytes in it, whether more
-- can be moved, whether it is full, most that were found on a key, the first entries, why something
-- stays where it is or ''}.

-- An inbox' IDs rise, but those of another one may begin anew, so that whoever moves needs another
-- stamp: nothing is done to an inbox of another name. It carries its name itself, as that of a
-- consumer group which nobody reads with, so that both are lost together.
local inbox, counter = KEYS[1], KEYS[2]
local function nameOf()
    if redis.call('EXISTS', inbox) == 0 then return nil end
    local group = redis.call('XINFO', 'GROUPS', inbox)[1]
    return group and group[2]
end
local name = nameOf()
if not name then
    name = ARGV[2]
    redis.call('XGROUP', 'CREATE', inbox, name, '$', 'MKSTREAM')
    redis.call('DEL', counter)
end
if name ~= ARGV[1] then return {name, 0, 0, 0, 0, 0, {}, ''} end

-- What is in the log goes. The bytes are counted beside the inbox; whoever writes into it by hand
-- makes the count wrong until it is empty.
local function weightOf(fields)
    local weight = 0
    for _, text in ipairs(fields) do weight = weight + #text end
    return weight
end
local stored = redis.pcall('GET', counter)
local counted = type(stored) == 'string' and tonumber(stored) or 0
local bytes = counted
for i = 11, #ARGV, 2 do
    local entry = redis.call('XRANGE', inbox, ARGV[i], ARGV[i])[1]
    if entry and entry[2][2] == ARGV[i + 1] then
        redis.call('XDEL', inbox, ARGV[i])
        bytes = math.max(0, bytes - weightOf(entry[2]))
    end
end
local waiting = redis.call('XLEN', inbox)
if waiting == 0 then bytes = 0 end

-- What cannot be moved stops nothing else, and is not lost.
local most, mostBytes = tonumber(ARGV[4]), tonumber(ARGV[5])
local left, room = tonumber(ARGV[6]), tonumber(ARGV[8])
local more, full, found, failure = 0, 0, 0, ''
local function count(key, kind)
    return redis.call(kind == 'list' and 'LLEN' or 'ZCARD', key)
end
local function next(key, kind)
    if kind == 'list' then return redis.call('LINDEX', key, -1) end
    return redis.call('ZRANGE', key, 0, 0)[1]
end
local function take(key, kind, message)
    if kind == 'list' then return redis.call('RPOP', key) end
    return redis.call('ZREM', key, message)
end
for i = 3, #KEYS, 2 do
    local kind = redis.call('TYPE', KEYS[i]).ok
    local known = kind == 'list' or kind == 'zset'
    if not known and kind ~= 'none' then failure = 'WRONGTYPE ' .. KEYS[i] .. ' is a ' .. kind end
    if known then found = math.max(found, count(KEYS[i], kind)) end
    while known do
        local message = next(KEYS[i], kind)
        if not message then break end
        local kept, size = message, #message
        if size > tonumber(ARGV[9]) then kept = string.sub(message, 1, ARGV[10]) end
        local fields = {'by', ARGV[3], 'form', kind, 'size', tostring(size), 'bytes', kept}
        local weight = weightOf(fields)
        if waiting >= most or (waiting > 0 and bytes + weight > mostBytes) then full = 1 break end
        if left == 0 or room <= 0 then more = 1 break end
        local added = redis.pcall('XADD', inbox, '*', unpack(fields))
        if type(added) == 'table' then failure = added.err break end
        take(KEYS[i], kind, message)
        left, room, waiting, bytes = left - 1, room - weight, waiting + 1, bytes + weight
    end
    redis.call('DEL', KEYS[i + 1])
end
if bytes ~= counted then redis.pcall('SET', counter, bytes) end

-- A page at a time, since nobody knows how large the entries are. Each page has the last one's last
-- entry once more: Redis 5 cannot begin behind it.
local first, wanted, from, page = {}, tonumber(ARGV[7]), '-', 16
local isRest = wanted > 0
room = tonumber(ARGV[8])
while isRest do
    local entries = redis.call('XRANGE', inbox, from, '+', 'COUNT', page + 1)
    isRest = #entries > page
    for _, entry in ipairs(entries) do
        if #first == wanted or room <= 0 then isRest = false break end
        if entry[1] ~= from then
            first[#first + 1] = entry
            room = room - weightOf(entry[2])
        end
        from = entry[1]
    end
end
return {name, waiting, bytes, more, full, found, first, failure}
