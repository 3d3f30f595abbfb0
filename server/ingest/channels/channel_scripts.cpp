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

// KEYS: the inbox, then a data and a wake key for each prefix. ARGV: stamp, entries the inbox may
// hold, most to move, most to answer, bytes of the largest message, bytes of its head, then the
// ID and the stamp of each entry that is in the log. Deletes these, moves what has arrived, answers
// what the inbox holds: {whether it was there, entries waiting, the first of them}.
//
// An inbox that was not there is made, and nothing is moved: its IDs may begin anew, so that
// whoever moves needs another stamp.
const redis::Script &drain()
{
    static const redis::Script script(R"lua(
local inbox = KEYS[1]
if redis.call('EXISTS', inbox) == 0 then
    redis.call('XDEL', inbox, redis.call('XADD', inbox, '*', 'by', ''))
    return {0, 0, {}}
end
for i = 7, #ARGV, 2 do
    local entry = redis.call('XRANGE', inbox, ARGV[i], ARGV[i])[1]
    if entry and entry[2][2] == ARGV[i + 1] then redis.call('XDEL', inbox, ARGV[i]) end
end
local waiting = redis.call('XLEN', inbox)
local room = math.min(tonumber(ARGV[2]) - waiting, tonumber(ARGV[3]))
local function pop(key, kind)
    if kind == 'list' then return redis.call('RPOP', key) end
    return redis.call('ZPOPMIN', key)[1]
end
for i = 2, #KEYS, 2 do
    local kind = redis.call('TYPE', KEYS[i]).ok
    while room > 0 and kind ~= 'none' do
        local message = pop(KEYS[i], kind)
        if not message then break end
        local size = #message
        if size > tonumber(ARGV[5]) then message = string.sub(message, 1, ARGV[6]) end
        redis.call('XADD', inbox, '*', 'by', ARGV[1], 'form', kind, 'size', size, 'bytes', message)
        room, waiting = room - 1, waiting + 1
    end
    redis.call('DEL', KEYS[i + 1])
end
return {1, waiting, redis.call('XRANGE', inbox, '-', '+', 'COUNT', ARGV[4])}
)lua");
    return script;
}

} // namespace pressboard::server::channel_scripts
