# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop that is shaken: processes, links between them, and how they end again."""
