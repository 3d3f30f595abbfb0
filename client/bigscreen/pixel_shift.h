// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

#include <chrono>

namespace pressboard::client {

/// Where a picture that stands for weeks stands now, so that its lines do not burn in: 0 to 2
/// pixels off to the right and below, another place four times an hour. `uptime` is monotonic.
QPoint pixelShift(std::chrono::milliseconds uptime);

} // namespace pressboard::client
