-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS writer events ref, ARGV lease, seconds to remember the ref, the entry's fields. Answers
-- the entry's ID, the first one when the ref was there already; nil without the lease.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
local before = KEYS[3] and redis.call('GET', KEYS[3])
if before then return before end
local id = redis.call('XADD', KEYS[2], '*', unpack(ARGV, 3))
if KEYS[3] then redis.call('SET', KEYS[3], id, 'EX', ARGV[2]) end
return id
