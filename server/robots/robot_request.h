// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/robot_settings.h"
#include "server/robots/robot_message.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace pressboard::server {

/// A POST to a robot. Its address is a secret: never print it.
struct RobotRequest
{
    QUrl url;
    QByteArray body; ///< JSON
    QList<std::pair<QByteArray, QByteArray>> headers; ///< beside those of every JSON
    bool mayBePrivate = false; ///< the address may be one of this network
};

/// As the robot's service wants it, signed at `now`.
RobotRequest robotRequest(const RobotSettings &robot, const RobotMessage &message, Moment now);

} // namespace pressboard::server
