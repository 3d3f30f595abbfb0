// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jwt/jwt_login.h"

#include "server/jwt/jwk_files.h"
#include "server/jwt/jwt_claims.h"
#include "shared/base/json_text.h"

#include <QJsonObject>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr int headerDepth = 4;

/// What stands before the first dot; empty when that is no JSON.
QJsonObject headerOf(const QByteArray &token)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        token.first(std::max<qsizetype>(token.indexOf('.'), 0)),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto header = parseObject(decoded ? *decoded : QByteArray(), headerDepth);
    return header ? *header : QJsonObject();
}

} // namespace

JwtLogin::JwtLogin(const Clock &clock)
    : m_clock(clock)
{
}

QStringList JwtLogin::setUp(const JwtOptions &options)
{
    JwkFiles files = JwkFiles::read(options);
    if (!files.problems.isEmpty())
        return files.problems;
    m_options = options;
    m_keys = std::move(files.keys);
    return {};
}

/// Three parts with dots between them: our own codes have none.
bool JwtLogin::mayBeOne(QByteArrayView token) const
{
    return std::count(token.begin(), token.end(), '.') == 2;
}

Result<Login> JwtLogin::login(QByteArrayView token) const
{
    if (!isOn())
        return Error{QStringLiteral("jwt-algorithms is not set")};
    if (token.size() > mostBytes)
        return Error{QStringLiteral("it has more than %1 bytes").arg(mostBytes)};
    const QByteArray text = token.toByteArray();
    const auto key = keyFor(text);
    if (!key)
        return key.error();
    const auto payload = key->verified(text);
    if (!payload)
        return payload.error();
    auto claims = JwtClaims::read(*payload, m_options, m_clock.now());
    if (!claims)
        return claims.error();
    return Login{std::move(claims.value().identity), Grant{claims->expires, key->fingerprint()}};
}

/// By what its header says, and nothing but: that must not choose how it is checked, only which of
/// our keys it names. One without `kid` needs the only key of its algorithm.
Result<Jwk> JwtLogin::keyFor(const QByteArray &token) const
{
    const QJsonObject header = headerOf(token);
    if (header.contains(u"crit"))
        return Error{QStringLiteral("its \"crit\" wants what nobody here understands")};
    const QByteArray algorithm = header.value(u"alg").toString().toUtf8();
    const QByteArray id = header.value(u"kid").toString().toUtf8();
    QList<Jwk> fitting;
    for (const Jwk &key : m_keys) {
        if (key.algorithm() == algorithm && (key.id() == id || key.id().isEmpty() || id.isEmpty()))
            fitting.append(key);
    }
    if (fitting.isEmpty())
        return Error{QStringLiteral("no key here has its algorithm and \"kid\"")};
    const auto named = std::find_if(fitting.begin(), fitting.end(),
                                    [&id](const Jwk &key) { return key.id() == id; });
    if (named == fitting.end() && fitting.size() > 1)
        return Error{QStringLiteral("it has no \"kid\", and several keys here may be meant")};
    return named == fitting.end() ? fitting.first() : *named;
}

bool JwtLogin::isTrusted(const Grant &grant) const
{
    return std::any_of(m_keys.begin(), m_keys.end(),
                       [&grant](const Jwk &key) { return key.fingerprint() == grant.key; });
}

} // namespace pressboard::server
