// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/order_facts.h"
#include "client/store/store.h"

namespace pressboard::client {

/// What facts of the store's book depend on at its moment. Steps finished longer ago than `memory`
/// are forgotten. The calendar reaches some months back and a year ahead.
FactsScope factsScope(const Store &store, std::chrono::days memory);

} // namespace pressboard::client
