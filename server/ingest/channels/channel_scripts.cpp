// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_scripts.h"

namespace pressboard::server::channel_scripts {

// KEYS: groups. ARGV: seconds a group is kept, then two names for each group. Says how many of the
// names were not there. A group's life is never shortened: others are in it, too.
const redis::Script &join()
{
    static const redis::Script script(R"lua(
local time = redis.call('TIME')
local now = time[1] .. '.' .. string.format('%06d', time[2])
local added = 0
for i, key in ipairs(KEYS) do
    local isNew = redis.call('EXISTS', key) == 0
    added = added + redis.call('ZADD', key, now, ARGV[2 * i], now, ARGV[2 * i + 1])
    local left = redis.call('TTL', key)
    if isNew or (left >= 0 and left < tonumber(ARGV[1])) then
        redis.call('EXPIRE', key, ARGV[1])
    end
end
return added
)lua");
    return script;
}

// KEYS: the inbox, then a data and a wake key for each prefix. ARGV: the inbox' name as it is
// known, the name of a new one, stamp, entries the inbox may hold, most to move, most to answer, bytes of
// the largest message, bytes of its head, then the ID and the stamp of each entry that is in the
// log. Deletes these, moves what has arrived, answers what the inbox holds: {its name, entries
// waiting, whether more can be moved, the first entries, why
// something stays where it is or ''}. What cannot be moved stops nothing else, and is not lost.
//
// An inbox' IDs rise, but those of another one may begin anew, so that whoever moves needs another
// stamp: nothing is done to an inbox of another name. It carries its name itself, as that of a
// consumer group which nobody reads with, so that both are lost together.
const redis::Script &drain()
{
    static const redis::Script script(R"lua(
local inbox = KEYS[1]
local function nameOf()
    if redis.call('EXISTS', inbox) == 0 then return nil end
    local group = redis.call('XINFO', 'GROUPS', inbox)[1]
    return group and group[2]
end
local name = nameOf()
if not name then
    name = ARGV[2]
    redis.call('XGROUP', 'CREATE', inbox, name, '$', 'MKSTREAM')
end
if name ~= ARGV[1] then return {name, 0, 0, {}, ''} end
for i = 9, #ARGV, 2 do
    local entry = redis.call('XRANGE', inbox, ARGV[i], ARGV[i])[1]
    if entry and entry[2][2] == ARGV[i + 1] then redis.call('XDEL', inbox, ARGV[i]) end
end
local waiting = redis.call('XLEN', inbox)
local most, left = tonumber(ARGV[4]), tonumber(ARGV[5])
local more, failure = 0, ''
local function next(key, kind)
    if kind == 'list' then return redis.call('LINDEX', key, -1) end
    return redis.call('ZRANGE', key, 0, 0)[1]
end
local function take(key, kind, message)
    if kind == 'list' then return redis.call('RPOP', key) end
    return redis.call('ZREM', key, message)
end
for i = 2, #KEYS, 2 do
    local kind = redis.call('TYPE', KEYS[i]).ok
    local known = kind == 'list' or kind == 'zset'
    if not known and kind ~= 'none' then failure = 'WRONGTYPE ' .. KEYS[i] .. ' is a ' .. kind end
    while waiting < most and known do
        if left == 0 then more = 1 break end
        local message = next(KEYS[i], kind)
        if not message then break end
        local bytes, size = message, #message
        if size > tonumber(ARGV[7]) then bytes = string.sub(message, 1, ARGV[8]) end
        local added = redis.pcall('XADD', inbox, '*', 'by', ARGV[3], 'form', kind, 'size', size,
                                  'bytes', bytes)
        if type(added) == 'table' then failure = added.err break end
        take(KEYS[i], kind, message)
        left, waiting = left - 1, waiting + 1
    end
    redis.call('DEL', KEYS[i + 1])
end
local first = {}
if tonumber(ARGV[6]) > 0 then first = redis.call('XRANGE', inbox, '-', '+', 'COUNT', ARGV[6]) end
return {name, waiting, more, first, failure}
)lua");
    return script;
}

} // namespace pressboard::server::channel_scripts
