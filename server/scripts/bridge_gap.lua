-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer epoch events book, ARGV lease, epoch, the ID we have read to, where the book stood,
-- most entries to read, then the fields of the entry that says what was missed (none: say nothing).
-- What stood behind our ID was trimmed away before any server read it. Answers how many entries
-- were added before the oldest kept one (-1 before Redis 7.0), and the kept ones, the new one
-- among them; nil without the lease, or when the log or its book moved meanwhile.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
if redis.call('GET', KEYS[2]) ~= ARGV[2] then return false end
local meta = metaOf(KEYS[4])
if (meta and meta.position or '0-0') ~= ARGV[4] then return false end
if #ARGV > 5 then redis.call('XADD', KEYS[3], '*', unpack(ARGV, 6)) end
local info = stream(KEYS[3])
local total = info['entries-added']
return {
    total and total - info['length'] or -1,
    redis.call('XRANGE', KEYS[3], '(' .. ARGV[3], '+', 'COUNT', ARGV[5])
}
