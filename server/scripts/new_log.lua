-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events archive book epoch, ARGV: the epoch and the last entry as they were read, new
-- epoch, control channel, what to say there, the book's fields. Answers the archive's name, or
-- nil when somebody appended or moved the epoch meanwhile.

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
