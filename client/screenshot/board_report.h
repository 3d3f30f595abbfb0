// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace pressboard::client {

class Board;
class HeaderBar;
class NumbersStrip;
class Store;

/// What a window shows at the moment, for a check from outside (--report): the numbers and the
/// connection as displayed, how many rows each list has, and which log and position that is.
QJsonObject boardReport(const Store &store, Board &board, const NumbersStrip &numbers,
                        const HeaderBar &header);

} // namespace pressboard::client
