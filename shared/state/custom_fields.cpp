// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/custom_fields.h"

#include "shared/base/limits.h"
#include "shared/base/time.h"
#include "shared/state/fields.h"

#include <algorithm>
#include <iterator>

namespace pressboard {
namespace {

using Type = CustomField::Type;

constexpr QLatin1StringView typeNames[] = {QLatin1StringView("text"), QLatin1StringView("number"),
                                           QLatin1StringView("date"), QLatin1StringView("link")};

bool isDate(const QString &text)
{
    return text.size() == 10 && dateFromText(text).isValid();
}

/// The others of events and rows: IDs, what apply() keeps, and what says how an event is meant.
constexpr QLatin1StringView otherMembers[] = {
    QLatin1StringView("order_id"),
    QLatin1StringView("progress_id"),
    QLatin1StringView("status_display"),
    QLatin1StringView("status_since"),
    QLatin1StringView("created_at"),
    QLatin1StringView("completed_at"),
    QLatin1StringView("touched"),
    QLatin1StringView("stub"),
    QLatin1StringView("groups"),
    QLatin1StringView("steps"),
    QLatin1StringView("fields"),
    QLatin1StringView("action"),
    QLatin1StringView("created"),
    QLatin1StringView("timestamp"),
    QLatin1StringView("as_of"),
    QLatin1StringView("gone"),
    QLatin1StringView("type"),
    QLatin1StringView("id"),
    QLatin1StringView("src"),
    QLatin1StringView("data"),
};

constexpr QLatin1StringView forbiddenSchemes[] = {
    QLatin1StringView("javascript"),  QLatin1StringView("livescript"),
    QLatin1StringView("vbscript"),    QLatin1StringView("data"),
    QLatin1StringView("file"),        QLatin1StringView("filesystem"),
    QLatin1StringView("blob"),        QLatin1StringView("about"),
    QLatin1StringView("jar"),         QLatin1StringView("mhtml"),
    QLatin1StringView("view-source"), QLatin1StringView("chrome"),
    QLatin1StringView("resource"),    QLatin1StringView("res"),
    QLatin1StringView("qrc"),         QLatin1StringView("its"),
    QLatin1StringView("help"),        QLatin1StringView("hcp"),
    QLatin1StringView("shell"),       QLatin1StringView("search"),
    QLatin1StringView("search-ms"),   QLatin1StringView("smb"),
    QLatin1StringView("cifs"),        QLatin1StringView("ldap"),
};

template<typename Names, typename Name> bool isAmong(const Names &names, const Name &name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

template<typename Row> bool isFieldOf(const QList<Field<Row>> &fields, QStringView name)
{
    return std::any_of(fields.begin(), fields.end(),
                       [name](const Field<Row> &field) { return field.name == name; });
}

/// No blank and nothing that is not seen; no letter that only looks like another one, either: what
/// stands there is what is opened.
bool isPlainAddress(const QString &text)
{
    return !text.isEmpty() && text.size() <= limits::customLink
        && std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

bool isWeb(const QString &scheme)
{
    return scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https");
}

} // namespace

std::optional<CustomValue> CustomField::read(const QJsonValue &value, int maxLength) const
{
    if (value.isNull() || (value.isString() && value.toString().isEmpty()))
        return CustomValue();
    const CustomValue read = value.isDouble()
        ? CustomValue(value.toDouble())
        : CustomValue(type == Type::Text ? wire::rowText(value.toString(), maxLength)
                                         : value.toString());
    return admits(read) ? std::optional(read) : std::nullopt;
}

bool CustomField::admits(const CustomValue &value) const
{
    const QString *text = value.text();
    switch (type) {
    case Type::Text:
        return text != nullptr;
    case Type::Number:
        return value.number() != nullptr;
    case Type::Date:
        return text != nullptr && isDate(*text);
    case Type::Link:
        return text != nullptr && !linkFrom(*text, schemes).isEmpty();
    }
    return false;
}

QUrl CustomField::link(const CustomValue &value) const
{
    return type == Type::Link && value.text() ? linkFrom(*value.text(), schemes) : QUrl();
}

QLatin1StringView nameOf(CustomField::Type type)
{
    return typeNames[int(type)];
}

std::optional<CustomField::Type> customTypeFromName(QStringView name)
{
    const auto found = std::find(std::begin(typeNames), std::end(typeNames), name);
    if (found == std::end(typeNames))
        return std::nullopt;
    return Type(found - std::begin(typeNames));
}

bool isStandardMember(QStringView name)
{
    return isAmong(otherMembers, name) || isFieldOf(orderFields(), name)
        || isFieldOf(stepFields(), name);
}

bool isForbiddenScheme(const QString &scheme)
{
    const bool isDrive = scheme.size() == 1; // of Windows, C:
    return isDrive || isAmong(forbiddenSchemes, scheme)
        || scheme.startsWith(QLatin1StringView("ms-"));
}

QUrl linkFrom(const QString &text, const QStringList &schemes)
{
    if (!isPlainAddress(text))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || scheme.isEmpty() || isForbiddenScheme(scheme))
        return {};
    if (isWeb(scheme))
        return url.host().isEmpty() ? QUrl() : url;
    return schemes.contains(scheme) ? url : QUrl();
}

CustomValues pruned(const CustomValues &values, const QList<CustomField> &fields)
{
    CustomValues kept;
    for (const CustomField &field : fields) {
        const CustomValue value = values.value(field.name);
        if (field.admits(value))
            kept.set(field.name, value);
    }
    return kept;
}

} // namespace pressboard
