// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ctl/log/once_append.h"
#include "server/ctl/log/replica_check.h"
#include "shared/state/event.h"

namespace pressboard::server::ctl {

/// `publish` and `notify`: one event, checked as the server would, then put into the log once,
/// also when an answer is lost on the way. Says its id, or whether it is known that it has none.
class Publish final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);
    static MadeCommand makeNotice(const Arguments &arguments, const Tools &tools);

    void start() override;
    void stop() override;

private:
    Publish(const Tools &tools, QString ref, Result<Event> event);
    static MadeCommand makeWith(const Arguments &arguments, const Tools &tools,
                                Result<Event> event);

    void finish(bool isAlone);
    void explain(const Error &error, bool isUnsure);

    QString m_ref;
    Result<Event> m_event;
    OnceAppend m_append;
    ReplicaCheck m_replicas;
};

} // namespace pressboard::server::ctl
