-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS the receipts of each notice; ARGV the station, what it is ({name, user, kind}), how many of
-- the states it reached (1 delivered, 2 seen, 3 confirmed), milliseconds of now. The first time of
-- each counts. Answers for each notice 1 when something changed, 0, or -1 when nobody fixed yet who
-- is expected.

local states, answers = {'delivered', 'seen', 'confirmed'}, {}
for i, key in ipairs(KEYS) do
    answers[i] = -1
    if redis.call('EXISTS', key) == 1 then
        answers[i] = 0
        local row = cjson.decode(redis.call('HGET', key, ARGV[1]) or ARGV[2])
        for state = 1, tonumber(ARGV[3]) do
            if not row[states[state]] then
                row[states[state]] = tonumber(ARGV[4])
                answers[i] = 1
            end
        end
        if answers[i] == 1 then redis.call('HSET', key, ARGV[1], cjson.encode(row)) end
    end
end
return answers
