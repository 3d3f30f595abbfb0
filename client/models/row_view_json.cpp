// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/row_view_json.h"

#include <QJsonArray>

namespace pressboard::client {

namespace {

constexpr QLatin1StringView steps{"steps"};
constexpr QLatin1StringView operators{"operators"};
constexpr QLatin1StringView category{"category"};
constexpr QLatin1StringView sort{"sort"};
constexpr QLatin1StringView descending{"descending"};

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &one : value.toArray()) {
        if (one.isString() && !one.toString().isEmpty())
            texts.append(one.toString());
    }
    return texts;
}

StepCategory categoryFrom(const QString &name)
{
    if (name == u"cover")
        return StepCategory::Cover;
    return name == u"content" ? StepCategory::Content : StepCategory::Unknown;
}

/// Names, not numbers: what is kept outlives a new one in between.
const QList<std::pair<RowSort::By, QLatin1StringView>> &sortNames()
{
    using enum RowSort::By;
    static const QList<std::pair<RowSort::By, QLatin1StringView>> names{
        {Due, QLatin1StringView("due")},           {OrderNo, QLatin1StringView("order-no")},
        {Customer, QLatin1StringView("customer")}, {Step, QLatin1StringView("step")},
        {Operator, QLatin1StringView("operator")}, {Previous, QLatin1StringView("previous")},
        {Since, QLatin1StringView("since")},       {Progress, QLatin1StringView("progress")},
        {Early, QLatin1StringView("early")},
    };
    return names;
}

RowSort::By sortFrom(const QString &wanted)
{
    for (const auto &[by, name] : sortNames()) {
        if (wanted == name)
            return by;
    }
    return RowSort::By::Itself;
}

} // namespace

QJsonObject toJson(const RowView &view)
{
    QJsonObject kept;
    if (!view.filter.steps.isEmpty())
        kept.insert(steps, QJsonArray::fromStringList(view.filter.steps));
    if (!view.filter.operators.isEmpty())
        kept.insert(operators, QJsonArray::fromStringList(view.filter.operators));
    if (view.filter.category != StepCategory::Unknown)
        kept.insert(category,
                    view.filter.category == StepCategory::Cover ? QStringLiteral("cover")
                                                                : QStringLiteral("content"));
    for (const auto &[by, name] : sortNames()) {
        if (view.sort.by == by)
            kept.insert(sort, QString(name));
    }
    if (view.sort.descending)
        kept.insert(descending, true);
    return kept;
}

RowView rowViewFrom(const QJsonObject &kept)
{
    return {{textsIn(kept.value(steps)), textsIn(kept.value(operators)),
             categoryFrom(kept.value(category).toString())},
            {sortFrom(kept.value(sort).toString()), kept.value(descending).toBool()}};
}

} // namespace pressboard::client
