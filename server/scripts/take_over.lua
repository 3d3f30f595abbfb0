-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS five that are replaced, the same five as they were staged (events book users rejected
-- revoked), epoch, rights, first-admin, the restore under way. ARGV its token, "replace" or "", new
-- epoch, the first admin's hash or "", control channel, what to say there (two). Answers 1 and how
-- many users of the backup stay out; nil when nothing was changed.

if redis.call('GET', KEYS[14]) ~= ARGV[1] then return false end
if ARGV[2] ~= 'replace' and holdsLog(KEYS[1], KEYS[2]) == 1 then return false end
-- Who was revoked since the backup, and not let in again, stays out.
local out = 0
for _, name in ipairs(redis.call('SMEMBERS', KEYS[5])) do
    out = out + redis.call('HDEL', KEYS[8], name)
    redis.call('SADD', KEYS[10], name)
end
for i = 1, 5 do
    redis.call('UNLINK', KEYS[i])
    if redis.call('EXISTS', KEYS[i + 5]) == 1 then redis.call('RENAME', KEYS[i + 5], KEYS[i]) end
end
redis.call('EXPIRE', KEYS[5], 90 * 24 * 3600)
redis.call('SET', KEYS[11], ARGV[3])
redis.call('UNLINK', KEYS[12], KEYS[13], KEYS[14])
if ARGV[4] ~= '' then redis.call('SET', KEYS[13], ARGV[4]) end
redis.call('PUBLISH', ARGV[5], ARGV[6])
redis.call('PUBLISH', ARGV[5], ARGV[7])
return {1, out}
