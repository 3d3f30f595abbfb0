-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS users revoked, ARGV name, seconds to remember it. Answers 1; 0 when there is no such user.

if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('SADD', KEYS[2], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[2])
return 1
