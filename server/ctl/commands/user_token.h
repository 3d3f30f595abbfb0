// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/commands/user_change.h"

namespace pressboard::server::ctl {

/// `user token`: a new code in place of all that the user had; what it may stays as it is.
class UserToken final : public UserChange
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

protected:
    void change(UserRecord &user) override;
    void tell() override;

private:
    UserToken(const Tools &tools, const QString &name);

    const QString m_token;
};

} // namespace pressboard::server::ctl
