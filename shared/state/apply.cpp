// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/apply.h"

#include "shared/state/rules/log_rules.h"
#include "shared/state/rules/notice_rule.h"
#include "shared/state/rules/numbers_rule.h"
#include "shared/state/rules/order_rule.h"
#include "shared/state/rules/step_rule.h"

#include <algorithm>
#include <iterator>

namespace pressboard {
namespace {

struct Rule
{
    QLatin1StringView type;
    void (*move)(Book &book, const Event &event, Change &change);
};

constexpr Rule allRules[] = {
    {event_type::progress, &rules::stepRule},   {event_type::order, &rules::orderRule},
    {event_type::numbers, &rules::numbersRule}, {event_type::notice, &rules::noticeRule},
    {event_type::day, &rules::dayRule},         {event_type::retire, &rules::retireRule},
    {event_type::import, &rules::importRule},   {event_type::gap, &rules::gapRule},
    {event_type::settle, &rules::settleRule},
};

template<typename RowChanges>
const FieldChange *findField(const RowChanges &row, QLatin1StringView name)
{
    const auto found =
        std::find_if(row.fields.begin(), row.fields.end(),
                     [name](const FieldChange &field) { return field.field == name; });
    return found == row.fields.end() ? nullptr : &*found;
}

} // namespace

const FieldChange *OrderChange::field(QLatin1StringView name) const
{
    return findField(*this, name);
}

const FieldChange *StepChange::field(QLatin1StringView name) const
{
    return findField(*this, name);
}

Change apply(Book &book, const Event &event)
{
    Change change;
    change.id = event.id;
    change.imported = event.isImported();
    change.audienceBefore = change.audienceAfter = event.groups;
    if (event.id <= book.position)
        return change;

    change.advanced = true;
    const auto rule = std::find_if(std::begin(allRules), std::end(allRules),
                                   [&](const Rule &known) { return known.type == event.type; });
    if (rule != std::end(allRules))
        rule->move(book, event, change);
    book.advanceTo(event.id);
    return change;
}

} // namespace pressboard
