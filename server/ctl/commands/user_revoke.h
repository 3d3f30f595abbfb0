// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `user revoke NAME`: whoever is connected with that user's token is out within ten seconds.
class UserRevoke final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    UserRevoke(const Tools &tools, QString name);

    QString m_name;
};

} // namespace pressboard::server::ctl
