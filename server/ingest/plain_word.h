// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::server {

/// Letters, digits and signs of full width (１，：) as everybody writes them; no blanks around.
QString plainText(const QString &text);
/// A word for comparing: "In-Progress", "IN PROGRESS" and "in_progress" are one.
QString plainWord(const QString &text);

} // namespace pressboard::server
