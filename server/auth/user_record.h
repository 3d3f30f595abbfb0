// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QList>

namespace pressboard::server {

/// One user: the field `name` of the hash `pressboard:users`, whose value is the JSON
/// {"display", "role", "departments": […], "tokens": [{"hash", "created"}…], "view_orders"}.
struct UserRecord
{
    struct Token
    {
        QByteArray hash; ///< tokenHash(); the token itself is kept nowhere
        OptionalMoment created;
        bool operator==(const Token &) const = default;
    };

    QString name; ///< [A-Za-z0-9_.-]{1,90}
    QString display; ///< anything; empty means the name
    Role role = Role::Viewer;
    QStringList departments; ///< names as above
    QList<Token> tokens; ///< any of them lets the user in; none = revoked
    bool viewOrders = true; ///< false: notices only, no orders, no numbers

    Identity identity() const;
    QByteArray toJson() const;
    /// The error names the user and the field.
    static Result<UserRecord> fromJson(const QString &name, const QByteArray &json);
    bool operator==(const UserRecord &) const = default;
};

/// User and department names.
bool isValidName(QStringView name);

} // namespace pressboard::server
