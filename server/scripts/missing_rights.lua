-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS one that never exists, ARGV a channel, and the pattern of our channels. What this account
-- may not do of what we need, as ACL SETUSER takes it: "+xadd", "&pressboard:*". Redis 7 can be
-- asked; of an older one only what is tried here is known.

local key, channel = KEYS[1], ARGV[1]
local onKeys = {
    {'DEL', key}, {'EXISTS', key}, {'EXPIRE', key, 1}, {'GET', key}, {'HDEL', key, 'f'},
    {'HGET', key, 'f'}, {'HGETALL', key}, {'HLEN', key}, {'HSET', key, 'f', 'v'},
    {'HSETNX', key, 'f', 'v'}, {'MGET', key}, {'PEXPIRE', key, 1}, {'PTTL', key},
    {'SADD', key, 'm'}, {'SET', key, 'v'}, {'SISMEMBER', key, 'm'}, {'SREM', key, 'm'},
    {'TYPE', key}, {'XADD', key, '*', 'f', 'v'}, {'XINFO', 'STREAM', key}, {'XLEN', key},
    {'XRANGE', key, '-', '+'}, {'XREAD', 'STREAMS', key, '0'}, {'XREVRANGE', key, '+', '-'},
    {'XTRIM', key, 'MINID', 0}, {'ZADD', key, 1, 'm'}, {'ZRANGE', key, 0, -1}, {'ZREM', key, 'm'},
    {'ZREMRANGEBYSCORE', key, 0, 0}, {'HMGET', key, 'f'}, {'ZREVRANGE', key, 0, -1},
}
local onChannels = {{'PUBLISH', channel, ''}, {'SUBSCRIBE', channel}}
local others = {{'EVALSHA', 'sha', 0}, {'INFO'}, {'PING'}, {'ROLE'}, {'TIME'}}

local missing = {}

local function note(commands)
    if not redis.acl_check_cmd then return end
    for _, command in ipairs(commands) do
        if not redis.acl_check_cmd(unpack(command)) then
            missing[#missing + 1] = '+' .. string.lower(command[1])
        end
    end
end

note(onKeys)
-- Redis says so of the channel only when the command itself is allowed. Nobody minds an empty
-- message.
local published = redis.pcall('PUBLISH', channel, '')
if type(published) == 'table' and published.err and string.find(published.err, 'the channel') then
    missing[#missing + 1] = '&' .. ARGV[2]
else
    note(onChannels)
end
note(others)
return missing
