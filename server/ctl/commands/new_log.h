// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/writer/maintenance.h"

namespace pressboard::server::ctl {

/// `new-log`: puts the stream aside and goes on with an empty one; no board loses an order.
class BeginNewLog final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    explicit BeginNewLog(const Tools &tools);

    NewLog m_newLog;
};

} // namespace pressboard::server::ctl
