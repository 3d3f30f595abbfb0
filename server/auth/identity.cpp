// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/identity.h"

namespace pressboard::server {

QString roleName(Role role)
{
    switch (role) {
    case Role::Admin:
        return QStringLiteral("admin");
    case Role::Operator:
        return QStringLiteral("operator");
    case Role::Publisher:
        return QStringLiteral("publisher");
    case Role::Page:
        return QStringLiteral("page");
    case Role::Viewer:
        break;
    }
    return QStringLiteral("viewer");
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const Role role :
         {Role::Page, Role::Viewer, Role::Operator, Role::Publisher, Role::Admin}) {
        if (name == roleName(role))
            return role;
    }
    return std::nullopt;
}

Identity Identity::anonymousReader()
{
    Identity reader;
    reader.user = QStringLiteral("anonymous");
    reader.anonymous = true;
    return reader;
}

bool Identity::mayViewOrders() const
{
    return seesOrders;
}

bool Identity::mayNotify() const
{
    return role == Role::Operator || mayPublish();
}

bool Identity::mayPublish() const
{
    return role == Role::Admin || role == Role::Publisher;
}

bool Identity::isAnybody() const
{
    return role == Role::Page || anonymous;
}

bool Identity::mayManage() const
{
    return role == Role::Admin;
}

QStringList Identity::permissions() const
{
    QStringList result;
    if (mayViewOrders())
        result << QStringLiteral("view_orders");
    if (mayNotify())
        result << QStringLiteral("notify");
    if (mayPublish())
        result << QStringLiteral("publish");
    if (mayManage())
        result << QStringLiteral("manage");
    return result;
}

QSet<QString> Identity::groups() const
{
    if (anonymous)
        return {};
    QSet<QString> result{ownGroup(), QLatin1StringView("role_") + roleName(role)};
    for (const QString &group : departmentGroups())
        result.insert(group);
    return result;
}

QString Identity::ownGroup() const
{
    return QLatin1StringView("user_") + user;
}

QStringList Identity::departmentGroups() const
{
    QStringList result;
    for (const QString &department : departments)
        result << QLatin1StringView("dept_") + department;
    return result;
}

} // namespace pressboard::server
