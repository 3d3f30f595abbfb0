// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/validate.h"

#include "server/ingest/bounds.h"
#include "server/ingest/field_value.h"
#include "shared/base/json_text.h"
#include "shared/base/json_writer.h"
#include "shared/base/limits.h"
#include "shared/protocol/messages.h"

#include <algorithm>

namespace pressboard::server {

namespace {

Error wrongType(const QString &type, const QString &why)
{
    return Error{QStringLiteral("type: found %1, %2").arg(shown(type), why)};
}

bool isSmallLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isTypeName(const QString &type)
{
    const auto mayFollow = [](QChar c) {
        return isSmallLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.';
    };
    return !type.isEmpty() && type.size() <= limits::typeLength && isSmallLetter(type.front())
        && std::all_of(type.begin(), type.end(), mayFollow);
}

/// "crm.order" is Django's spelling of crm_order; the log's own names keep their dot.
Result<QString> eventType(const QString &type, bool internal)
{
    if (!isTypeName(type)) {
        return wrongType(type,
                         QStringLiteral("expected a small letter, then small letters, digits, '_' "
                                        "and '.', at most %1 in all")
                             .arg(limits::typeLength));
    }
    if (type.startsWith(QLatin1StringView("pressboard."))) {
        return internal ? Result<QString>(type)
                        : wrongType(type, QStringLiteral("which only the server itself may write"));
    }
    const QString name = QString(type).replace(u'.', u'_');
    if (protocol::isControlType(name)) {
        return wrongType(type,
                         QStringLiteral("which is a message of the connection itself and "
                                        "cannot be an event: choose another name"));
    }
    return name;
}

/// What a table of fields cannot say.
std::optional<Error> checkWhole(const QString &type, const QJsonObject &data)
{
    // A notice without a message says something only as the end of an earlier one.
    if (type == event_type::notice && data.value(QLatin1StringView("message")).toString().isEmpty()
        && !data.value(QLatin1StringView("replaces")).isString())
        return Error{QStringLiteral("message: found nothing, expected a text")};
    if (type == event_type::retire && !data.value(QLatin1StringView("order_ids")).isArray())
        return Error{QStringLiteral("order_ids: found nothing, expected a list of integers")};
    if (type == event_type::day && !data.value(QLatin1StringView("date")).isString())
        return Error{QStringLiteral("date: found nothing, expected a date such as 2026-11-23")};
    return std::nullopt;
}

/// Everything but the bounds of `data`, which were checked on what came.
Result<Event> validatedObject(const QString &type, QJsonObject data, const QStringList &groups,
                              const QTimeZone &shopZone, bool internal)
{
    const auto name = eventType(type, internal);
    if (!name)
        return name.error();
    if (auto error = bounds::checkGroups(groups))
        return *error;
    auto read = normalised(std::move(data), schemaOf(*name), shopZone);
    if (!read)
        return read.error();
    if (auto error = checkWhole(*name, *read))
        return *error;
    return Event{StreamId{}, *name, *std::move(read), Audience(groups), QString(), {}};
}

Result<Event> spelled(const QByteArray &published, Result<Event> event)
{
    if (event)
        event.value().published = published;
    return event;
}

} // namespace

Result<Event> validated(const QString &type, const QByteArray &dataJson, const QStringList &groups,
                        const QTimeZone &shopZone, bool internal)
{
    if (auto error = bounds::checkSize(dataJson.size()))
        return *error;
    auto data = parseObject(dataJson, limits::jsonDepth);
    if (!data)
        return Error{QStringLiteral("data: ") + data.error().message};
    // The depth is checked, and no string of a text this short can be too long.
    const bool isShort = dataJson.size() <= qsizetype(limits::stringBytes);
    if (const auto error = isShort ? std::nullopt : bounds::check(*data))
        return *error;
    return spelled(dataJson, validatedObject(type, *std::move(data), groups, shopZone, internal));
}

Result<Event> validated(const QString &type, const QJsonObject &data, const QStringList &groups,
                        const QTimeZone &shopZone, bool internal)
{
    const QByteArray text = toText(data);
    if (auto error = bounds::checkSize(text.size()))
        return *error;
    if (auto error = bounds::check(data))
        return *error;
    return spelled(text, validatedObject(type, data, groups, shopZone, internal));
}

} // namespace pressboard::server
