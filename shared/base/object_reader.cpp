// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/object_reader.h"

#include <limits>

namespace pressboard {

std::optional<qint64> integerFrom(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    // toInteger() answers its default for fractions and for what is out of range.
    const qint64 number = value.toInteger(0);
    if (number == 0 && value.toInteger(1) == 1)
        return std::nullopt;
    return number;
}

ObjectReader::ObjectReader(const QJsonObject &object)
    : m_object(object)
{
}

bool ObjectReader::isAbsent(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return value.isUndefined() || value.isNull();
}

void ObjectReader::fail(const QString &key, const QString &expected)
{
    if (ok())
        m_error.message = QStringLiteral("\"%1\" must be %2").arg(key, expected);
}

QJsonValue ObjectReader::take(QLatin1StringView key, Need need, QJsonValue::Type type,
                              QLatin1StringView expected)
{
    const QJsonValue value = m_object.value(key);
    if (value.type() == type)
        return value;
    if (need == Need::Required || !isAbsent(key))
        fail(key, expected);
    return QJsonValue(QJsonValue::Undefined);
}

QString ObjectReader::text(QLatin1StringView key, Need need)
{
    return take(key, need, QJsonValue::String, QLatin1StringView("a string")).toString();
}

qint64 ObjectReader::integer(QLatin1StringView key, Need need)
{
    const QLatin1StringView expected("an integer");
    const QJsonValue value = take(key, need, QJsonValue::Double, expected);
    if (value.isUndefined())
        return 0;
    const auto number = integerFrom(value);
    if (!number)
        fail(key, expected);
    return number.value_or(0);
}

int ObjectReader::count(QLatin1StringView key, Need need)
{
    const qint64 number = integer(key, need);
    if (number >= 0 && number <= std::numeric_limits<int>::max())
        return int(number);
    fail(key, QLatin1StringView("an integer from 0 to 2147483647"));
    return 0;
}

CrmId ObjectReader::crmId(QLatin1StringView key, Need need)
{
    const CrmId id = CrmId::fromJson(m_object.value(key));
    if (id.isNull() && (need == Need::Required || !isAbsent(key)))
        fail(key, QLatin1StringView("an integer, or a text of 1 to 64 characters"));
    return id;
}

bool ObjectReader::flag(QLatin1StringView key, Need need)
{
    return take(key, need, QJsonValue::Bool, QLatin1StringView("true or false")).toBool();
}

QJsonObject ObjectReader::object(QLatin1StringView key, Need need)
{
    return take(key, need, QJsonValue::Object, QLatin1StringView("an object")).toObject();
}

QJsonArray ObjectReader::array(QLatin1StringView key, Need need)
{
    return take(key, need, QJsonValue::Array, QLatin1StringView("an array")).toArray();
}

QStringList ObjectReader::texts(QLatin1StringView key, Need need)
{
    QStringList texts;
    for (const QJsonValue value : array(key, need)) {
        if (!value.isString())
            fail(key, QLatin1StringView("an array of strings"));
        texts.append(value.toString());
    }
    return texts;
}

StreamId ObjectReader::streamId(QLatin1StringView key, Need need)
{
    const QLatin1StringView expected("a position such as \"1795423846000-0\"");
    const QJsonValue value = take(key, need, QJsonValue::String, expected);
    if (value.isUndefined())
        return {};
    const auto id = StreamId::parse(QStringView(value.toString()));
    if (!id)
        fail(key, expected);
    return id.value_or(StreamId{});
}

Moment ObjectReader::moment(QLatin1StringView key, Need need)
{
    const QLatin1StringView expected("a time such as \"2026-11-23T02:32:05Z\"");
    const QJsonValue value = take(key, need, QJsonValue::String, expected);
    if (value.isUndefined())
        return {};
    const auto moment = momentFromText(value.toString(), QTimeZone::utc());
    if (!moment)
        fail(key, expected);
    return moment.value_or(Moment{});
}

QDate ObjectReader::date(QLatin1StringView key, Need need)
{
    const QLatin1StringView expected("a date such as \"2026-11-23\"");
    const QJsonValue value = take(key, need, QJsonValue::String, expected);
    if (value.isUndefined())
        return {};
    const QDate date = dateFromText(value.toString());
    if (!date.isValid())
        fail(key, expected);
    return date;
}

} // namespace pressboard
