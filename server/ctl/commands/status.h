// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ctl/status/ops_probe.h"
#include "server/ctl/status/other_redis.h"
#include "server/ctl/status/server_question.h"
#include "server/ctl/status/status_facts.h"

namespace pressboard::server::ctl {

/// `status`: asks Redis and the servers everything at once, then reports in people's words.
class Status final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    Status(bool asJson, const Tools &tools);
    void start() override;

private:
    /// The next answer to wait for; `read` reads it into the facts.
    void gather(const QByteArrayList &arguments, Answered read);
    void askForLogState();
    void askServers();
    void answered();
    void askOtherRedis();
    void report();

    bool m_asJson;
    OpsProbe m_ops;
    ServerQuestion m_servers;
    OtherRedis m_other;
    StatusFacts m_facts;
    QByteArray m_otherRunId; ///< of a Redis on this machine's usual port that holds a log
    int m_awaited = 0;
};

} // namespace pressboard::server::ctl
