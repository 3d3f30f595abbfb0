-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS stations, ARGV id, record, prefix of the servers' reports, most stations, since when it may
-- have been away, since when it may not have been touched. Somebody with this ID is connected to
-- the server that the record names. Answers {"held" | "taken" | "full", the record as it is now}.
-- Taken: another program with this ID is connected to another server.

local new = cjson.decode(ARGV[2])
local there = redis.call('HGET', KEYS[1], ARGV[1])
local ok, old = pcall(cjson.decode, there or '')
if ok and type(old) == 'table' then
    local elsewhere = old.server ~= '' and old.server ~= new.server
    if elsewhere and old.run ~= new.run and redis.call('EXISTS', ARGV[3] .. old.server) == 1 then
        return {'taken', there}
    end
    new.label = old.label
    new.first_seen = old.first_seen
    -- Where a server was killed, nobody noted when it left: then it is as it was last touched.
    local bound = old.server == '' and ARGV[5] or ARGV[6]
    if old.run == new.run and old.online_since and old.last_seen >= bound then
        new.online_since = old.online_since
    end
elseif redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[4]) then
    return {'full', ''}
end
local record = cjson.encode(new)
redis.call('HSET', KEYS[1], ARGV[1], record)
return {'held', record}
