// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ctl/status/status_facts.h"

namespace pressboard::server::ctl {

/// `status`: asks Redis everything at once, then reports in people's words.
class Status final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    using Command::Command;
    void start() override;

private:
    /// The next answer to wait for; `read` reads it into the facts.
    void gather(const QByteArrayList &arguments, Answered read);
    void askForLogState();
    void readServers(const redis::Reply &names);
    void answered();
    void report();

    StatusFacts m_facts;
    int m_awaited = 0;
};

} // namespace pressboard::server::ctl
