// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/custom_field_settings.h"

#include "server/config/settings_object.h"
#include "shared/base/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView titleKey("title");
constexpr QLatin1StringView ofKey("of");
constexpr QLatin1StringView typeKey("type");
constexpr QLatin1StringView schemesKey("schemes");
constexpr QLatin1StringView orderWord("order");
constexpr QLatin1StringView stepWord("step");

QString quoted(const QString &text)
{
    return u'"' + text + u'"';
}

/// As CRMs call their members: letters of any language, and what stands between them.
bool isName(const QString &text)
{
    const auto mayBeIn = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
    };
    return !text.isEmpty() && text.size() <= limits::customName
        && std::all_of(text.begin(), text.end(), mayBeIn);
}

bool isScheme(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9+.-]{1,31}$"));
    return form.match(text).hasMatch();
}

QStringList typeNames()
{
    using Type = CustomField::Type;
    return {nameOf(Type::Text), nameOf(Type::Number), nameOf(Type::Date), nameOf(Type::Link)};
}

void checkName(SettingsObject &object, const QString &name)
{
    if (!isName(name)) {
        object.fail(nameKey, quoted(name),
                    QStringLiteral("the member's name in the CRM's events: 1 to %1 letters, "
                                   "digits, '_', '-' and '.'")
                        .arg(limits::customName));
    } else if (isStandardMember(name)) {
        object.fail(nameKey, quoted(name),
                    QStringLiteral("a member that the board does not know yet; this one has a "
                                   "meaning already (PROTOCOL.md, section 5)"));
    }
}

void checkSchemes(SettingsObject &object, const CustomField &field, bool areGiven)
{
    if (areGiven && field.type != CustomField::Type::Link)
        object.fail(schemesKey, QStringLiteral("some"), QStringLiteral("them at links only"));
    for (const QString &scheme : field.schemes) {
        if (!isScheme(scheme))
            object.fail(schemesKey, quoted(scheme),
                        QStringLiteral("the beginning of addresses in small letters, without the "
                                       "colon, such as \"ftp\""));
        else if (isForbiddenScheme(scheme))
            object.fail(schemesKey, quoted(scheme),
                        QStringLiteral("one that may be opened; this one never is, because it "
                                       "runs what it carries or opens this computer's files"));
    }
}

/// Every step and every order has a name of a field once.
Result<CustomField> fieldFrom(const QJsonObject &json, CustomFields &fields)
{
    SettingsObject object(json);
    CustomField field;
    field.name = object.text(nameKey);
    checkName(object, field.name);
    field.title = object.text(titleKey, field.name).simplified();
    if (field.title.isEmpty() || field.title.size() > limits::stationText)
        object.fail(titleKey, quoted(field.title),
                    QStringLiteral("what people read, at most %1 characters, such as 纸张")
                        .arg(limits::stationText));
    const QString of = object.word(ofKey, {orderWord, stepWord}, orderWord);
    const QString type = object.word(typeKey, typeNames(), nameOf(field.type));
    field.type = customTypeFromName(type).value_or(CustomField::Type::Text);
    field.schemes = object.words(schemesKey, {}, {});
    checkSchemes(object, field, json.contains(schemesKey));
    if (const QString mistake = object.mistake(); !mistake.isEmpty())
        return Error{mistake};
    QList<CustomField> &list = of == stepWord ? fields.ofSteps : fields.ofOrders;
    if (std::any_of(list.begin(), list.end(),
                    [&field](const CustomField &known) { return known.name == field.name; }))
        return Error{QStringLiteral("name: found %1 for a second time, expected each name once "
                                    "for orders and once for steps")
                         .arg(quoted(field.name))};
    if (list.size() >= limits::customFields)
        return Error{QStringLiteral("found more than %1 fields of %2s, expected at most so many")
                         .arg(limits::customFields)
                         .arg(of)};
    list.append(field);
    return field;
}

QJsonObject toJson(const CustomField &field, QLatin1StringView of)
{
    QJsonObject object{
        {nameKey, field.name}, {titleKey, field.title}, {ofKey, of}, {typeKey, nameOf(field.type)}};
    if (!field.schemes.isEmpty())
        object.insert(schemesKey, QJsonArray::fromStringList(field.schemes));
    return object;
}

} // namespace

Result<CustomFields> customFieldsFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return Error{QStringLiteral("found no list, expected tables [[fields]]")};
    CustomFields fields;
    const QJsonArray tables = document.array();
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const auto field = fieldFrom(tables.at(i).toObject(), fields);
        if (!field)
            return Error{QStringLiteral("table %1: %2").arg(i + 1).arg(field.error().message)};
    }
    return fields;
}

QByteArray toJson(const CustomFields &fields)
{
    QJsonArray array;
    for (const CustomField &field : fields.ofOrders)
        array.append(toJson(field, orderWord));
    for (const CustomField &field : fields.ofSteps)
        array.append(toJson(field, stepWord));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace pressboard::server
