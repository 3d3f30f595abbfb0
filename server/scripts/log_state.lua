-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS as stateKeys() lists them, ARGV the place that is asked for (three). A key that somebody
-- wrote over with another type is named by its place, its name and its type; when one of the first
-- three is, nothing can be seen.

-- Where a log that is not ours any more was ours still: the entries at and before a place, newest
-- first, each with its fingerprint. A thousand of them, then one each at doubling ages, and the
-- first.
local function before(key, id)
    local found = {}
    local function take(entry) found[#found + 1] = {entry[1], fingerprint(entry)} end
    for _, each in ipairs(redis.call('XREVRANGE', key, id, '-', 'COUNT', 1000)) do take(each) end
    if #found < 1000 then return found end
    local first = redis.call('XRANGE', key, '-', '+', 'COUNT', 1)[1]
    local newest = tonumber(string.match(found[1000][1], '^%d+'))
    local age = 1024
    while found[#found][1] ~= first[1] do
        local ms = string.format('%.0f', math.max(newest - age, 0))
        local each = redis.call('XREVRANGE', key, ms, '-', 'COUNT', 1)[1] or first
        if each[1] ~= found[#found][1] then take(each) end
        age = 2 * age
    end
    return found
end

local types = {'stream', 'string', 'hash', 'string', 'stream', 'hash', 'zset'}
local overwritten, blind = {}, false
for i, key in ipairs(KEYS) do
    local found = redis.call('TYPE', key).ok
    if found ~= 'none' and found ~= types[i] then
        overwritten[#overwritten + 1] = {i, key, found}
        blind = blind or i <= 3
    end
end
local told = redis.call('TIME')
local time = told[1] * 1000 + math.floor(told[2] / 1000)
if blind then
    return {'', '', '0-0', 0, 0, 0, '', '0-0', 0, time, overwritten, -1, -1, '', {}, {}}
end
local info = stream(KEYS[1])
local first = info['first-entry'] and info['first-entry'][1] or ''
local fromStart = info['entries-added'] == info['length'] and 1 or 0
local meta = metaOf(KEYS[3])
local entry = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
local held = holds(KEYS[1], ARGV[1], ARGV[2], ARGV[3])
return {
    redis.call('GET', KEYS[2]) or '', first, info['last-generated-id'], fromStart,
    held and 1 or 0,
    meta and 1 or 0, meta and meta.epoch or '', meta and meta.position or '0-0',
    meta and holdsBook(KEYS[1], meta) and 1 or 0,
    time, overwritten,
    info['entries-added'] or -1, entriesBehind(KEYS[1], ARGV[1], info) or -1,
    entry and fingerprint(entry) or '', held and {} or before(KEYS[1], ARGV[1]),
    meta and {meta.loss.from or '', meta.loss.to or ''} or {}
}
