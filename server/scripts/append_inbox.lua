-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events rejected, then what remembers the last ID of each stamp. ARGV: seconds to remember
-- it, rejects to keep, then for each entry: the place of its stamp among the keys, its ID in the
-- inbox, the place of the stream it goes to, the number of its fields, these. Answers how many were
-- appended to the log and to the rejects. An error is answered only for the log: what came before
-- it is appended and remembered.

local last, appended, failure, at = {}, {0, 0}, nil, 3
for i = 3, #KEYS do last[i] = redis.call('GET', KEYS[i]) or '0-0' end
while at <= #ARGV and not failure do
    local stamp, id, to = tonumber(ARGV[at]), ARGV[at + 1], tonumber(ARGV[at + 2])
    local first, behind = at + 4, at + 4 + ARGV[at + 3]
    if older(last[stamp], id) then
        local how = {KEYS[1], '*'}
        if to == 2 then how = {KEYS[2], 'MAXLEN', ARGV[2], '*'} end
        for i = first, behind - 1 do how[#how + 1] = ARGV[i] end
        local answer = redis.pcall('XADD', unpack(how))
        local refused = type(answer) == 'table' and answer.err
        if refused and to == 1 then
            failure = answer
        else
            last[stamp] = id
            if not refused then appended[to] = appended[to] + 1 end
        end
    end
    at = behind
end
for i = 3, #KEYS do
    if last[i] ~= '0-0' then redis.call('SET', KEYS[i], last[i], 'EX', ARGV[1]) end
end
return failure or appended
