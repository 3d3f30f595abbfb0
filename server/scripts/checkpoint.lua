-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer epoch events book, ARGV: lease, epoch, base of the delta, the place it leads to
-- (three), 'whole' or 'delta', number of the arguments to set, those, then the fields to delete.
-- The book may stand anywhere from the base to the position: a delta since the base holds all
-- that changed since any later place, too. Answers {"written" | why not, where the book stands}.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lease', ''} end
if redis.call('GET', KEYS[2]) ~= ARGV[2] then return {'epoch', ''} end
if not holds(KEYS[3], ARGV[4], ARGV[5], ARGV[6]) then return {'rewritten', ''} end
local meta = metaOf(KEYS[4])
local there = meta and meta.epoch == ARGV[2] and meta.position
if there and older(ARGV[4], there) then return {'ahead', there} end
-- A book that stands on no entry is the keeper's to mend, under a new epoch: to write over it
-- would hide that the log's past was lost. One whose entry a publisher trimmed away is only old:
-- we stand behind it.
local oldest = stream(KEYS[3])['first-entry']
local trimmed = there and oldest and older(there, oldest[1])
if there and not trimmed and not holdsBook(KEYS[3], meta) then return {'rewritten', there} end
if ARGV[7] == 'whole' then
    redis.call('DEL', KEYS[4])
elseif not there then
    return {'none', ''}
elseif older(there, ARGV[3]) then
    return {'behind', there}
end
local sets = tonumber(ARGV[8])
putAll(KEYS[4], 9, 8 + sets)
for first = 9 + sets, #ARGV, 2000 do
    redis.call('HDEL', KEYS[4], unpack(ARGV, first, math.min(first + 1999, #ARGV)))
end
return {'written', ARGV[4]}
