// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QSet>

namespace pressboard::client {

/// 上道快好了: the step waits, and all that it still waits for is one step that runs.
bool isAlmostReady(const Order &order, const Step &step, const QSet<QString> &joinSteps);

} // namespace pressboard::client
