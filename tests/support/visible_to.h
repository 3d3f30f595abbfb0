// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QSet>
#include <QString>

namespace pressboard::test {

/// The book as a client in these groups has it: the orders and notices that admit them, without
/// the audiences themselves, which clients are not told.
Book visibleTo(const Book &book, const QSet<QString> &groups);

/// The book as a client has it that does not take IDs that are texts: without the orders and the
/// steps that have one.
Book withoutTextIds(const Book &book);

} // namespace pressboard::test
