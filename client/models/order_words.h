// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

/// Sentences about one order, in the language of the installed translation. Pure functions.
namespace pressboard::client::format {

/// 交期 12-08 → 12-05；数量 3000 → 3500. Empty when nothing changed that a person would care for.
QString changeSummary(const OrderChange &change);
/// For a chat: PO2026… 客户 产品 3000册，卡在覆膜(待开始5小时)，交期12-05。
QString chatSentence(const Order &order, const QSet<QString> &joinSteps, Moment now);

} // namespace pressboard::client::format
