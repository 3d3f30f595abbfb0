// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"

#include <QDate>
#include <QSet>
#include <QString>

namespace pressboard::test {

/// The shop's numbers, counted order by order: for the law that the incremental ones are right.
Stats countFromScratch(const Book &book, const QSet<QString> &joinSteps, QDate today);

} // namespace pressboard::test
