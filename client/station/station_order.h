// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_step.h"

#include <QRect>

class QPainter;

namespace pressboard::client {

class StationStyle;

// The lines of one order, where it is written large.

/// Its step and 封面 or 内文, at the box's right; returns where they begin.
int paintStepName(QPainter &painter, const QRect &box, const StationStyle &style,
                  const StationStep &step);
/// The number in `size` of the design, with its dot, and the badge at the right.
void paintNumber(QPainter &painter, const QRect &box, const StationStyle &style,
                 const StationStep &step, int size);
/// 远航旅行社  企业年报·800册: the quantity is never cut off.
void paintJob(QPainter &painter, const QRect &box, const StationStyle &style,
              const StationStep &step);

} // namespace pressboard::client
