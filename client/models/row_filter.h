// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QStringList>

namespace pressboard::client {

/// Which rows of a list are wanted: by 工序, by 操作员, by 封面/内文. What is left empty narrows
/// nothing.
struct RowFilter
{
    QStringList steps;
    QStringList operators;
    StepCategory category = StepCategory::Unknown; ///< Unknown: both

    bool isOn() const { return *this != RowFilter(); }
    bool passes(const QString &step, const QString &operatorName, StepCategory of) const;
    bool passes(const Step &step) const
    {
        return passes(step.name, step.operatorName, step.category);
    }
    bool operator==(const RowFilter &) const = default;
};

} // namespace pressboard::client
