// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

#include <QJsonObject>

/// What an event says by the shop's own fields. Without any it costs nothing.
namespace pressboard::rules {

/// Partial, as with every field: absent is unchanged, null or "" clears; what is none of its type
/// is as if it were absent.
void assignCustomFields(QList<FieldChange> *changes, Order &order, const QJsonObject &data,
                        const Book &book);
/// The same of a step, which need not be in the book yet, but its order is. What all steps of an
/// order say so takes at most limits::customBytesOfSteps of its JSON; a value that is too much
/// is as if it were absent.
void assignCustomFields(QList<FieldChange> *changes, Step &step, const QJsonObject &data,
                        const Book &book);

} // namespace pressboard::rules
