// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/scripts.h"

#include "server/scripts/script_prelude.h"

namespace pressboard::server::scripts {

static const QByteArray &prelude = scriptPrelude();

// KEYS as lookKeys() lists them, ARGV position. A key that somebody wrote over with another type
// is named by its place, its name and its type; when one of the first three is, nothing can be
// seen.
const redis::Script &look()
{
    static const redis::Script script(prelude + R"lua(
local types = {'stream', 'string', 'hash', 'string', 'stream', 'hash', 'zset'}
local overwritten, blind = {}, false
for i, key in ipairs(KEYS) do
    local found = redis.call('TYPE', key).ok
    if found ~= 'none' and found ~= types[i] then
        overwritten[#overwritten + 1] = {i, key, found}
        blind = blind or i <= 3
    end
end
local time = tonumber(redis.call('TIME')[1])
if blind then return {'', '', '0-0', 0, 0, 0, '', '0-0', 0, time, overwritten} end
local info = stream(KEYS[1])
local first = info['first-entry'] and info['first-entry'][1] or ''
local fromStart = info['entries-added'] == info['length'] and 1 or 0
local meta = metaOf(KEYS[3])
return {
    redis.call('GET', KEYS[2]) or '', first, info['last-generated-id'], fromStart,
    holds(KEYS[1], ARGV[1]) and 1 or 0,
    meta and 1 or 0, meta and meta.epoch or '', meta and meta.position or '0-0',
    meta and holds(KEYS[1], meta.position) and 1 or 0,
    time, overwritten
}
)lua");
    return script;
}

// KEYS epoch events book users, ARGV: the epoch as it was seen ('' = none), the new one, the
// book's position, 'whole' or 'meta', control channel, what to say there, number of users'
// arguments, those, then the book's fields. Answers 1, or 0 when it is no more as it was seen.
const redis::Script &found()
{
    static const redis::Script script(prelude + R"lua(
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] or not holds(KEYS[2], ARGV[3]) then return 0 end
if ARGV[4] == 'whole' then
    redis.call('DEL', KEYS[3])
else
    local meta = metaOf(KEYS[3])
    if not meta or meta.position ~= ARGV[3] then return 0 end
end
redis.call('SET', KEYS[1], ARGV[2])
local users = tonumber(ARGV[7])
if users > 0 and redis.call('EXISTS', KEYS[4]) == 0 then putAll(KEYS[4], 8, 7 + users) end
putAll(KEYS[3], 8 + users, #ARGV)
redis.call('PUBLISH', ARGV[5], ARGV[6])
return 1
)lua");
    return script;
}

// KEYS writer, ARGV value, milliseconds. Answers whether it is ours. A server's lease always runs
// out; a value that never would was written by hand, and is given an end.
const redis::Script &keepLease()
{
    static const redis::Script script(R"lua(
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
    if redis.call('PTTL', KEYS[1]) == -1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
    return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
)lua");
    return script;
}

// KEYS writer, ARGV value.
const redis::Script &releaseLease()
{
    static const redis::Script script(R"lua(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
)lua");
    return script;
}

// KEYS writer epoch events book, ARGV: lease, epoch, base and position of the delta, 'whole' or
// 'delta', number of the arguments to set, those, then the fields to delete.
// The book may stand anywhere from the base to the position: a delta since the base holds all
// that changed since any later place, too. Answers {"written" | why not, where the book stands}.
const redis::Script &checkpoint()
{
    static const redis::Script script(prelude + R"lua(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lease', ''} end
if redis.call('GET', KEYS[2]) ~= ARGV[2] then return {'epoch', ''} end
if not holds(KEYS[3], ARGV[4]) then return {'rewritten', ''} end
local meta = metaOf(KEYS[4])
local there = meta and meta.epoch == ARGV[2] and meta.position
if there and older(ARGV[4], there) then return {'ahead', there} end
-- A book that stands on no entry is the keeper's to mend, under a new epoch: to write over it
-- would hide that the log's past was lost.
if there and not holds(KEYS[3], there) then return {'rewritten', there} end
if ARGV[5] == 'whole' then
    redis.call('DEL', KEYS[4])
elseif not there then
    return {'none', ''}
elseif older(there, ARGV[3]) then
    return {'behind', there}
end
local sets = tonumber(ARGV[6])
putAll(KEYS[4], 7, 6 + sets)
for first = 7 + sets, #ARGV, 2000 do
    redis.call('HDEL', KEYS[4], unpack(ARGV, first, math.min(first + 1999, #ARGV)))
end
return {'written', ARGV[4]}
)lua");
    return script;
}

// KEYS writer events book, ARGV lease, entries to keep, most to remove. Never removes the
// checkpoint's own entry. Answers the number removed, -1 without the lease.
const redis::Script &trim()
{
    static const redis::Script script(prelude + R"lua(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return -1 end
local meta = metaOf(KEYS[3])
local excess = math.min(redis.call('XLEN', KEYS[2]) - tonumber(ARGV[2]), tonumber(ARGV[3]))
if not meta or excess <= 0 then return 0 end
local oldest = redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', excess + 1)
local keep = oldest[#oldest][1]
if older(meta.position, keep) then keep = meta.position end
return redis.call('XTRIM', KEYS[2], 'MINID', keep)
)lua");
    return script;
}

// KEYS writer events ref, ARGV lease, seconds to remember the ref, the entry's fields. Answers
// the entry's ID, the first one when the ref was there already; nil without the lease.
const redis::Script &writerAppend()
{
    static const redis::Script script(R"lua(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
local before = KEYS[3] and redis.call('GET', KEYS[3])
if before then return before end
local id = redis.call('XADD', KEYS[2], '*', unpack(ARGV, 3))
if KEYS[3] then redis.call('SET', KEYS[3], id, 'EX', ARGV[2]) end
return id
)lua");
    return script;
}

// KEYS writer rejected, ARGV lease, entries to keep, then id, reason, head of each. An ID that is
// there already is left alone; what never was in the log has none (''). Answers 1, 0 without the
// lease.
const redis::Script &reject()
{
    static const redis::Script script(R"lua(
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
)lua");
    return script;
}

// KEYS events, then the ref of each entry; ARGV seconds to remember them, then of each entry the
// number of its fields and values, and those. Answers the IDs, each of the first time. After an
// error whatever came before it is stored and remembered.
const redis::Script &publish()
{
    static const redis::Script script(R"lua(
local ids, at = {}, 2
for i = 2, #KEYS do
    local last = at + tonumber(ARGV[at])
    local id = redis.call('GET', KEYS[i])
    if not id then
        id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, at + 1, last))
        redis.call('SET', KEYS[i], id, 'EX', ARGV[1])
    end
    ids[i - 1] = id
    at = last + 1
end
return ids
)lua");
    return script;
}

// KEYS events, ARGV the last ID that was read, then of each entry the number of its fields and
// values, and those. Answers the IDs, or nil when something came in between.
const redis::Script &appendAfter()
{
    static const redis::Script script(R"lua(
if #redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', 1) > 0 then return false end
local ids, at = {}, 2
while at < #ARGV do
    local last = at + tonumber(ARGV[at])
    ids[#ids + 1] = redis.call('XADD', KEYS[1], '*', unpack(ARGV, at + 1, last))
    at = last + 1
end
return ids
)lua");
    return script;
}

// KEYS events rejected, then what remembers the last ID of each stamp. ARGV: seconds to remember
// it, rejects to keep, then for each entry: the place of its stamp among the keys, its ID in the
// inbox, the place of the stream it goes to, the number of its fields, these. Answers how many were
// appended to the log and to the rejects. An error is answered only for the log: what came before
// it is appended and remembered.
const redis::Script &takeInbox()
{
    static const redis::Script script(prelude + R"lua(
local last, appended, failure, at = {}, {0, 0}, nil, 3
for i = 3, #KEYS do last[i] = redis.call('GET', KEYS[i]) or '0-0' end
while at <= #ARGV and not failure do
    local stamp, id, to = tonumber(ARGV[at]), ARGV[at + 1], tonumber(ARGV[at + 2])
    local first, behind = at + 4, at + 4 + ARGV[at + 3]
    if older(last[stamp], id) then
        local how = {KEYS[1], '*'}
        if to == 2 then how = {KEYS[2], 'MAXLEN', ARGV[2], '*'} end
        for i = first, behind - 1 do how[#how + 1] = ARGV[i] end
        local answer = redis.pcall('XADD', unpack(how))
        local refused = type(answer) == 'table' and answer.err
        if refused and to == 1 then
            failure = answer
        else
            last[stamp] = id
            if not refused then appended[to] = appended[to] + 1 end
        end
    end
    at = behind
end
for i = 3, #KEYS do
    if last[i] ~= '0-0' then redis.call('SET', KEYS[i], last[i], 'EX', ARGV[1]) end
end
return failure or appended
)lua");
    return script;
}

// KEYS events book rejected epoch, ARGV new epoch, an empty book's meta, control channel, what
// to say there. The empty book is what tells a wanted reset from a Redis that lost everything.
const redis::Script &resetLog()
{
    static const redis::Script script(R"lua(
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
redis.call('SET', KEYS[4], ARGV[1])
redis.call('HSET', KEYS[2], 'meta', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1
)lua");
    return script;
}

// KEYS events archive book epoch, ARGV: the epoch and the last entry as they were read, new
// epoch, control channel, what to say there, the book's fields. Answers the archive's name, or
// nil when somebody appended or moved the epoch meanwhile.
const redis::Script &newLog()
{
    static const redis::Script script(prelude + R"lua(
if (redis.call('GET', KEYS[4]) or '') ~= ARGV[1] then return false end
local greatest = '18446744073709551615-18446744073709551615' -- nothing can follow it
if ARGV[2] ~= greatest and #redis.call('XRANGE', KEYS[1], '(' .. ARGV[2], '+', 'COUNT', 1) > 0 then
    return false
end
local archive, number = KEYS[2], 1
while redis.call('EXISTS', archive) == 1 do
    number = number + 1
    archive = KEYS[2] .. '-' .. number
end
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('RENAME', KEYS[1], archive) end
redis.call('DEL', KEYS[3])
redis.call('SET', KEYS[4], ARGV[3])
putAll(KEYS[3], 6, #ARGV)
redis.call('PUBLISH', ARGV[4], ARGV[5])
return archive
)lua");
    return script;
}

} // namespace pressboard::server::scripts
