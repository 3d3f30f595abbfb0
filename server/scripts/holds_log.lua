-- SPDX-FileCopyrightText: The Pressboard authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- KEYS events book. Answers 1 when there is an order, or an event that somebody published.

return holdsLog(KEYS[1], KEYS[2])
