-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events epoch, ARGV epoch, a place (three), most entries to read. Answers those behind it, or
-- nil when the log does not hold it, or has another epoch. One that somebody wrote over with
-- another type says nothing.

local epoch = redis.pcall('GET', KEYS[2])
if type(epoch) ~= 'table' and epoch ~= ARGV[1] then return false end
if not holds(KEYS[1], ARGV[2], ARGV[3], ARGV[4]) then return false end
-- Also behind the greatest ID there is, which '(' cannot precede.
if stream(KEYS[1])['last-generated-id'] == ARGV[2] then return {} end
return redis.call('XRANGE', KEYS[1], '(' .. ARGV[2], '+', 'COUNT', ARGV[5])
