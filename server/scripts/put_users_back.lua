-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS users epoch revoked, ARGV users and their records. Answers the users that are there then,
-- and the log's epoch.

putUsersBack(KEYS[1], KEYS[3], 1, #ARGV)
return usersAndEpoch(KEYS[1], KEYS[2])
