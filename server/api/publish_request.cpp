// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/publish_request.h"

#include "server/api/publish_answer.h"
#include "server/api/route.h"
#include "server/listener/http_error.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/base/object_reader.h"
#include "shared/base/random_id.h"
#include "shared/state/event.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <utility>

namespace pressboard::server {

namespace {

using Key = QLatin1StringView;
using Need = ObjectReader::Need;
using RefOrError = std::variant<QString, HttpAnswer>;

constexpr Key refKey{"ref"};
constexpr Key groupsKey{"groups"};

HttpAnswer invalid(const QString &message, const QString &field = {})
{
    return httpError(400, message, field);
}

/// As the draft of Idempotency-Key wants it, in quotes; or as people write it.
QString keyIn(const RequestHead &head)
{
    QByteArray key = head.header("idempotency-key");
    if (key.size() >= 2 && key.startsWith('"') && key.endsWith('"'))
        key = key.sliced(1, key.size() - 2);
    return QString::fromUtf8(key);
}

RefOrError refOf(const RequestHead &head, const QJsonValue &said)
{
    const QString key = keyIn(head);
    if (said.isUndefined())
        return key.isEmpty() ? QString::fromLatin1(randomId()) : key;
    if (!said.isString() || said.toString().isEmpty())
        return invalid(QStringLiteral("\"ref\" must be a text"), refKey);
    if (!key.isEmpty() && key != said.toString())
        return invalid(QStringLiteral("\"ref\" and Idempotency-Key are two names for one thing, "
                                      "and differ here."),
                       refKey);
    return said.toString();
}

/// Deep enough for an event, in a list.
std::variant<QJsonDocument, HttpAnswer> parsed(const QByteArray &body)
{
    if (nestsDeeperThan(body, limits::frameDepth))
        return invalid(
            QStringLiteral("The JSON nests deeper than %1 levels.").arg(limits::frameDepth));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error == QJsonParseError::NoError)
        return document;
    return invalid(QStringLiteral("Not valid JSON at byte %1: %2.")
                       .arg(problem.offset)
                       .arg(problem.errorString()));
}

std::variant<protocol::Publish, HttpAnswer> readEvent(const QJsonValue &value, const QString &ref,
                                                      const QString &place)
{
    if (!value.isObject())
        return invalid(QStringLiteral("An event is an object {\"type\",\"data\",\"groups\"}."),
                       place);
    ObjectReader reader(value.toObject());
    protocol::Publish publish;
    publish.ref = ref;
    publish.type = reader.text(Key("type"));
    publish.data = reader.object(Key("data"));
    publish.groups = Audience(reader.texts(groupsKey, Need::Optional));
    if (!reader.ok())
        return invalid(reader.error().message, joined(place, fieldNamedIn(reader.error().message)));
    return publish;
}

PublishRequestOrError readList(const RequestHead &head, const QJsonArray &values)
{
    if (values.isEmpty() || values.size() > PublishRequest::eventsAtOnce)
        return invalid(QStringLiteral("One request has 1 to %1 events, not %2.")
                           .arg(PublishRequest::eventsAtOnce)
                           .arg(values.size()));
    PublishRequest request{{}, true};
    const QString ref = std::get<QString>(refOf(head, QJsonValue(QJsonValue::Undefined)));
    for (const QJsonValue &value : values) {
        const QString place = placeOf(request.publishes.size());
        if (value.toObject().contains(refKey))
            return invalid(QStringLiteral("A list is stored whole, under one Idempotency-Key: its "
                                          "events have no \"ref\"."),
                           joined(place, refKey));
        auto read = readEvent(value, ref, place);
        if (auto *refusal = std::get_if<HttpAnswer>(&read))
            return *refusal;
        request.publishes.append(std::get<protocol::Publish>(std::move(read)));
    }
    return request;
}

/// A list, or what a person writes for one: "dept_3, role_operator".
QJsonValue groupsIn(const QJsonValue &said)
{
    if (!said.isString())
        return said;
    QJsonArray groups;
    for (const QString &group : said.toString().split(u',', Qt::SkipEmptyParts))
        groups.append(group.trimmed());
    return groups;
}

/// A notice as an event: what is no part of the envelope is its data.
PublishRequestOrError noticeFrom(const RequestHead &head, QJsonObject members)
{
    const auto ref = refOf(head, members.take(refKey));
    if (const auto *refusal = std::get_if<HttpAnswer>(&ref))
        return *refusal;
    QJsonObject event{{Key("type"), event_type::notice}};
    if (const QJsonValue groups = groupsIn(members.take(groupsKey)); !groups.isUndefined())
        event.insert(groupsKey, groups);
    if (const QJsonValue level = members.take(Key("level")); !level.isUndefined())
        members.insert(Key("type"), level);
    event.insert(Key("data"), members);
    auto read = readEvent(event, std::get<QString>(ref), {});
    if (auto *refusal = std::get_if<HttpAnswer>(&read))
        return *refusal;
    return PublishRequest{{std::get<protocol::Publish>(std::move(read))}, false, true};
}

PublishRequestOrError readText(const RequestHead &head, const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    if (decoder.hasError())
        return invalid(QStringLiteral("The text is not UTF-8."), QStringLiteral("message"));
    QJsonObject members{{Key("message"), text.trimmed()}};
    static constexpr std::pair<QByteArrayView, Key> headers[] = {
        {"title", Key("title")},       {"level", Key("level")}, {"groups", groupsKey},
        {"order-id", Key("order_id")}, {"key", Key("key")},
    };
    for (const auto &[header, member] : headers) {
        if (const QByteArray value = head.header(header); !value.isEmpty())
            members.insert(member, QString::fromUtf8(value));
    }
    return noticeFrom(head, members);
}

} // namespace

PublishRequestOrError readEvents(const RequestHead &head, const QByteArray &body)
{
    const auto document = parsed(body);
    if (const auto *refusal = std::get_if<HttpAnswer>(&document))
        return *refusal;
    const auto &json = std::get<QJsonDocument>(document);
    if (json.isArray())
        return readList(head, json.array());
    const auto ref = refOf(head, json.object().value(refKey));
    if (const auto *refusal = std::get_if<HttpAnswer>(&ref))
        return *refusal;
    auto read = readEvent(json.object(), std::get<QString>(ref), {});
    if (auto *refusal = std::get_if<HttpAnswer>(&read))
        return *refusal;
    return PublishRequest{{std::get<protocol::Publish>(std::move(read))}};
}

PublishRequestOrError readNotice(const RequestHead &head, const QByteArray &body)
{
    if (!hasJson(head))
        return readText(head, body);
    const auto document = parsed(body);
    if (const auto *refusal = std::get_if<HttpAnswer>(&document))
        return *refusal;
    const auto &json = std::get<QJsonDocument>(document);
    if (!json.isObject())
        return invalid(QStringLiteral("A notice is an object {\"message\",…}."));
    return noticeFrom(head, json.object());
}

} // namespace pressboard::server
