-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer events book, ARGV lease, entries to keep, most to remove, bytes to keep. Never
-- removes the checkpoint's own entry. Answers the number removed, -1 without the lease.

-- So many of the entries, taken as equally large, are beyond the bytes. 0 where Redis does not
-- tell.
local function beyondBytes(key, entries, most)
    local bytes = redis.pcall('MEMORY', 'USAGE', key)
    if type(bytes) ~= 'number' or bytes <= most then return 0 end
    return math.ceil(entries * (1 - most / bytes))
end

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return -1 end
local meta = metaOf(KEYS[3])
local entries = redis.call('XLEN', KEYS[2])
local excess = math.max(entries - tonumber(ARGV[2]),
                        beyondBytes(KEYS[2], entries, tonumber(ARGV[4])))
excess = math.min(excess, tonumber(ARGV[3]), entries - 1)
if not meta or excess <= 0 then return 0 end
local oldest = redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', excess + 1)
local keep = oldest[#oldest][1]
if older(meta.position, keep) then keep = meta.position end
return redis.call('XTRIM', KEYS[2], 'MINID', keep)
