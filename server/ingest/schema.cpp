// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/schema.h"

#include "shared/base/limits.h"
#include "shared/state/event.h"

#include <array>

namespace pressboard::server {

namespace {

using Name = QLatin1StringView;
using Kind = FieldRule::Kind;
using Synonym = FieldRule::Synonym;

/// What every JSON reader keeps exactly, JavaScript's included.
constexpr qint64 mostExact = (qint64(1) << 53) - 1;
constexpr qint64 maxCount = 2'147'483'647;

constexpr std::array actions{Name("created"), Name("updated"), Name("deleted")};
constexpr std::array levels{Name("info"), Name("success"), Name("warning"), Name("error")};
constexpr std::array printTypes{Name("cover"), Name("content"), Name("cover_content")};
constexpr std::array categories{Name("cover"), Name("content")};

// What says something else, or more than one thing (cancel, archive, upsert), is not here.
constexpr Synonym actionSynonyms[] = {
    {u"create", actions[0]},         {u"new", actions[0]},       {u"add", actions[0]},
    {u"added", actions[0]},          {u"insert", actions[0]},    {u"inserted", actions[0]},
    {u"创建", actions[0]},           {u"新建", actions[0]},      {u"新增", actions[0]},
    {u"update", actions[1]},         {u"change", actions[1]},    {u"changed", actions[1]},
    {u"edit", actions[1]},           {u"edited", actions[1]},    {u"modify", actions[1]},
    {u"modified", actions[1]},       {u"save", actions[1]},      {u"saved", actions[1]},
    {u"patch", actions[1]},          {u"patched", actions[1]},   {u"status_change", actions[1]},
    {u"status_changed", actions[1]}, {u"更新", actions[1]},      {u"status_update", actions[1]},
    {u"status_updated", actions[1]}, {u"修改", actions[1]},      {u"变更", actions[1]},
    {u"delete", actions[2]},         {u"remove", actions[2]},    {u"removed", actions[2]},
    {u"destroy", actions[2]},        {u"destroyed", actions[2]}, {u"删除", actions[2]},
    {u"已删除", actions[2]},
};
constexpr Synonym levelSynonyms[] = {
    {u"information", levels[0]}, {u"warn", levels[2]},  {u"danger", levels[3]},
    {u"critical", levels[3]},    {u"fatal", levels[3]},
};
constexpr Synonym printTypeSynonyms[] = {
    {u"封面", printTypes[0]},
    {u"内文", printTypes[1]},
    {u"内页", printTypes[1]},
    {u"封面内文", printTypes[2]},
    {u"封面+内文", printTypes[2]},
    {u"封面和内文", printTypes[2]},
    {u"封面、内文", printTypes[2]},
    {u"cover+content", printTypes[2]},
    {u"cover_and_content", printTypes[2]},
};
constexpr Synonym categorySynonyms[] = {
    {u"封面", categories[0]},
    {u"内文", categories[1]},
    {u"内页", categories[1]},
};

constexpr FieldRule field(const char *name, Kind kind)
{
    FieldRule rule;
    rule.name = Name(name);
    rule.kind = kind;
    return rule;
}

constexpr FieldRule id(const char *name)
{
    FieldRule rule = field(name, Kind::Id);
    rule.required = true;
    return rule;
}

constexpr FieldRule optional(FieldRule rule)
{
    rule.required = false;
    return rule;
}

constexpr FieldRule integer(const char *name, qint64 max)
{
    FieldRule rule = field(name, Kind::Integer);
    rule.max = max;
    return rule;
}

constexpr FieldRule status(const char *expected)
{
    FieldRule rule = field("status", Kind::Status);
    rule.min = 1;
    rule.max = 4;
    rule.expected = Name(expected);
    return rule;
}

constexpr FieldRule word(const char *name, std::span<const Name> words,
                         std::span<const Synonym> synonyms)
{
    FieldRule rule = field(name, Kind::Word);
    rule.words = words;
    rule.synonyms = synonyms;
    return rule;
}

constexpr FieldRule text(const char *name, int maxLength = 0)
{
    FieldRule rule = field(name, Kind::Text);
    rule.maxLength = maxLength;
    return rule;
}

constexpr FieldRule orderText(const char *name)
{
    return text(name, limits::orderText);
}

constexpr FieldRule stepText(const char *name)
{
    return text(name, limits::stepText);
}

constexpr FieldRule noticeText(const char *name)
{
    return text(name, limits::stationText);
}

constexpr FieldRule moment(const char *name)
{
    return field(name, Kind::Moment);
}

constexpr auto orderStatus = status("1 (pending), 2 (processing), 3 (completed) or 4 (cancelled)");
constexpr auto stepStatus = status("1 (waiting), 2 (in progress), 3 (completed) or 4 (skipped)");

constexpr std::array orderSchema{
    id("order_id"),
    orderText("order_no"),
    orderText("customer_name"),
    orderText("product_name"),
    orderStatus,
    orderText("status_display"),
    orderText("work_order_no"),
    word("print_type", printTypes, printTypeSynonyms),
    integer("quantity", mostExact),
    orderText("unit"),
    moment("order_date"),
    field("delivery_date", Kind::Date),
    orderText("salesman"),
    text("note", limits::orderNote),
    word("action", actions, actionSynonyms),
    field("created", Kind::Flag),
    moment("timestamp"),
    field("as_of", Kind::Position),
    field("steps", Kind::Steps),
};

constexpr std::array stepSchema{
    id("progress_id"),
    id("order_id"),
    stepText("order_no"),
    stepText("step_name"),
    integer("step_order", maxCount),
    word("step_category", categories, categorySynonyms),
    stepStatus,
    stepText("status_display"),
    stepText("operator"),
    field("operator_id", Kind::PersonId),
    stepText("confirm_user"),
    field("confirm_user_id", Kind::PersonId),
    moment("start_time"),
    moment("end_time"),
    text("note", limits::stepNote),
    word("action", actions, actionSynonyms),
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
    integer("total_orders", mostExact),        integer("pending_orders", mostExact),
    integer("processing_orders", mostExact),   integer("completed_orders", mostExact),
    integer("current_steps_count", mostExact), integer("next_steps_count", mostExact),
    integer("urgent_orders_count", mostExact), integer("ready_steps_count", mostExact),
};

constexpr std::array noticeSchema{
    text("message"),
    word("type", levels, levelSynonyms),
    moment("timestamp"),
    text("title"),
    optional(id("order_id")),
    text("sender"),
    field("sticky", Kind::Flag),
    moment("expires"),
    field("confirm", Kind::Flag),
    field("test", Kind::Flag),
    field("replaces", Kind::Position),
    field("key", Kind::Key),
    field("alarm", Kind::Alarm),
    noticeText("call"),
    noticeText("station"),
    noticeText("step"),
    noticeText("order_no"),
    field("escalates", Kind::Position),
    field("untaken", Kind::Position),
};

constexpr std::array daySchema{field("date", Kind::Date)};
constexpr std::array retireSchema{field("order_ids", Kind::Ids)};
constexpr std::array settleSchema{field("notice", Kind::Position), noticeText("by"),
                                  noticeText("station"), noticeText("user")};
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
    if (type == event_type::settle)
        return settleSchema;
    return {};
}

std::span<const FieldRule> importedStepSchema()
{
    return importedSteps;
}

} // namespace pressboard::server
