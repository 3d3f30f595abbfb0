// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/validate.h"

#include "server/ingest/bounds.h"
#include "server/ingest/field_value.h"
#include "server/ingest/normaliser.h"
#include "shared/base/json_text.h"
#include "shared/base/json_writer.h"
#include "shared/base/limits.h"
#include "shared/protocol/messages.h"
#include "shared/state/notice.h"

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

/// What was wrong with a member that an event cannot be without.
Error missing(const Event &event, const QString &member, const QString &expected)
{
    for (const Oddity &odd : event.oddities) {
        if (odd.member == member)
            return Error{member + QStringLiteral(": ") + odd.reason};
    }
    return Error{QStringLiteral("%1: found nothing, expected %2").arg(member, expected)};
}

/// What a table of fields cannot say.
std::optional<Error> checkWhole(const Event &event)
{
    const QJsonObject &data = event.data;
    // A notice without a message says something only as the end of an earlier one.
    if (event.type == event_type::notice
        && data.value(QLatin1StringView("message")).toString().isEmpty()
        && !data.value(QLatin1StringView("replaces")).isString()
        && !data.value(QLatin1StringView("key")).isString())
        return missing(event, QStringLiteral("message"), QStringLiteral("a text"));
    if (event.type == event_type::retire && !data.value(QLatin1StringView("order_ids")).isArray())
        return missing(event, QStringLiteral("order_ids"), QStringLiteral("a list of IDs"));
    if (event.type == event_type::settle && !data.value(QLatin1StringView("notice")).isString())
        return missing(event, QStringLiteral("notice"), QStringLiteral("an ID of the log"));
    if (event.type == event_type::day && !data.value(QLatin1StringView("date")).isString())
        return missing(event, QStringLiteral("date"), QStringLiteral("a date such as 2026-11-23"));
    return std::nullopt;
}

/// An alarm is an error and stays on the screen, unless its publisher says otherwise.
void fillInAlarm(QJsonObject &data)
{
    if (!data.value(QLatin1StringView("alarm")).isObject())
        return;
    const auto fill = [&data](const char *key, const QJsonValue &usual) {
        const QJsonValue said = data.value(QLatin1StringView(key));
        if (said.isUndefined() || said.isNull())
            data.insert(QLatin1StringView(key), usual);
    };
    fill("type", levelName(NoticeLevel::Error));
    fill("sticky", true);
}

/// What the shop adds to orders and to steps.
QJsonObject readCustom(Normaliser &normaliser, const QString &type, QJsonObject data,
                       const CustomFields &fields)
{
    if (type == event_type::order)
        return normaliser.readCustom(std::move(data), fields.ofOrders, limits::orderText);
    if (type == event_type::progress)
        return normaliser.readCustom(std::move(data), fields.ofSteps, limits::stepText);
    return data;
}

/// Everything but the size of `published`, the text of `data`.
Result<Event> validatedObject(const QString &type, const QByteArray &published, QJsonObject data,
                              const QStringList &groups, const ReadingRules &rules, bool internal)
{
    const auto name = eventType(type, internal);
    if (!name)
        return name.error();
    if (auto error = bounds::checkGroups(groups))
        return *error;
    Event event{StreamId{}, *name, {}, Audience(groups), QString(), published, {}};
    if (bounds::mayNotFit(published)) {
        auto fitted = bounds::fitted(data, event.oddities);
        if (!fitted)
            return fitted.error();
        data = std::move(fitted).value();
    }
    Normaliser normaliser(rules, event.oddities);
    auto read = normaliser.read(std::move(data), schemaOf(*name));
    if (!read)
        return read.error();
    event.data = std::move(read).value();
    if (!rules.customFields.isEmpty())
        event.data = readCustom(normaliser, event.type, std::move(event.data), rules.customFields);
    if (event.type == event_type::notice)
        fillInAlarm(event.data);
    if (auto error = checkWhole(event))
        return *error;
    return event;
}

} // namespace

Result<Event> validated(const QString &type, const QByteArray &dataJson, const QStringList &groups,
                        const ReadingRules &rules, bool internal)
{
    if (auto error = bounds::checkSize(dataJson.size()))
        return *error;
    auto data = parseObject(dataJson, limits::jsonDepth);
    if (!data)
        return Error{QStringLiteral("data: ") + data.error().message};
    return validatedObject(type, dataJson, std::move(data).value(), groups, rules, internal);
}

Result<Event> validated(const QString &type, const QJsonObject &data, const QStringList &groups,
                        const ReadingRules &rules, bool internal)
{
    const QByteArray text = toText(data);
    if (auto error = bounds::checkSize(text.size()))
        return *error;
    return validatedObject(type, text, data, groups, rules, internal);
}

} // namespace pressboard::server
