// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/state/audience.h"
#include "shared/state/custom_values.h"
#include "shared/state/rare.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

namespace pressboard {

/// The numbers are the CRM's own. Unknown is also a status that is none of these: then the row's
/// statusDisplay is its word.
enum class OrderStatus : quint8 {
    Unknown = 0,
    Pending = 1,
    Processing = 2,
    Completed = 3,
    Cancelled = 4
};
enum class StepStatus : quint8 {
    Unknown = 0,
    Waiting = 1,
    InProgress = 2,
    Completed = 3,
    Skipped = 4
};
enum class StepCategory : quint8 { Unknown, Cover, Content };
enum class PrintType : quint8 { Unknown, Cover, Content, CoverContent };

/// What the rows of most shops do not say.
struct StepDetails
{
    QString operatorId;
    QString confirmUser;
    QString confirmUserId;
    QString note;
    Rare<CustomValues> custom; ///< by the shop's own fields
    bool operator==(const StepDetails &) const = default;
    friend size_t qHash(const StepDetails &details, size_t seed = 0)
    {
        return qHashMulti(seed, details.operatorId, details.confirmUser, details.confirmUserId,
                          details.note, *details.custom);
    }
};

struct Step
{
    CrmId progressId;
    CrmId orderId;
    QString orderNo;
    QString name; ///< "覆膜"; wire: step_name
    int order = 0; ///< wire: step_order
    StepCategory category = StepCategory::Unknown;
    StepStatus status = StepStatus::Unknown; ///< Unknown: open, and not ready
    QString statusDisplay;
    QString operatorName; ///< wire: operator
    Rare<StepDetails> details;
    OptionalMoment startTime;
    OptionalMoment endTime;
    /// Kept by apply: since when it has this status; null for imported rows.
    OptionalMoment statusSince;
    StreamId touched; ///< the event that last really changed it; an older one is a no-op

    bool isFinished() const
    {
        return status == StepStatus::Completed || status == StepStatus::Skipped;
    }
    bool operator==(const Step &) const = default;
};

struct Order
{
    CrmId orderId;
    QString orderNo;
    QString customerName;
    QString productName;
    OrderStatus status = OrderStatus::Unknown;
    QString statusDisplay;
    QString workOrderNo;
    PrintType printType = PrintType::Unknown;
    std::optional<qint64> quantity;
    QString unit;
    OptionalMoment orderDate;
    QDate deliveryDate; ///< a date of the shop's calendar; overdue from the next day
    QString salesman;
    QString note;
    Rare<CustomValues> custom; ///< by the shop's own fields

    // Kept by apply.
    OptionalMoment createdAt;
    OptionalMoment statusSince;
    OptionalMoment completedAt;
    Audience audience;
    StreamId touched; ///< the event that last really changed a field of it
    /// Known only through its steps: listed, but neither it nor its steps are counted.
    bool stub = false;
    /// Sorted by (category, step_order, progress_id); at most limits::stepsPerOrder.
    QList<Step> steps;

    const Step *step(const CrmId &progressId) const;
    Step *findStep(const CrmId &progressId);
    void sortSteps();
    bool isOpen() const
    {
        return status == OrderStatus::Pending || status == OrderStatus::Processing;
    }
    bool operator==(const Order &) const = default;
};

/// The standard Chinese texts, used where the publisher sent no status_display.
QString standardText(OrderStatus status);
QString standardText(StepStatus status);

} // namespace pressboard
