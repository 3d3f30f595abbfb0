// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/reset.h"

#include "server/writer/maintenance.h"

namespace pressboard::server::ctl {

MadeCommand Reset::make(const Arguments &arguments, const Tools &tools)
{
    if (!arguments.has("yes")) {
        return Error{QStringLiteral("This deletes every order and every event of the log; users "
                                    "stay. Say --yes if that is what you want.")};
    }
    return std::unique_ptr<Command>(new Reset(tools));
}

void Reset::start()
{
    resetLog(m_tools.redis, m_tools.keys, this, [this](const Result<QString> &epoch) {
        if (!epoch) {
            fail(QStringLiteral("The log was not reset. ") + epoch.error().message);
            return;
        }
        say(QStringLiteral("The log is empty now, under the new epoch %1; every board is told.")
                .arg(*epoch));
        succeed();
    });
}

} // namespace pressboard::server::ctl
