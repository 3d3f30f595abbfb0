-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS rights events epoch, ARGV users and what each may see, in turn. Remembers these, and where
-- the log ended when they last changed; "-" is what a user may see who is gone. The field without
-- a name tells a new shop from one that was never asked: there everybody's may have changed.
-- Answers the epoch, and the users whose rights changed in it, each with that place.

local epoch = redis.pcall('GET', KEYS[3])
if type(epoch) ~= 'string' or epoch == '' then epoch = '-' end
local finish = stream(KEYS[2])['last-generated-id']
local known = redis.call('HGETALL', KEYS[1])
local before, here, moved = {}, {}, {}
for i = 1, #known, 2 do before[known[i]] = known[i + 1] end

local function remember(name, rights, place)
    local value = rights .. ' ' .. epoch .. ' ' .. place
    if before[name] ~= value then redis.call('HSET', KEYS[1], name, value) end
end

local function lastMoved(name, rights)
    if not before[name] then return #known == 0 and finish or '0-0' end
    local had, since, place = string.match(before[name], '^(%S+) (%S+) (%S+)$')
    if had ~= rights then return finish end
    return since == epoch and place or '0-0'
end

for i = 1, #ARGV, 2 do
    local name, rights = ARGV[i], ARGV[i + 1]
    local place = lastMoved(name, rights)
    here[name] = true
    remember(name, rights, place)
    if place ~= '0-0' then
        moved[#moved + 1] = name
        moved[#moved + 1] = place
    end
end
for name in pairs(before) do
    if name ~= '' and not here[name] then remember(name, '-', lastMoved(name, '-')) end
end
if #known == 0 then redis.call('HSET', KEYS[1], '', '-') end
return {epoch, moved}
