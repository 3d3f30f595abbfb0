// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_record.h"
#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `user add`: a new user with one token, which is shown once, or goes into a settings file for
/// the user's PC.
class UserAdd final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    UserAdd(const Tools &tools, UserRecord user, QString presetDir);

    void store();
    void handOver();
    QString serverAddress() const;
    /// False, having said why, when the file cannot be written.
    bool writePreset(const QString &path);
    QByteArray presetText() const;
    bool cannotWrite(const QString &path);
    QString presetPath() const;

    UserRecord m_user;
    QString m_presetDir; ///< empty: print the token
    QString m_token;
};

} // namespace pressboard::server::ctl
