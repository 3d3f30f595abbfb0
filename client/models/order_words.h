// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

#include <QTimeZone>

/// Sentences about one order, in the language of the installed translation. Pure functions.
namespace pressboard::client::format {

/// 交期 12-08 → 12-05；数量 3000 → 3500. Empty when nothing changed that a person would care for.
QString changeSummary(const OrderChange &change);

// What a customer is told. Never whose hands it is in, and nothing of being stuck.

/// 正在覆膜; 排队等覆膜; 已完成，11-28 送货.
QString customerState(const Order &order, const QSet<QString> &joinSteps, const QTimeZone &zone);
/// PO20261122008 新知书局《江南纪事》1000册：正在覆膜，交期12-01
QString customerSentence(const Order &order, const QSet<QString> &joinSteps, const QTimeZone &zone);
inline constexpr int mostCustomerLines = 50;
/// One a line; beyond that many, how many more there are.
QString customerLines(const QStringList &sentences);

} // namespace pressboard::client::format
