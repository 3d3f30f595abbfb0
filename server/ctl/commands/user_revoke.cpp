// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/user_revoke.h"

#include "server/auth/user_store.h"
#include "server/scripts/scripts.h"

namespace pressboard::server::ctl {

MadeCommand UserRevoke::make(const Arguments &arguments, const Tools &tools)
{
    return std::unique_ptr<Command>(new UserRevoke(tools, arguments.plain().first()));
}

UserRevoke::UserRevoke(const Tools &tools, QString name)
    : Command(tools)
    , m_name(std::move(name))
{
}

void UserRevoke::start()
{
    const auto seconds = std::chrono::seconds(UserStore::revokedKept).count();
    const QByteArrayList revoke{"EVAL",
                                scripts::revokeUser().text(),
                                "2",
                                m_tools.keys.users(),
                                m_tools.keys.revoked(),
                                m_name.toUtf8(),
                                QByteArray::number(qint64(seconds))};
    ask(revoke, [this](const redis::Reply &reply) {
        if (reply.integer == 0) {
            fail(QStringLiteral("There is no user %1; \"pressboardctl user list\" shows all.")
                     .arg(m_name));
            return;
        }
        ask({"PUBLISH", m_tools.keys.controlChannel(), UserStore::changedMessage.toByteArray()},
            [this](const redis::Reply &) {
                say(QStringLiteral("%1 is revoked; open connections close within 10 seconds.")
                        .arg(m_name));
                succeed();
            });
    });
}

} // namespace pressboard::server::ctl
