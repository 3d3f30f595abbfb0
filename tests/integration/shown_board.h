// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pressboard::client {
class Board;
class BoardPage;
} // namespace pressboard::client

namespace pressboard::test {

/// Every row of the four lists and the seven numbers as a desktop shows them, one a line; without
/// the elapsed times, which are others each minute.
QStringList shownOn(const client::BoardPage &page);
/// The same of a board that is nowhere painted.
QStringList shownBy(client::Board &board);

} // namespace pressboard::test
