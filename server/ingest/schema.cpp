// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/schema.h"

#include "shared/state/event.h"

#include <array>

namespace pressboard::server {

namespace {

using Name = QLatin1StringView;
using Kind = FieldRule::Kind;

/// What every JSON reader keeps exactly, JavaScript's included.
constexpr qint64 maxId = (qint64(1) << 53) - 1;
constexpr qint64 maxCount = 2'147'483'647;

constexpr std::array actions{Name("created"), Name("updated"), Name("deleted")};
constexpr std::array levels{Name("info"), Name("success"), Name("warning"), Name("error")};
constexpr std::array printTypes{Name("cover"), Name("content"), Name("cover_content")};
constexpr std::array categories{Name("cover"), Name("content")};

constexpr FieldRule id(const char *name)
{
    return {Name(name), Kind::Integer, true, 1, maxId, {}, {}};
}

constexpr FieldRule optional(FieldRule rule)
{
    rule.required = false;
    return rule;
}

constexpr FieldRule integer(const char *name, qint64 max)
{
    return {Name(name), Kind::Integer, false, 0, max, {}, {}};
}

constexpr FieldRule status(const char *expected)
{
    return {Name("status"), Kind::Integer, false, 1, 4, {}, Name(expected)};
}

constexpr FieldRule word(const char *name, std::span<const Name> words)
{
    return {Name(name), Kind::Word, false, 0, 0, words, {}};
}

constexpr FieldRule field(const char *name, Kind kind)
{
    return {Name(name), kind, false, 0, 0, {}, {}};
}

constexpr FieldRule text(const char *name)
{
    return field(name, Kind::Text);
}

constexpr FieldRule moment(const char *name)
{
    return field(name, Kind::Moment);
}

constexpr auto orderStatus = status("1 (pending), 2 (processing), 3 (completed) or 4 (cancelled)");
constexpr auto stepStatus = status("1 (waiting), 2 (in progress), 3 (completed) or 4 (skipped)");

constexpr std::array orderSchema{
    id("order_id"),
    text("order_no"),
    text("customer_name"),
    text("product_name"),
    orderStatus,
    text("status_display"),
    text("work_order_no"),
    word("print_type", printTypes),
    integer("quantity", maxId),
    text("unit"),
    moment("order_date"),
    field("delivery_date", Kind::Date),
    text("salesman"),
    text("note"),
    word("action", actions),
    field("created", Kind::Flag),
    moment("timestamp"),
    field("as_of", Kind::Position),
    field("steps", Kind::Steps),
};

constexpr std::array stepSchema{
    id("progress_id"),
    id("order_id"),
    text("order_no"),
    text("step_name"),
    integer("step_order", maxCount),
    word("step_category", categories),
    stepStatus,
    text("status_display"),
    text("operator"),
    text("operator_id"),
    text("confirm_user"),
    text("confirm_user_id"),
    moment("start_time"),
    moment("end_time"),
    text("note"),
    word("action", actions),
    field("created", Kind::Flag),
    moment("timestamp"),
    field("as_of", Kind::Position),
};

/// Inside its order a step need not name it.
constexpr auto importedSteps = [] {
    auto schema = stepSchema;
    schema[1] = optional(schema[1]);
    return schema;
}();

constexpr std::array numbersSchema{
    integer("total_orders", maxId),        integer("pending_orders", maxId),
    integer("processing_orders", maxId),   integer("completed_orders", maxId),
    integer("current_steps_count", maxId), integer("next_steps_count", maxId),
    integer("urgent_orders_count", maxId), integer("ready_steps_count", maxId),
};

constexpr std::array noticeSchema{
    text("message"),
    word("type", levels),
    moment("timestamp"),
    text("title"),
    optional(id("order_id")),
    text("sender"),
    field("sticky", Kind::Flag),
    moment("expires"),
    field("confirm", Kind::Flag),
    field("test", Kind::Flag),
    field("replaces", Kind::Position),
};

constexpr std::array daySchema{field("date", Kind::Date)};
constexpr std::array retireSchema{field("order_ids", Kind::Integers)};
constexpr std::array importSchema{field("as_of", Kind::Position), field("complete", Kind::Flag)};

} // namespace

std::span<const FieldRule> schemaOf(const QString &type)
{
    if (type == event_type::order)
        return orderSchema;
    if (type == event_type::progress)
        return stepSchema;
    if (type == event_type::numbers)
        return numbersSchema;
    if (type == event_type::notice)
        return noticeSchema;
    if (type == event_type::day)
        return daySchema;
    if (type == event_type::retire)
        return retireSchema;
    if (type == event_type::import)
        return importSchema;
    return {};
}

std::span<const FieldRule> importedStepSchema()
{
    return importedSteps;
}

} // namespace pressboard::server
