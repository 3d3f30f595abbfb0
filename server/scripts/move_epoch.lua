-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS epoch events book users revoked, ARGV: the epoch as it was seen ('' = none), the new one,
-- the book's place (three), 'whole' or 'meta', control channel, what to say there, number of users'
-- arguments, those, then the book's fields. Answers 1, or 0 when it is no more as it was seen.

if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
if not holds(KEYS[2], ARGV[3], ARGV[4], ARGV[5]) then return 0 end
if ARGV[6] == 'whole' then
    redis.call('DEL', KEYS[3])
else
    local meta = metaOf(KEYS[3])
    if not meta or meta.position ~= ARGV[3] then return 0 end
end
redis.call('SET', KEYS[1], ARGV[2])
local users = tonumber(ARGV[9])
putUsersBack(KEYS[4], KEYS[5], 10, 9 + users)
putAll(KEYS[3], 10 + users, #ARGV)
redis.call('PUBLISH', ARGV[7], ARGV[8])
return 1
