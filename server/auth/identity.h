// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace pressboard::server {

enum class Role { Viewer, Operator, Admin };

/// Who a session is and what it may do.
struct Identity
{
    QString user; ///< name, "wang"; "anonymous" for anonymous readers
    QString display; ///< "王芳"
    Role role = Role::Viewer;
    QStringList departments;
    bool anonymous = false;

    bool mayViewOrders() const;
    bool mayNotify() const;
    bool mayPublish() const;
    bool mayManage() const;
    QStringList permissions() const; ///< view_orders, notify, publish, manage
    /// user_<name>, role_<role>, dept_<department>…
    QSet<QString> groups() const;
    bool operator==(const Identity &) const = default;
};

} // namespace pressboard::server
