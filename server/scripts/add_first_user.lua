-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS users servers first-admin, ARGV name, record, prefix of the servers' reports, hash of the
-- code. Answers 1; 0 when there is a user, or a server that knows one and is about to put him back;
-- -1 when this code was the first user's before, and he was revoked.

if redis.call('HLEN', KEYS[1]) > 0 then return 0 end
for _, name in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    local ok, report = pcall(cjson.decode, redis.call('GET', ARGV[3] .. name) or '')
    if ok and type(report) == 'table' and report.users ~= 0 then return 0 end
end
if redis.call('GET', KEYS[3]) == ARGV[4] then return -1 end
redis.call('SET', KEYS[3], ARGV[4])
return redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
