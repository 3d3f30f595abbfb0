// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QCoreApplication>

namespace pressboard::client {

/// What became of a notice, in words. Each number includes those behind it: who confirmed it has
/// seen it.
class ReceiptWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::ReceiptWords)
public:
    /// 已送达 18/20·已看 15·已确认 12
    static QString counts(const protocol::ReceiptCounts &counts, bool asksToConfirm);
    /// 未在线, 在线未看, 看了没确认…
    static QString state(const protocol::Receipts::Row &row, bool asksToConfirm);
    /// What is missing of it: of a wall, that it arrived.
    static bool isDone(const protocol::Receipts::Row &row, bool asksToConfirm);
};

} // namespace pressboard::client
