// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/writer/redis_publisher.h"
#include "shared/state/event.h"

#include <QJsonObject>

namespace pressboard::server::ctl {

/// `publish` and `notify`: one event, checked as the server would, then put into the log. Says
/// its id.
class Publish final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);
    static MadeCommand makeNotice(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    Publish(const Tools &tools, Result<Event> event);

    Result<Event> m_event;
    RedisPublisher m_publisher;
};

} // namespace pressboard::server::ctl
