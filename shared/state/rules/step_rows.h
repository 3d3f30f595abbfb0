// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

#include <QJsonObject>

/// What can happen to one step, each with its line in the Change. `data` has the step's fields;
/// `event` is where they came from: a progress_notification, or an imported order with its steps.
namespace pressboard::rules {

/// Its order must be in the book and have room.
void addStep(Book &book, CrmId orderId, CrmId progressId, const QJsonObject &data,
             const Event &event, Change &change);
/// Nothing when it is outdated by what is known (an import), or changes nothing.
void updateStep(Book &book, const Step &known, const QJsonObject &data, const Event &event,
                Change &change);
/// To another order, which must be in the book and have room.
void moveStep(Book &book, const Step &known, CrmId orderId, const Event &event, Change &change);
void removeStep(Book &book, CrmId progressId, Change &change);

} // namespace pressboard::rules
