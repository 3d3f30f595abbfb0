// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/commands/user_change.h"

#include <optional>

namespace pressboard::server::ctl {

/// `user set`: another display name, role or departments; the code stays what it is.
class UserSet final : public UserChange
{
    Q_OBJECT
public:
    /// What is not there stays as it is.
    struct Changes
    {
        std::optional<QString> display;
        std::optional<Role> role;
        std::optional<QStringList> departments;
    };

    static MadeCommand make(const Arguments &arguments, const Tools &tools);

protected:
    void change(UserRecord &user) override;
    void tell() override;

private:
    UserSet(const Tools &tools, const QString &name, Changes changes);

    const Changes m_changes;
};

} // namespace pressboard::server::ctl
