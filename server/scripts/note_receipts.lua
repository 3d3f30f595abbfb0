-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS the receipts of each notice; ARGV for each receipt the station, what it is ({name, user,
-- kind}), how many of the states it reached (1 delivered, 2 seen, 3 confirmed), milliseconds of its
-- time, how many notices, and the number of each one's key. The first time of each state counts.
-- Answers for each of these notices 1 when something changed, 0, or -1 when nobody fixed yet who is
-- expected.

local states = {'delivered', 'seen', 'confirmed'}

local function note(key, station, fresh, reached, time)
    if redis.call('EXISTS', key) == 0 then return -1 end
    local row = cjson.decode(redis.call('HGET', key, station) or fresh)
    local changed = 0
    for state = 1, reached do
        if not row[states[state]] then
            row[states[state]] = time
            changed = 1
        end
    end
    if changed == 1 then redis.call('HSET', key, station, cjson.encode(row)) end
    return changed
end

local answers, at = {}, 1
while at <= #ARGV do
    local station, fresh, notices = ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 4])
    local reached, time = tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
    for i = at + 5, at + 4 + notices do
        answers[#answers + 1] = note(KEYS[tonumber(ARGV[i])], station, fresh, reached, time)
    end
    at = at + 5 + notices
end
return answers
