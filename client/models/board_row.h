// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/due_judgement.h"
#include "shared/base/time.h"
#include "shared/state/order.h"
#include "shared/state/views.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace pressboard::client {

/// One painted row of the board's lists, as plain data: the delegates turn it into ink, and
/// client/models/format.h into words.
struct BoardRow
{
    CrmId orderId;
    CrmId progressId; ///< none in order lists (紧急, 最近完成)
    QString orderNo;
    int sharedPrefix = 0; ///< letters of orderNo that all rows share, painted in text3
    QString customer;
    QString product;
    std::optional<qint64> quantity;
    QString unit;
    DueTier due = DueTier::None;
    int dueDays = 0; ///< delivery date minus today; negative when overdue
    QDate deliveryDate;
    bool isOpen = true; ///< the order is neither completed nor cancelled
    QString stepName; ///< 紧急: the step it is held at
    StepCategory category = StepCategory::Unknown;
    StepStatus stepStatus = StepStatus::Unknown;
    QString stepWord; ///< of a status that is none of ours
    QString operatorName;
    QString previousStep; ///< 上道, in 可开工
    /// How long it runs or waits; null when unknown (imported).
    std::optional<std::chrono::seconds> elapsed;
    Progress progress;
    OptionalMoment completedAt; ///< 最近完成
    QDateTime completedLocal; ///< completedAt on the shop's clock; invalid when there is none
    bool completedToday = false;
    std::optional<int> daysEarly; ///< 最近完成: negative = late
    DueJudgement judgement; ///< 今日必交
    bool unreported = false; ///< running for more than 24 h
    bool mustStop = false; ///< 已取消·请停: worked on, though the order was cancelled
    bool isNew = false; ///< 新: this station's turn, and nobody has looked at it
    bool recentlyChanged = false; ///< the blue edge, 3 s

    bool operator==(const BoardRow &) const = default;
};

enum BoardRole { RowRole = Qt::UserRole + 1, OrderIdRole, ProgressIdRole, RecentlyChangedRole };

} // namespace pressboard::client

Q_DECLARE_METATYPE(pressboard::client::BoardRow)
