// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"
#include "shared/state/event.h"
#include "shared/state/wire_value.h"

#include <optional>

namespace pressboard {

enum class RowChange { Added, Updated, Removed };

/// One field that really changed, under its wire name, with both values in the wire's form.
struct FieldChange
{
    QString field;
    wire::Value before;
    wire::Value after;
};

struct OrderChange
{
    CrmId orderId;
    RowChange kind = RowChange::Updated;
    QList<FieldChange> fields;
    /// The row as it was; set for Removed only.
    std::optional<Order> removed; ///< with its steps, which `Change::steps` does not list

    const FieldChange *field(QLatin1StringView name) const;
};

struct StepChange
{
    CrmId orderId;
    CrmId progressId;
    RowChange kind = RowChange::Updated;
    QList<FieldChange> fields;
    std::optional<Step> removed;

    const FieldChange *field(QLatin1StringView name) const;
};

/// What one event really did. Empty but for `id` when it did nothing: then nothing flashes.
struct Change
{
    StreamId id;
    /// False when the event was not newer than the book: nothing at all happened.
    bool advanced = false;
    bool imported = false;
    /// The book refused the event (a step of a deleted order, one step too many): nobody may be
    /// told of it, or those who do not know the reason would make a row of it.
    bool refused = false;
    QList<OrderChange> orders;
    /// A step that moved to another order is Removed there and Added here.
    QList<StepChange> steps;
    std::optional<Notice> notice; ///< a new notice
    std::optional<Notice> withdrawn; ///< the notice this event withdrew or replaced
    QList<StreamId> settled; ///< alarms that somebody took by this event; see Notice::settled
    bool numbersPublished = false;
    bool dayBegan = false;

    /// Who the event itself is delivered to: those who see both. Those only in audienceBefore
    /// lose sight of the order, those only in audienceAfter gain it. Equal in almost every event.
    Audience audienceBefore;
    Audience audienceAfter;
    /// The order whose audience moved, when the two differ.
    CrmId audienceOrderId;
    /// When there is one, a step left this order for audienceOrderId: those only in audienceBefore
    /// do not lose an order, they need this one whole, without the step.
    CrmId audienceLeftOrderId;

    bool rowsChanged() const { return !orders.isEmpty() || !steps.isEmpty(); }
};

/// Moves the book by one event. Pure: no clock, no I/O, no logging; the same code on the server
/// and on every desk. The rules are in shared/protocol/PROTOCOL.md.
Change apply(Book &book, const Event &event);

/// A client's book is told of orders it gains or loses sight of as whole rows. Same rule as for
/// events, but that several rows may come at one position.
Change applyOrder(Book &book, StreamId id, Order order);
Change applyGone(Book &book, StreamId id, CrmId orderId);

} // namespace pressboard
