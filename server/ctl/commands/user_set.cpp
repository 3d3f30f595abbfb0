// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/user_set.h"

#include "server/ctl/cli/user_options.h"

namespace pressboard::server::ctl {

MadeCommand UserSet::make(const Arguments &arguments, const Tools &tools)
{
    Changes changes;
    if (arguments.has("display"))
        changes.display = arguments.value("display");
    if (arguments.has("role")) {
        const auto role = user_options::role(arguments);
        if (!role)
            return role.error();
        changes.role = *role;
    }
    if (arguments.has("department")) {
        const auto departments = user_options::departments(arguments);
        if (!departments)
            return departments.error();
        changes.departments = *departments;
    }
    if (!changes.display && !changes.role && !changes.departments)
        return Error{QStringLiteral("There is nothing to set.")};
    return std::unique_ptr<Command>(new UserSet(tools, arguments.plain().first(), changes));
}

UserSet::UserSet(const Tools &tools, const QString &name, Changes changes)
    : UserChange(tools, name)
    , m_changes(std::move(changes))
{
}

void UserSet::change(UserRecord &user)
{
    user.display = m_changes.display.value_or(user.display);
    user.role = m_changes.role.value_or(user.role);
    user.departments = m_changes.departments.value_or(user.departments);
}

void UserSet::tell()
{
    say(QStringLiteral("%1 is changed; open connections come back with it within 10 seconds.")
            .arg(name()));
}

} // namespace pressboard::server::ctl
