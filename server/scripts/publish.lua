-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events, epoch, then refs; ARGV seconds to remember them, then of each ref a hash of what was
-- said under it (may be empty), the number of its entries, and of each entry the number of its
-- fields and values, and those. Answers for each ref {"new" | "again" | "other" | "unknown", its
-- IDs}: those of the first time; none when something else was said under it. Without entries
-- nothing is stored: "again", "other" or "unknown". What keeps the first entry of a ref out of the
-- log keeps them all out; after an error whatever refs came before are stored and remembered.
-- A ref remembers its first ID, the log's epoch, the hash or -, and its further IDs; earlier
-- versions wrote the first two or the ID alone, and read these. Under another epoch the log may
-- have lost those entries, or be another one altogether: then only an entry that is there counts,
-- and the last one of a ref, since one act wrote them all.

local epoch = redis.pcall('GET', KEYS[2])
if type(epoch) ~= 'string' then epoch = 'none' end

local function remembered(ref)
    local words = {}
    for word in string.gmatch(redis.call('GET', ref) or '', '%S+') do words[#words + 1] = word end
    local ids = {words[1], unpack(words, 4)}
    local last = ids[#ids]
    if not last then return nil end
    local isOurs = not words[2] or words[2] == epoch or
            #redis.call('XRANGE', KEYS[1], last, last) > 0
    if isOurs then return ids, words[3] or '-' end
end

-- The places of each entry's first and last argument, and the place behind them all.
local function entriesFrom(at)
    local entries = {}
    for i = 1, tonumber(ARGV[at]) do
        local first = at + 2
        at = first + tonumber(ARGV[first - 1]) - 1
        entries[i] = {first, at}
    end
    return entries, at + 1
end

local function append(entries)
    local ids = {}
    for i, entry in ipairs(entries) do
        ids[i] = redis.call('XADD', KEYS[1], '*', unpack(ARGV, entry[1], entry[2]))
    end
    return ids
end

local function store(ref, hash, entries)
    local ids, before = remembered(ref)
    if ids and hash ~= '' and before ~= '-' and before ~= hash then return {'other'} end
    if ids then return {'again', unpack(ids)} end
    if #entries == 0 then return {'unknown'} end
    ids = append(entries)
    local words = {ids[1], epoch, hash ~= '' and hash or '-', unpack(ids, 2)}
    redis.call('SET', ref, table.concat(words, ' '), 'EX', ARGV[1])
    return {'new', unpack(ids)}
end

local answers, at = {}, 2
for i = 3, #KEYS do
    local hash = ARGV[at]
    local entries, behind = entriesFrom(at + 1)
    answers[i - 2] = store(KEYS[i], hash, entries)
    at = behind
end
return answers
