// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"

#include "shared/base/crm_id.h"
#include "shared/base/time.h"

/// What the rules ask of an event, whatever its type.
namespace pressboard::rules {

/// The ID of that name; none when it is absent or something else.
CrmId idOf(const Event &event, QLatin1StringView key);

bool isDeletion(const Event &event);
/// Says that its row existed before: whoever first hears of it so has missed its past.
bool isUpdate(const Event &event);

/// When it happened: its `timestamp`, else when Redis took it; unknown when imported.
OptionalMoment momentOf(const Event &event);

/// Does an import leave a row alone that was `touched` after the moment the import describes?
bool isOutdatedFor(StreamId touched, const Event &event);

} // namespace pressboard::rules
