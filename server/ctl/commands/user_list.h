// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `user list`: who may come in, as what. Tokens are kept nowhere and cannot be listed.
class UserList final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    using Command::Command;
    void start() override;

private:
    QString lineOf(const QString &name, const QByteArray &json) const;
};

} // namespace pressboard::server::ctl
