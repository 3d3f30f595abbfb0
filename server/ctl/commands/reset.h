// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `reset --yes`: an empty log. Without --yes it only says what it would do.
class Reset final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    using Command::Command;
    void start() override;
};

} // namespace pressboard::server::ctl
