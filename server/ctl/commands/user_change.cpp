// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/user_change.h"

#include "server/auth/user_store.h"

namespace pressboard::server::ctl {

static const QByteArray writeIfAsBefore =
    QByteArrayLiteral("if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end\n"
                      "redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])\n"
                      "return 1");

UserChange::UserChange(const Tools &tools, QString name)
    : Command(tools)
    , m_name(std::move(name))
{
}

void UserChange::start()
{
    ask({"HGET", m_tools.keys.users(), m_name.toUtf8()}, [this](const redis::Reply &reply) {
        if (reply.isNil()) {
            fail(QStringLiteral("There is no user %1; \"pressboardctl user list\" shows all.")
                     .arg(m_name));
            return;
        }
        auto user = UserRecord::fromJson(m_name, reply.text);
        if (!user) {
            fail(user.error().message + QStringLiteral(" Revoke that user, and add it again."));
            return;
        }
        change(user.value());
        write(reply.text, *user);
    });
}

void UserChange::write(const QByteArray &before, const UserRecord &user)
{
    ask({"EVAL", writeIfAsBefore, "1", m_tools.keys.users(), m_name.toUtf8(), before,
         user.toJson()},
        [this](const redis::Reply &reply) {
            if (reply.integer == 0) {
                fail(QStringLiteral("Somebody changed %1 just now: try again.").arg(m_name));
                return;
            }
            ask({"PUBLISH", m_tools.keys.controlChannel(), UserStore::changedMessage.toByteArray()},
                [this](const redis::Reply &) {
                    tell();
                    succeed();
                });
        });
}

} // namespace pressboard::server::ctl
