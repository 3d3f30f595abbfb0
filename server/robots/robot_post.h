// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/robot_answer.h"
#include "server/robots/robot_request.h"

#include <functional>

namespace pressboard::server {

/// The way to the robots' services.
class RobotPost
{
public:
    using Answered = std::function<void(const RobotAnswer &)>;

    virtual ~RobotPost() = default;
    /// `answered` is called once, later, and within a bounded time.
    virtual void send(const RobotRequest &request, Answered answered) = 0;
};

} // namespace pressboard::server
