// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_sums.h"

namespace pressboard::client {

void DueSums::add(DueVerdict verdict)
{
    inTime += verdict == DueVerdict::InTime;
    atRisk += verdict == DueVerdict::AtRisk;
    tooLate += verdict == DueVerdict::TooLate;
    unknown += verdict == DueVerdict::Unknown;
}

} // namespace pressboard::client
