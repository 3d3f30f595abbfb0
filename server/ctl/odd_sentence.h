// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"

namespace pressboard::server::ctl {

/// "left out: quantity (found 2.5, expected …)"
QString sentenceOf(const Oddity &odd);

} // namespace pressboard::server::ctl
