// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/user_token.h"

#include "server/auth/token.h"

namespace pressboard::server::ctl {

MadeCommand UserToken::make(const Arguments &arguments, const Tools &tools)
{
    return std::unique_ptr<Command>(new UserToken(tools, arguments.plain().first()));
}

UserToken::UserToken(const Tools &tools, const QString &name)
    : UserChange(tools, name)
    , m_token(newToken())
{
}

void UserToken::change(UserRecord &user)
{
    user.tokens = {{tokenHash(m_token.toLatin1()), m_tools.clock.now()}};
}

void UserToken::tell()
{
    say(m_token);
    warn(QStringLiteral("Shown only this once. The old code is good for nothing any more; whoever "
                        "is connected with it is out within 10 seconds."));
}

} // namespace pressboard::server::ctl
