// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/fields.h"

namespace pressboard {

/// Calls visit(const QString &name, const wire::Value &value) for every member of a row by its wire
/// name, also for those that are null: what publishers set and what apply() keeps, but its IDs, its
/// position and an order's steps. Always in the same order.
template<typename Row, typename Visit>
void visitFields(const QList<Field<Row>> &fields, const Row &row, Visit visit)
{
    for (const Field<Row> &field : fields)
        visit(field.name, field.get(row));
    visit(QStringLiteral("status_display"), wire::Value(row.statusDisplay));
    visit(QStringLiteral("status_since"), wire::Value(row.statusSince));
}

template<typename Visit> void visitMembers(const Step &step, Visit visit)
{
    visitFields(stepFields(), step, visit);
}

template<typename Visit> void visitMembers(const Order &order, Visit visit)
{
    visitFields(orderFields(), order, visit);
    visit(QStringLiteral("created_at"), wire::Value(order.createdAt));
    visit(QStringLiteral("completed_at"), wire::Value(order.completedAt));
    visit(QStringLiteral("groups"), wire::Value(order.audience));
    visit(QStringLiteral("stub"), order.stub ? wire::Value(true) : wire::Value());
}

} // namespace pressboard
