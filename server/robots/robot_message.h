// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/robot_settings.h"
#include "server/robots/robot_state.h"

#include <QList>
#include <QString>

namespace pressboard::server {

/// What goes out at once: the first things that wait, folded into one text.
struct RobotMessage
{
    QList<RobotItem> items; ///< of which it is made, in their order; at least one
    QString text;

    /// The same for the same things: who gets it twice can tell.
    QString id() const { return items.first().id; }
};

/// The longest text that the robots of a service take, in bytes of UTF-8.
qsizetype longestText(RobotService service);

/// As many of `waiting`, which is not empty, as one message holds; a single one that is too long is
/// cut. `lost`: so many could not be told before.
RobotMessage foldedMessage(const RobotSettings &robot, const QString &shop,
                           const QList<RobotItem> &waiting, int lost);

} // namespace pressboard::server
