-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS users epoch. The users and the log's epoch, as of one moment.

return usersAndEpoch(KEYS[1], KEYS[2])
