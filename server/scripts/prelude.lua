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

-- Standing at the very end counts, even when that entry itself was deleted or trimmed.
local function holds(key, id)
    return id == '0-0' or #redis.call('XRANGE', key, id, id) > 0
        or stream(key)['last-generated-id'] == id
end

local function metaOf(key)
    local text = redis.call('HGET', key, 'meta')
    if not text then return nil end
    local ok, meta = pcall(cjson.decode, text)
    if not ok or type(meta) ~= 'table' then return {epoch = '', position = '0-0'} end
    return {epoch = meta.epoch or '', position = meta.position or '0-0'}
end

-- ARGV[from..to] are fields and values; unpack() has a limit.
local function putAll(key, from, to)
    for first = from, to, 2000 do
        redis.call('HSET', key, unpack(ARGV, first, math.min(first + 1999, to)))
    end
end
