// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/table.h"

/// A table for the clipboard, and what table programs make of a text. Pure.
namespace pressboard::client::table_text {

/// A table program would run it. The wide forms, too: Excel takes them for the narrow ones where
/// East Asian text is usual.
bool startsFormula(const QString &text);
/// A table program would read another thing: a number without its zeros or its last digits, or a
/// date.
bool isReckonedWith(const QString &text);

/// One row a line, fields parted by tabs: each field is one line, and none runs.
QString tabSeparated(const Table &table);
/// The same for programs that take it; there every text stays one.
QString html(const Table &table);

} // namespace pressboard::client::table_text
