# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is right, by PROTOCOL.md alone: the log, the board it folds to, and who sees what of it."""
