// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/work_in_hand.h"
#include "client/charts/chart_items.h"

namespace pressboard::client {

/// 手上有多少活，到哪一步？ One bar, parted by status.
class HandBar final : public ChartItems
{
    Q_OBJECT
public:
    using ChartItems::ChartItems;

    void show(const WorkInHand &work);
    /// What a part stands for.
    static OrderStatus statusOf(int item);

    int itemCount() const override { return m_work.open() == 0 ? 0 : 2; }
    QString itemText(int item) const override;
    QRect itemRect(int item) const override;
    int heightNeeded(int width) const override;

protected:
    void paintItems(QPainter &painter) override;

private:
    int labelWidth(int item) const;

    WorkInHand m_work;
};

} // namespace pressboard::client
