// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/notice.h"

#include "shared/base/json_writer.h"

#include <algorithm>
#include <iterator>

namespace pressboard {
namespace {

constexpr QLatin1StringView levelNames[] = {
    QLatin1StringView("info"),
    QLatin1StringView("success"),
    QLatin1StringView("warning"),
    QLatin1StringView("error"),
};

OptionalMoment momentIn(const QJsonObject &data, QLatin1StringView key)
{
    const QString text = data.value(key).toString();
    return text.isEmpty() ? std::nullopt : momentFromText(text, QTimeZone::utc());
}

} // namespace

QLatin1StringView levelName(NoticeLevel level)
{
    return levelNames[int(level)];
}

NoticeLevel levelFromName(QStringView name)
{
    const auto found = std::find(std::begin(levelNames), std::end(levelNames), name);
    return found == std::end(levelNames) ? NoticeLevel::Info
                                         : NoticeLevel(found - std::begin(levelNames));
}

QString Notice::message() const
{
    return data.value(QLatin1StringView("message")).toString();
}

QString Notice::title() const
{
    return data.value(QLatin1StringView("title")).toString();
}

QString Notice::sender() const
{
    return data.value(QLatin1StringView("sender")).toString();
}

NoticeLevel Notice::level() const
{
    return levelFromName(data.value(QLatin1StringView("type")).toString());
}

bool Notice::sticky() const
{
    return data.value(QLatin1StringView("sticky")).toBool();
}

bool Notice::isTest() const
{
    return data.value(QLatin1StringView("test")).toBool();
}

CrmId Notice::orderId() const
{
    return CrmId::fromJson(data.value(QLatin1StringView("order_id")));
}

OptionalMoment Notice::expires() const
{
    return momentIn(data, QLatin1StringView("expires"));
}

Moment Notice::sentAt() const
{
    return momentIn(data, QLatin1StringView("timestamp")).value_or(momentOf(id));
}

bool Notice::isExpired(Moment now) const
{
    const OptionalMoment end = expires();
    return end && *end <= now;
}

bool Notice::isImportant() const
{
    return level() == NoticeLevel::Error || data.value(QLatin1StringView("confirm")).toBool()
        || alarm();
}

qsizetype Notice::bytes() const
{
    return toText(data).size();
}

QString Notice::key() const
{
    return data.value(QLatin1StringView("key")).toString();
}

QString Notice::call() const
{
    return data.value(QLatin1StringView("call")).toString();
}

StreamId Notice::escalates() const
{
    const QString id = data.value(QLatin1StringView("escalates")).toString();
    return StreamId::parse(QStringView(id)).value_or(StreamId());
}

std::optional<Alarm> Notice::alarm() const
{
    return Alarm::fromJson(data.value(QLatin1StringView("alarm")));
}

OptionalMoment Notice::endsRinging() const
{
    const auto ringing = alarm();
    if (!ringing)
        return std::nullopt;
    const Moment end = ringsFrom() + ringing->length;
    return std::min(end, expires().value_or(end));
}

bool Notice::isRinging(Moment now) const
{
    const OptionalMoment end = settled ? std::nullopt : endsRinging();
    return end && now < *end;
}

bool Notice::wantsReceipts() const
{
    return isImportant() && !isTest();
}

} // namespace pressboard
