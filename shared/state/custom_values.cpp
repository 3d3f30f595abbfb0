// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/custom_values.h"

#include "shared/base/json_writer.h"
#include "shared/base/limits.h"
#include "shared/state/wire_value.h"

#include <algorithm>
#include <cmath>

namespace pressboard {
namespace {

/// In UTF-8, as JSON writes it.
qsizetype bytesOf(QStringView text)
{
    qsizetype bytes = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            bytes += c == u'"' || c == u'\\' || c == u'\n' ? 2 : 1;
        else
            bytes += c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    }
    return bytes;
}

std::optional<CustomValue> valueFromJson(const QJsonValue &value)
{
    if (value.isDouble() && std::isfinite(value.toDouble()))
        return CustomValue(value.toDouble());
    if (value.isString())
        return CustomValue(wire::rowText(value.toString(), limits::customLink));
    return std::nullopt;
}

} // namespace

CustomValue::CustomValue(const QString &text)
{
    if (!text.isEmpty())
        m_value = text;
}

CustomValue CustomValues::value(QStringView name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [name](const Entry &entry) { return entry.name == name; });
    return found == m_entries.end() ? CustomValue() : found->value;
}

void CustomValues::set(const QString &name, const CustomValue &value)
{
    const auto place =
        std::lower_bound(m_entries.begin(), m_entries.end(), name,
                         [](const Entry &entry, const QString &text) { return entry.name < text; });
    const bool isThere = place != m_entries.end() && place->name == name;
    if (isThere && value.isNull())
        m_entries.erase(place);
    else if (isThere)
        place->value = value;
    else if (!value.isNull())
        m_entries.insert(place, {name, value});
}

qsizetype CustomValues::bytes() const
{
    constexpr qsizetype around = 6; // ,"":""
    constexpr qsizetype ofNumber = 24;
    qsizetype bytes = 0;
    for (const Entry &entry : m_entries) {
        const QString *text = entry.value.text();
        bytes += around + bytesOf(entry.name) + (text ? bytesOf(*text) : ofNumber);
    }
    return bytes;
}

void write(JsonWriter &writer, const CustomValues &values)
{
    writer.beginObject();
    for (const CustomValues::Entry &entry : values.entries()) {
        writer.name(entry.name);
        wire::Value(entry.value).write(writer);
    }
    writer.endObject();
}

std::optional<CustomValues> customValuesFromJson(const QJsonObject &object)
{
    if (object.size() > limits::customFields)
        return std::nullopt;
    CustomValues values;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto value = valueFromJson(member.value());
        if (!value)
            return std::nullopt;
        values.set(member.key(), *value);
    }
    return values;
}

} // namespace pressboard
