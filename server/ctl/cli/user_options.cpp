// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/user_options.h"

#include "server/auth/user_record.h"

namespace pressboard::server::ctl::user_options {

Error notAName(const QString &option, const QString &name)
{
    return Error{QStringLiteral("%1: \"%2\" is not 1 to 90 letters, digits, '_', '.' or '-'; any "
                                "other name goes into --display")
                     .arg(option, name)};
}

Result<Role> role(const Arguments &arguments)
{
    const QString name = arguments.value("role", QStringLiteral("viewer"));
    const auto role = roleFromName(name);
    if (role)
        return *role;
    return Error{
        QStringLiteral("--role: found \"%1\", expected admin, operator, viewer, publisher or "
                       "page")
            .arg(name)};
}

Result<QStringList> departments(const Arguments &arguments)
{
    QStringList departments = arguments.values("department");
    departments.removeAll(QString());
    for (const QString &department : departments) {
        if (!isValidName(department))
            return notAName(QStringLiteral("--department"), department);
    }
    return departments;
}

} // namespace pressboard::server::ctl::user_options
