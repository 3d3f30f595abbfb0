// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/user_list.h"

#include "server/auth/user_record.h"

#include <QMap>

namespace pressboard::server::ctl {

MadeCommand UserList::make(const Arguments &, const Tools &tools)
{
    return std::unique_ptr<Command>(new UserList(tools));
}

void UserList::start()
{
    ask({"HGETALL", m_tools.keys.users()}, [this](const redis::Reply &reply) {
        QMap<QString, QByteArray> sorted;
        for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2)
            sorted.insert(QString::fromUtf8(reply.items[i].text), reply.items[i + 1].text);
        for (auto user = sorted.cbegin(); user != sorted.cend(); ++user)
            say(lineOf(user.key(), user.value()));
        if (sorted.isEmpty()) {
            m_tools.err << "There is no user yet: \"pressboardctl user add NAME\", or start "
                           "pressboard-server, which adds the first admin."
                        << Qt::endl;
        }
        succeed();
    });
}

QString UserList::lineOf(const QString &name, const QByteArray &json) const
{
    const auto user = UserRecord::fromJson(name, json);
    if (!user)
        return QStringLiteral("%1 cannot be read: %2").arg(name, user.error().message);
    QStringList parts{name.leftJustified(16), roleName(user->role).leftJustified(8)};
    if (!user->departments.isEmpty())
        parts.append(user->departments.join(u','));
    if (!user->display.isEmpty() && user->display != name)
        parts.append(user->display);
    if (user->tokens.isEmpty())
        parts.append(QStringLiteral("(no token: cannot come in)"));
    else if (user->tokens.first().created)
        parts.append(
            QStringLiteral("since ")
            + dateAt(*user->tokens.first().created, m_tools.config.timezone).toString(Qt::ISODate));
    return parts.join(u' ');
}

} // namespace pressboard::server::ctl
