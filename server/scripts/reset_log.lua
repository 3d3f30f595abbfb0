-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events book rejected epoch, ARGV new epoch, an empty book's meta, control channel, what
-- to say there. The empty book is what tells a wanted reset from a Redis that lost everything.

redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
redis.call('SET', KEYS[4], ARGV[1])
redis.call('HSET', KEYS[2], 'meta', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1
