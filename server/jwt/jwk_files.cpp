// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jwt/jwk_files.h"

#include "shared/base/json_text.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr qint64 mostBytes = 256 * 1024;
constexpr int setDepth = 8;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    return file.read(mostBytes);
}

bool isAllowed(const Jwk &key, const JwtOptions &options)
{
    return options.algorithms.contains(QLatin1StringView(key.algorithm()));
}

void readKey(const JwtOptions &options, JwkFiles &files)
{
    const auto content = contentOf(options.keyFile);
    const auto key = content ? Jwk::fromFile(*content) : Result<Jwk>(content.error());
    if (!key) {
        files.problems.append(QStringLiteral("jwt-key: found %1").arg(key.error().message));
    } else if (!isAllowed(*key, options)) {
        files.problems.append(
            QStringLiteral("jwt-key: found a key for %1, which jwt-algorithms does "
                           "not name")
                .arg(QLatin1StringView(key->algorithm())));
    } else {
        files.keys.append(*key);
    }
}

void readKeySet(const JwtOptions &options, JwkFiles &files)
{
    const auto content = contentOf(options.keySetFile);
    const auto set = content ? parseObject(*content, setDepth) : content.error();
    if (!set) {
        files.problems.append(QStringLiteral("jwt-jwks: found %1").arg(set.error().message));
        return;
    }
    qsizetype usable = 0;
    for (const QJsonValue &value : set->value(u"keys").toArray()) {
        const auto key = Jwk::fromJson(value.toObject());
        if (!key || !isAllowed(*key, options))
            continue;
        files.keys.append(*key);
        ++usable;
    }
    if (usable == 0)
        files.problems.append(QStringLiteral("jwt-jwks: found no key in %1 that is one of "
                                             "jwt-algorithms")
                                  .arg(options.keySetFile));
}

QStringList missingSettings(const JwtOptions &options)
{
    QStringList all;
    for (const QString &algorithm : options.algorithms) {
        static const QStringList known{QStringLiteral("HS256"), QStringLiteral("RS256"),
                                       QStringLiteral("ES256")};
        if (!known.contains(algorithm))
            all.append(QStringLiteral("jwt-algorithms: found %1, expected HS256, RS256 or ES256")
                           .arg(algorithm));
    }
    if (options.keyFile.isEmpty() && options.keySetFile.isEmpty())
        all.append(QStringLiteral("jwt-key: found nothing, expected a file, here or for jwt-jwks: "
                                  "jwt-algorithms is set"));
    if (options.audience.isEmpty())
        all.append(QStringLiteral("jwt-audience: found nothing, expected what the codes' \"aud\" "
                                  "says, such as pressboard: jwt-algorithms is set"));
    return all;
}

} // namespace

JwkFiles JwkFiles::read(const JwtOptions &options)
{
    JwkFiles files;
    if (options.algorithms.isEmpty())
        return files;
    files.problems = missingSettings(options);
    if (!options.keyFile.isEmpty())
        readKey(options, files);
    if (!options.keySetFile.isEmpty())
        readKeySet(options, files);
    return files;
}

} // namespace pressboard::server
