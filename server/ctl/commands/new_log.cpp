// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/new_log.h"

namespace pressboard::server::ctl {

MadeCommand BeginNewLog::make(const Arguments &, const Tools &tools)
{
    return std::unique_ptr<Command>(new BeginNewLog(tools));
}

BeginNewLog::BeginNewLog(const Tools &tools)
    : Command(tools)
    , m_newLog(tools.redis, tools.keys, tools.reading)
{
    connect(&m_newLog, &NewLog::finished, this, [this](const QString &archive) {
        say(QStringLiteral("A new log has begun, with every order as it was. The old stream is "
                           "kept as %1; delete it when nobody needs it.")
                .arg(archive));
        succeed();
    });
    connect(&m_newLog, &NewLog::failed, this, [this](const Error &error) {
        fail(QStringLiteral("The log is as it was. ") + error.message);
    });
}

void BeginNewLog::start()
{
    m_newLog.run(dateAt(m_tools.clock.now(), m_tools.config.timezone));
}

} // namespace pressboard::server::ctl
