// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::server {

enum class Role {
    Page, ///< for codes that a proxy adds to web pages: anybody may have it, and only reads
    Viewer,
    Operator,
    Publisher, ///< for programs: says what happened, to everybody, and manages nothing
    Admin,
};

/// "page", "viewer", "operator", "publisher", "admin": in the users' records and in role_<role>.
QString roleName(Role role);
std::optional<Role> roleFromName(QStringView name);

/// Who a session is and what it may do.
struct Identity
{
    QString user; ///< name, "wang"; "anonymous" for anonymous readers
    QString display; ///< "王芳"
    Role role = Role::Viewer;
    QStringList departments;
    bool anonymous = false;
    /// A user may be kept to notices only: no orders, no numbers.
    bool seesOrders = true;

    /// Somebody without a token, where the configuration lets such people read.
    static Identity anonymousReader();

    bool mayViewOrders() const;
    bool mayNotify() const; ///< an operator: its own departments only
    bool mayPublish() const;
    /// Nobody in particular: a reader without a code, or with one that a proxy adds for whoever
    /// comes. It writes nothing at all, not even a test to itself.
    bool isAnybody() const;
    bool mayManage() const;
    QStringList permissions() const; ///< view_orders, notify, publish, manage
    /// user_<name>, role_<role>, dept_<department>…; none for an anonymous reader, who sees
    /// what everyone may see.
    QSet<QString> groups() const;
    QString ownGroup() const; ///< user_<name>
    QStringList departmentGroups() const; ///< dept_<department>…
    bool operator==(const Identity &) const = default;
};

} // namespace pressboard::server
