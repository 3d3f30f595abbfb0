// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/order.h"

#include <algorithm>
#include <tuple>

namespace pressboard {
namespace {

auto place(const Step &step)
{
    return std::tie(step.category, step.order, step.progressId);
}

bool isBefore(const Step &a, const Step &b)
{
    return place(a) < place(b);
}

} // namespace

const Step *Order::step(const CrmId &progressId) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step &step) {
        return step.progressId == progressId;
    });
    return found == steps.end() ? nullptr : &*found;
}

Step *Order::findStep(const CrmId &progressId)
{
    const Step *found = step(progressId);
    return found ? &steps[found - steps.constData()] : nullptr;
}

void Order::sortSteps()
{
    if (!std::is_sorted(steps.cbegin(), steps.cend(), isBefore))
        std::sort(steps.begin(), steps.end(), isBefore);
}

QString standardText(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Pending:
        return QStringLiteral("待处理");
    case OrderStatus::Processing:
        return QStringLiteral("处理中");
    case OrderStatus::Completed:
        return QStringLiteral("已完成");
    case OrderStatus::Cancelled:
        return QStringLiteral("已取消");
    case OrderStatus::Unknown:
        break;
    }
    return {};
}

QString standardText(StepStatus status)
{
    switch (status) {
    case StepStatus::Waiting:
        return QStringLiteral("待开始");
    case StepStatus::InProgress:
        return QStringLiteral("进行中");
    case StepStatus::Completed:
        return QStringLiteral("已完成");
    case StepStatus::Skipped:
        return QStringLiteral("已跳过");
    case StepStatus::Unknown:
        break;
    }
    return {};
}

} // namespace pressboard
