// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/event_facts.h"

namespace pressboard::rules {
namespace {

QString action(const Event &event)
{
    return event.data.value(QLatin1StringView("action")).toString();
}

} // namespace

CrmId idOf(const Event &event, QLatin1StringView key)
{
    return CrmId::fromJson(event.data.value(key));
}

bool isDeletion(const Event &event)
{
    return action(event) == QLatin1StringView("deleted");
}

bool isUpdate(const Event &event)
{
    if (action(event) == QLatin1StringView("updated"))
        return true;
    return action(event) != QLatin1StringView("created")
        && !event.data.value(QLatin1StringView("created")).toBool(true);
}

OptionalMoment momentOf(const Event &event)
{
    if (event.isImported())
        return std::nullopt;
    const QString sent = event.data.value(QLatin1StringView("timestamp")).toString();
    const auto moment = sent.isEmpty() ? std::nullopt : momentFromText(sent, QTimeZone::utc());
    return moment.value_or(pressboard::momentOf(event.id));
}

bool isOutdatedFor(StreamId touched, const Event &event)
{
    if (event.id <= touched)
        return true;
    if (!event.isImported())
        return false;
    const QString asOf = event.data.value(QLatin1StringView("as_of")).toString();
    const auto position = StreamId::parse(QStringView(asOf));
    return position && touched > *position;
}

} // namespace pressboard::rules
