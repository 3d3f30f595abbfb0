// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_record.h"
#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// What changes a user that is there: reads it, changes it, and writes it unless somebody else did
/// meanwhile; then the servers are told.
class UserChange : public Command
{
    Q_OBJECT
public:
    void start() override;

protected:
    UserChange(const Tools &tools, QString name);

    const QString &name() const { return m_name; }
    virtual void change(UserRecord &user) = 0;
    /// It is written, and the servers know.
    virtual void tell() = 0;

private:
    void write(const QByteArray &before, const UserRecord &user);

    QString m_name;
};

} // namespace pressboard::server::ctl
