-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer, ARGV value, milliseconds. Answers whether it is ours. A server's lease runs out
-- after that time at most: a value that never would was written by hand, and one that takes longer
-- by a Redis whose clock was wrong. Either is given an end.

local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
    local left = redis.call('PTTL', KEYS[1])
    if left == -1 or left > tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
    return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
