// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/pixel_shift.h"

#include <iterator>

namespace pressboard::client {

namespace {

constexpr std::chrono::minutes stay{15};

// A walk through all nine places whose steps are one pixel: nobody sees it move.
constexpr QPoint places[] = {{0, 0}, {1, 0}, {2, 0}, {2, 1}, {1, 1},
                             {1, 2}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};

} // namespace

QPoint pixelShift(std::chrono::milliseconds uptime)
{
    return places[size_t(uptime / stay) % std::size(places)];
}

} // namespace pressboard::client
