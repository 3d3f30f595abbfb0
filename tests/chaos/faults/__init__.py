# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to the shop. Each fault says by what it is seen that it really happened."""
