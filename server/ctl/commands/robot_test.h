// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/robots/http_robot_post.h"

namespace pressboard::server::ctl {

/// `robot test NAME`: sends a message from here, as the server would, and says what came back. Asks
/// no Redis.
class RobotTest final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    RobotTest(QString name, const Tools &tools);
    void start() override;

private:
    QString known() const;

    QString m_name;
    HttpRobotPost m_post;
};

} // namespace pressboard::server::ctl
