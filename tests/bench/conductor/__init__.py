# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark's conductor: starts each peer, loads it, measures it, stops it, reports."""
