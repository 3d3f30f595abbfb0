// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/json_schema.h"

#include "server/ingest/schema.h"
#include "shared/base/limits.h"
#include "shared/state/event.h"

#include <QJsonArray>

namespace pressboard::server {

namespace {

using Kind = FieldRule::Kind;
using Key = QLatin1StringView;

QJsonObject ofType(const char *type)
{
    return {{Key("type"), Key(type)}};
}

QJsonObject matching(const char *pattern)
{
    return {{Key("type"), Key("string")}, {Key("pattern"), Key(pattern)}};
}

QJsonObject idSchema()
{
    const QJsonObject number{{Key("type"), Key("integer")},
                             {Key("minimum"), -qint64(limits::idNumber)},
                             {Key("maximum"), qint64(limits::idNumber)}};
    const QJsonObject text{
        {Key("type"), Key("string")}, {Key("minLength"), 1}, {Key("maxLength"), limits::idLength}};
    return {{Key("oneOf"), QJsonArray{number, text}}};
}

QJsonObject wordSchema(const FieldRule &rule)
{
    QJsonArray words;
    for (const Key word : rule.words)
        words.append(word);
    return {{Key("enum"), words}};
}

QJsonObject textSchema(const FieldRule &rule)
{
    QJsonObject schema = ofType("string");
    if (rule.maxLength > 0)
        schema.insert(Key("maxLength"), rule.maxLength);
    return schema;
}

/// A status that is none of ours is 0.
QJsonObject integerSchema(qint64 min, qint64 max)
{
    return {{Key("type"), Key("integer")}, {Key("minimum"), min}, {Key("maximum"), max}};
}

QJsonObject objectSchema(std::span<const FieldRule> fields);

QJsonObject listOf(const QJsonObject &items)
{
    return {{Key("type"), Key("array")}, {Key("items"), items}};
}

QJsonObject valueSchema(const FieldRule &rule)
{
    switch (rule.kind) {
    case Kind::Id:
        return idSchema();
    case Kind::PersonId:
        return textSchema(rule);
    case Kind::Integer:
        return integerSchema(rule.min, rule.max);
    case Kind::Text:
        return textSchema(rule);
    case Kind::Status:
        return integerSchema(0, rule.max);
    case Kind::Flag:
        return ofType("boolean");
    case Kind::Moment:
        return matching("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$");
    case Kind::Date:
        return matching("^\\d{4}-\\d\\d-\\d\\d$");
    case Kind::Word:
        return wordSchema(rule);
    case Kind::Position:
        return matching("^\\d+-\\d+$");
    case Kind::Ids:
        return listOf(idSchema());
    case Kind::Key:
        return matching("^[A-Za-z0-9_.:-]{1,64}$");
    case Kind::Alarm:
        return ofType("object");
    case Kind::Steps:
        break;
    }
    return listOf(objectSchema(importedStepSchema()));
}

/// What need not be there may also be cleared.
QJsonObject memberSchema(const FieldRule &rule)
{
    if (rule.required)
        return valueSchema(rule);
    return {{Key("anyOf"), QJsonArray{valueSchema(rule), ofType("null"), matching("^$")}}};
}

QJsonObject objectSchema(std::span<const FieldRule> fields)
{
    QJsonObject members;
    QJsonArray required;
    for (const FieldRule &rule : fields) {
        members.insert(rule.name, memberSchema(rule));
        if (rule.required)
            required.append(rule.name);
    }
    QJsonObject schema = ofType("object");
    schema.insert(Key("properties"), members);
    if (!required.isEmpty())
        schema.insert(Key("required"), required);
    return schema;
}

} // namespace

QJsonObject eventsSchema()
{
    QJsonObject types;
    for (const Key type :
         {event_type::order, event_type::progress, event_type::numbers, event_type::notice})
        types.insert(type, objectSchema(schemaOf(type)));
    return {{Key("$schema"), Key("https://json-schema.org/draft/2020-12/schema")},
            {Key("$defs"), types}};
}

} // namespace pressboard::server
