// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/user_record.h"

#include "shared/base/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr QLatin1StringView displayKey{"display"};
constexpr QLatin1StringView roleKey{"role"};
constexpr QLatin1StringView departmentsKey{"departments"};
constexpr QLatin1StringView tokensKey{"tokens"};
constexpr QLatin1StringView hashKey{"hash"};
constexpr QLatin1StringView createdKey{"created"};
constexpr QLatin1StringView viewOrdersKey{"view_orders"};
constexpr qsizetype hashLength = 64; // SHA-256 in hex

Error wrong(const QString &name, const QString &what)
{
    return Error{QStringLiteral("User \"%1\": %2.").arg(name, what)};
}

QJsonObject tokenToJson(const UserRecord::Token &token)
{
    QJsonObject object{{hashKey, QString::fromLatin1(token.hash)}};
    if (token.created)
        object.insert(createdKey, toWire(*token.created));
    return object;
}

std::optional<UserRecord::Token> tokenFromJson(const QJsonObject &object)
{
    UserRecord::Token token;
    token.hash = object.value(hashKey).toString().toLatin1().toLower();
    if (token.hash.size() != hashLength)
        return std::nullopt;
    token.created = momentFromText(object.value(createdKey).toString(), QTimeZone::utc());
    return token;
}

Result<QStringList> departmentsFromJson(const QString &user, const QJsonArray &array)
{
    QStringList departments;
    for (const QJsonValue &value : array) {
        const QString department = value.toString();
        if (!isValidName(department))
            return wrong(user,
                         QStringLiteral("\"departments\" has \"%1\", which is not a name of "
                                        "1 to 90 letters, digits, '_', '.' or '-'")
                             .arg(department));
        departments << department;
    }
    return departments;
}

Result<QList<UserRecord::Token>> tokensFromJson(const QString &user, const QJsonArray &array)
{
    QList<UserRecord::Token> tokens;
    for (const QJsonValue &value : array) {
        const auto token = tokenFromJson(value.toObject());
        if (!token)
            return wrong(user,
                         QStringLiteral("\"tokens\" has an entry whose \"hash\" is not a "
                                        "SHA-256 in hex"));
        tokens << *token;
    }
    return tokens;
}

} // namespace

bool isValidName(QStringView name)
{
    if (name.isEmpty() || name.size() > limits::groupNameLength)
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'_' || c == u'.' || c == u'-';
    });
}

Identity UserRecord::identity() const
{
    Identity identity;
    identity.user = name;
    identity.display = display.isEmpty() ? name : display;
    identity.role = role;
    identity.departments = departments;
    identity.seesOrders = viewOrders;
    return identity;
}

QByteArray UserRecord::toJson() const
{
    QJsonArray tokenList;
    for (const Token &token : tokens)
        tokenList << tokenToJson(token);
    QJsonObject object{{displayKey, display},
                       {roleKey, roleName(role)},
                       {departmentsKey, QJsonArray::fromStringList(departments)},
                       {tokensKey, tokenList}};
    if (!viewOrders)
        object.insert(viewOrdersKey, false);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<UserRecord> UserRecord::fromJson(const QString &name, const QByteArray &json)
{
    if (!isValidName(name))
        return wrong(name,
                     QStringLiteral("the name must be 1 to 90 letters, digits, '_', '.' or '-'"));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return wrong(name, QStringLiteral("the record is not a JSON object"));
    const QJsonObject object = document.object();
    const auto role = roleFromName(object.value(roleKey).toString());
    if (!role)
        return wrong(name, QStringLiteral("\"role\" must be admin, operator, viewer or page"));
    const auto departments = departmentsFromJson(name, object.value(departmentsKey).toArray());
    if (!departments)
        return departments.error();
    const auto tokens = tokensFromJson(name, object.value(tokensKey).toArray());
    if (!tokens)
        return tokens.error();

    UserRecord record;
    record.name = name;
    record.display = object.value(displayKey).toString();
    record.role = *role;
    record.departments = *departments;
    record.tokens = *tokens;
    record.viewOrders = object.value(viewOrdersKey).toBool(true);
    return record;
}

} // namespace pressboard::server
