// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/search/custom_text.h"
#include "shared/state/custom_fields.h"

namespace pressboard::client::format {

/// What one of the shop's own fields says, as it is read on the screen: 157g 铜版, 157.5, 12-05.
QString customValue(const CustomField &field, const CustomValue &value);
/// The same in an order's card: 12-05 周二.
QString customFact(const CustomField &field, const CustomValue &value);

} // namespace pressboard::client::format
