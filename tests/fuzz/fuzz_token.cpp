// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jwt/jwt_claims.h"
#include "server/jwt/jwt_login.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::server;

namespace {

/// Believes a secret, and the keys of others beside it.
struct Believer
{
    Believer()
    {
        QFile file(dir.filePath(QStringLiteral("secret")));
        if (!file.open(QIODevice::WriteOnly)
            || file.write("a secret that is long enough, surely") < 0)
            std::abort();
        file.close();
        JwtOptions options;
        options.algorithms = {QStringLiteral("HS256"), QStringLiteral("RS256")};
        options.audience = QStringLiteral("pressboard");
        options.keyFile = file.fileName();
        if (!login.setUp(options).isEmpty())
            std::abort();
    }

    test::ManualClock clock;
    QTemporaryDir dir;
    JwtLogin login{clock};
};

} // namespace

/// A code that somebody comes with: whatever it is, it makes nobody of somebody whose code was not
/// signed. The corpus has codes of jwt.li that are, by a key that nobody believes here, and one by
/// the key that is believed, which ended long ago.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const Believer believer;
    const QByteArrayView token(reinterpret_cast<const char *>(bytes), qsizetype(size));
    believer.login.mayBeOne(token);
    const auto login = believer.login.login(token);
    if (login || login.error().message.isEmpty())
        std::abort();
    // What stands in it is read as well, as if it had been signed.
    const auto claims = JwtClaims::read(token.toByteArray(), {}, believer.clock.now());
    if (claims && !claims->identity.user.startsWith(signedUserPrefix))
        std::abort();
    return 0;
}
