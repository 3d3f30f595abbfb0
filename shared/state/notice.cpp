// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/notice.h"

#include "shared/base/json_writer.h"

namespace pressboard {
namespace {

OptionalMoment momentIn(const QJsonObject &data, QLatin1StringView key)
{
    const QString text = data.value(key).toString();
    return text.isEmpty() ? std::nullopt : momentFromText(text, QTimeZone::utc());
}

} // namespace

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
    const QString level = data.value(QLatin1StringView("type")).toString();
    if (level == QLatin1StringView("success"))
        return NoticeLevel::Success;
    if (level == QLatin1StringView("warning"))
        return NoticeLevel::Warning;
    if (level == QLatin1StringView("error"))
        return NoticeLevel::Error;
    return NoticeLevel::Info;
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
    return level() == NoticeLevel::Error || data.value(QLatin1StringView("confirm")).toBool();
}

qsizetype Notice::bytes() const
{
    return toText(data).size();
}

} // namespace pressboard
