// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"
#include "shared/state/book.h"

namespace pressboard::test {

/// A printing shop on a November morning, 10:34 in Shanghai: about sixty orders at all stages of
/// their real steps, some late, some forgotten to be reported. The same one each time.
Book sampleBook();
Moment sampleNow();
protocol::Shop sampleShop();
/// What a server would say of it; and its numbers as the day began.
QJsonObject sampleStats(const Book &book);
QJsonObject sampleDayStats(const Book &book);

} // namespace pressboard::test
