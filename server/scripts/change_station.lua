-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS stations, ARGV id, server and run ('' = whichever), then members and their values. Answers
-- the record as it is now; nil when there is none, or it is connected elsewhere.

local ok, record = pcall(cjson.decode, redis.call('HGET', KEYS[1], ARGV[1]) or '')
if not ok or type(record) ~= 'table' then return false end
if ARGV[2] ~= '' and (record.server ~= ARGV[2] or record.run ~= ARGV[3]) then return false end
for i = 4, #ARGV, 2 do record[ARGV[i]] = ARGV[i + 1] end
local changed = cjson.encode(record)
redis.call('HSET', KEYS[1], ARGV[1], changed)
return changed
