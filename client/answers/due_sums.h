// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/due_judgement.h"

#include <QHash>

namespace pressboard::client {

/// How many of a day's orders will be ready.
struct DueSums
{
    int inTime = 0;
    int atRisk = 0;
    int tooLate = 0;
    int unknown = 0;

    int all() const { return inTime + atRisk + tooLate + unknown; }
    void add(DueVerdict verdict);
    bool operator==(const DueSums &) const = default;
};

} // namespace pressboard::client
