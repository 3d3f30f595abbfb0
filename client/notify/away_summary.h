// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/news.h"

namespace pressboard::client {

/// What happened since a moment, counted from the book: it keeps when orders came and were done.
struct AwaySummary
{
    int created = 0;
    int completed = 0;
    int overdue = 0; ///< newly
    bool isEmpty() const { return created + completed + overdue == 0; }
};

AwaySummary summaryOf(const Circumstances &here, Moment since);

} // namespace pressboard::client
