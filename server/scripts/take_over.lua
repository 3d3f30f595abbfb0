-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS six that are replaced, the same six as they were staged (events book users rejected
-- revoked stations), epoch, rights, first-admin, the restore under way. ARGV its token, "replace"
-- or "", new epoch, the first admin's hash or "", control channel, what to say there (two). Answers
-- 1 and how many users of the backup stay out; nil when nothing was changed.

if redis.call('GET', KEYS[16]) ~= ARGV[1] then return false end
if ARGV[2] ~= 'replace' and holdsLog(KEYS[1], KEYS[2]) == 1 then return false end
-- Who was revoked since the backup, and not let in again, stays out.
local out = 0
for _, name in ipairs(redis.call('SMEMBERS', KEYS[5])) do
    out = out + redis.call('HDEL', KEYS[9], name)
    redis.call('SADD', KEYS[11], name)
end
for i = 1, 6 do
    redis.call('UNLINK', KEYS[i])
    if redis.call('EXISTS', KEYS[i + 6]) == 1 then redis.call('RENAME', KEYS[i + 6], KEYS[i]) end
end
redis.call('EXPIRE', KEYS[5], 90 * 24 * 3600)
redis.call('SET', KEYS[13], ARGV[3])
redis.call('UNLINK', KEYS[14], KEYS[15], KEYS[16])
if ARGV[4] ~= '' then redis.call('SET', KEYS[15], ARGV[4]) end
redis.call('PUBLISH', ARGV[5], ARGV[6])
redis.call('PUBLISH', ARGV[5], ARGV[7])
return {1, out}
