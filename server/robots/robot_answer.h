// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/robot_settings.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pressboard::server {

/// What came back over HTTP, or why nothing did.
struct RobotAnswer
{
    QString failure; ///< a sentence, when there was no whole answer; names no address
    int status = 0; ///< of HTTP
    QByteArray body;
};

/// Why the message was not taken, in a sentence; nullopt: it was. The chat services say so with a
/// number in the body, whatever HTTP says.
std::optional<QString> failureOf(RobotService service, const RobotAnswer &answer);

} // namespace pressboard::server
