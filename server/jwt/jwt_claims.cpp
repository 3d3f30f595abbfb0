// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jwt/jwt_claims.h"

#include "server/auth/signed_tokens.h"
#include "server/auth/user_record.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"
#include "shared/base/object_reader.h"

#include <QJsonArray>

#include <optional>

namespace pressboard::server {

namespace {

using std::chrono::seconds;

std::optional<Moment> momentIn(const QJsonObject &claims, const char *name)
{
    const QJsonValue value = claims.value(QLatin1StringView(name));
    // A whole number of seconds, maybe with a fraction; nobody's codes end after the year 9999.
    constexpr double latest = 253'402'300'799;
    if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > latest)
        return std::nullopt;
    return Moment(seconds(qint64(value.toDouble())));
}

bool isFor(const QJsonValue &audience, const QString &ours)
{
    return audience.isArray() ? audience.toArray().contains(ours) : audience.toString() == ours;
}

std::optional<Error> checkTimes(const QJsonObject &claims, Moment now)
{
    const auto expires = momentIn(claims, "exp");
    if (!expires)
        return Error{QStringLiteral("it has no \"exp\"")};
    if (*expires <= now)
        return Error{QStringLiteral("it ended at %1").arg(toWire(*expires))};
    if (*expires > now + JwtClaims::longestLife)
        return Error{QStringLiteral("it lives longer than a day, until %1").arg(toWire(*expires))};
    const auto begins = momentIn(claims, "nbf");
    if (begins && *begins > now + JwtClaims::leeway)
        return Error{QStringLiteral("it begins only at %1").arg(toWire(*begins))};
    return std::nullopt;
}

std::optional<Error> checkParties(const QJsonObject &claims, const JwtOptions &options)
{
    if (!isFor(claims.value(u"aud"), options.audience))
        return Error{QStringLiteral("its \"aud\" is not jwt-audience, %1").arg(options.audience)};
    if (!options.issuer.isEmpty() && claims.value(u"iss").toString() != options.issuer)
        return Error{QStringLiteral("its \"iss\" is not jwt-issuer, %1").arg(options.issuer)};
    return std::nullopt;
}

Result<Role> roleIn(const QJsonObject &claims, const JwtOptions &options)
{
    const QJsonValue said = claims.value(options.roleClaim);
    if (said.isUndefined() || said.isNull())
        return Role::Viewer;
    const auto role = roleFromName(said.toString());
    if (!role)
        return Error{
            QStringLiteral("its \"%1\" is none of page, viewer, operator, publisher, admin")
                .arg(options.roleClaim)};
    if (*role > options.maxRole)
        return Error{QStringLiteral("it makes its user %1, and jwt-max-role is %2")
                         .arg(roleName(*role), roleName(options.maxRole))};
    return *role;
}

Result<QStringList> departmentsIn(const QJsonObject &claims, const JwtOptions &options)
{
    const QJsonValue said = claims.value(options.departmentsClaim);
    QStringList departments;
    for (const QJsonValue &one : said.toArray()) {
        const auto number = integerFrom(one);
        const QString name = number ? QString::number(*number) : one.toString();
        if (!isValidName(name))
            return Error{QStringLiteral("its \"%1\" has something else than names of letters, "
                                        "digits, '_', '.' and '-'")
                             .arg(options.departmentsClaim)};
        departments.append(name);
    }
    if (departments.size() > limits::groups)
        return Error{QStringLiteral("its \"%1\" has more than %2")
                         .arg(options.departmentsClaim)
                         .arg(limits::groups)};
    return departments;
}

Result<Identity> identityIn(const QJsonObject &claims, const JwtOptions &options)
{
    const QString subject = claims.value(u"sub").toString();
    Identity identity;
    identity.user = signedUserPrefix + subject;
    if (subject.isEmpty() || !isValidName(identity.user))
        return Error{
            QStringLiteral("its \"sub\" is not 1 to 86 letters, digits, '_', '.' and '-'")};
    const QString name = claims.value(options.nameClaim).toString();
    identity.display = (name.isEmpty() ? subject : name).left(limits::stepText);
    const auto role = roleIn(claims, options);
    if (!role)
        return role.error();
    const auto departments = departmentsIn(claims, options);
    if (!departments)
        return departments.error();
    identity.role = *role;
    identity.departments = *departments;
    return identity;
}

} // namespace

Result<JwtClaims> JwtClaims::read(const QByteArray &payload, const JwtOptions &options, Moment now)
{
    const auto claims = parseObject(payload, limits::jsonDepth);
    if (!claims)
        return Error{QStringLiteral("its claims are %1").arg(claims.error().message)};
    if (const auto error = checkTimes(*claims, now))
        return *error;
    if (const auto error = checkParties(*claims, options))
        return *error;
    auto identity = identityIn(*claims, options);
    if (!identity)
        return identity.error();
    return JwtClaims{std::move(identity).value(), *momentIn(*claims, "exp")};
}

} // namespace pressboard::server
