-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What several scripts begin with. Stream IDs are compared as text, part by part: their numbers do
-- not fit into Lua's doubles.

local function older(a, b)
    local ams, aseq = string.match(a, '^(%d+)-(%d+)$')
    local bms, bseq = string.match(b, '^(%d+)-(%d+)$')
    if ams ~= bms then
        if #ams ~= #bms then return #ams < #bms end
        return ams < bms
    end
    if #aseq ~= #bseq then return #aseq < #bseq end
    return aseq < bseq
end

local function stream(key)
    local info = {['last-generated-id'] = '0-0', length = 0}
    if redis.call('EXISTS', key) == 1 then
        local flat = redis.call('XINFO', 'STREAM', key)
        for i = 1, #flat, 2 do info[flat[i]] = flat[i + 1] end
    end
    return info
end

-- As LogPlace makes one.
local function fingerprint(entry)
    local parts = {entry[1]}
    for _, each in ipairs(entry[2]) do parts[#parts + 1] = ' ' .. #each .. ':' .. each end
    return redis.sha1hex(table.concat(parts))
end

-- How many entries stand behind a place; nil where they are too many to be counted in passing.
local function entriesBehind(key, id, info)
    if id == info['last-generated-id'] then return 0 end
    local first = info['first-entry'] and info['first-entry'][1]
    if not first or older(id, first) then return info.length end
    local behind = #redis.call('XRANGE', key, '(' .. id, '+', 'COUNT', 1001)
    return behind <= 1000 and behind or nil
end

-- An entry that is gone was trimmed or deleted, and not put away with the log it stood in, when as
-- many entries were added behind it as are there now. `added`: up to it, '' when not known (or
-- before Redis 7.0): then only the very end of the log is known again.
local function explainsGone(key, id, added)
    local info = stream(key)
    local total = info['entries-added']
    if added == '' or not total then return info['last-generated-id'] == id end
    local first = info['first-entry'] and info['first-entry'][1]
    local removed = info['last-generated-id'] == id or not first or older(id, first)
        or not older(info['max-deleted-entry-id'], id)
    local behind = removed and entriesBehind(key, id, info)
    return behind and tonumber(added) + behind == total
end

-- Is a place (LogPlace::toArguments) one of this log? Its entry must be there with its content.
local function holds(key, id, print, added)
    if id == '0-0' then return true end
    local entry = redis.call('XRANGE', key, id, id)[1]
    if entry then return print == '' or fingerprint(entry) == print end
    return explainsGone(key, id, added)
end

local function metaOf(key)
    local text = redis.call('HGET', key, 'meta')
    if not text then return nil end
    local ok, meta = pcall(cjson.decode, text)
    if not ok or type(meta) ~= 'table' then meta = {} end
    return {epoch = meta.epoch or '', position = meta.position or '0-0',
            print = meta.entry or '', added = meta.added or '',
            loss = type(meta.loss) == 'table' and meta.loss or {}}
end

local function holdsBook(key, meta)
    return holds(key, meta.position, meta.print, meta.added)
end

-- An epoch that somebody wrote over with another type is none.
local function usersAndEpoch(users, epochKey)
    local epoch = redis.pcall('GET', epochKey)
    return {type(epoch) == 'string' and epoch or '', redis.call('HGETALL', users)}
end

-- ARGV[from..to] are users and their records: whoever is missing is put back, one by one, since
-- another server may have made a first user meanwhile. Not who was revoked: a server that was cut
-- off may not have heard of it. What has another type than ours is left alone.
local function putUsersBack(key, revoked, from, to)
    for i = from, to, 2 do
        if redis.pcall('SISMEMBER', revoked, ARGV[i]) ~= 1 then
            redis.pcall('HSETNX', key, ARGV[i], ARGV[i + 1])
        end
    end
end

-- ARGV[from..to] are fields and values; unpack() has a limit.
local function putAll(key, from, to)
    for first = from, to, 2000 do
        redis.call('HSET', key, unpack(ARGV, first, math.min(first + 1999, to)))
    end
end

-- 1 when the book has an order, or somebody published anything but what servers write themselves.
local function holdsLog(events, book)
    if redis.call('HLEN', book) > 1 then return 1 end
    local first = redis.call('XRANGE', events, '-', '+', 'COUNT', 100)
    if #first == 100 then return 1 end
    for _, entry in ipairs(first) do
        local fields = entry[2]
        for i = 1, #fields, 2 do
            if fields[i] == 'type' and string.sub(fields[i + 1], 1, 11) ~= 'pressboard.' then
                return 1
            end
        end
    end
    return 0
end
