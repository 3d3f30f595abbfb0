// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/custom_values.h"

namespace pressboard::client {

/// What one of the shop's own fields says, as it is searched and exported: a number without
/// separators, a date as yyyy-MM-dd; empty for nothing.
QString plainText(const CustomValue &value);

} // namespace pressboard::client
