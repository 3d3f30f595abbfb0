-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer events book, ARGV lease, entries to keep, most to remove. Never removes the
-- checkpoint's own entry. Answers the number removed, -1 without the lease.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return -1 end
local meta = metaOf(KEYS[3])
local excess = math.min(redis.call('XLEN', KEYS[2]) - tonumber(ARGV[2]), tonumber(ARGV[3]))
if not meta or excess <= 0 then return 0 end
local oldest = redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', excess + 1)
local keep = oldest[#oldest][1]
if older(meta.position, keep) then keep = meta.position end
return redis.call('XTRIM', KEYS[2], 'MINID', keep)
