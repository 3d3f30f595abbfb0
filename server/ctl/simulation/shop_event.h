// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/order.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace pressboard::server::simulation {

/// Ids of simulated orders and steps start here, so that they never meet real ones.
inline constexpr qint64 firstId = 900'000'000;

/// Something that happens in the shop, as the CRM would tell it.
struct ShopEvent
{
    Moment at{};
    QString type;
    QJsonObject data;
    QStringList groups;
    bool operator==(const ShopEvent &) const = default;
};

/// A CRM saves whole rows: these are its messages for an order and for a step of it.
ShopEvent orderEvent(const Order &order, bool created, Moment at);
ShopEvent orderDeleted(const Order &order, Moment at);
ShopEvent stepEvent(const Step &step, bool created, Moment at);
ShopEvent noticeEvent(const QString &message, const QString &level, Moment at);

} // namespace pressboard::server::simulation
