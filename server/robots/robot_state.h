// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/optional_moment.h"
#include "shared/base/stream_id.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace pressboard::server {

/// One thing that a robot is to say.
struct RobotItem
{
    QString id; ///< the same for the same thing, whoever tells it: "1795423846000-0",
                ///< "2026-11-30:overdue"
    QString kind; ///< of robot_kind
    QString text;
    bool operator==(const RobotItem &) const = default;
};

/// What stands of a robot in `pressboard:robots`: whoever writes goes on from there.
struct RobotState
{
    /// More wait only while its service takes nothing: then the oldest are given up.
    static constexpr qsizetype mostWaiting = 200;

    QString epoch; ///< of the log that `cursor` is in; empty: nothing stands there
    StreamId cursor; ///< all up to here is in `waiting`, or was told
    QList<RobotItem> waiting; ///< oldest first
    int lost = 0; ///< given up since the last message that was taken
    QDate day; ///< whose morning was told last
    QList<StreamId> alarms; ///< that nobody took, and that was told; those that the book still has
    StreamId silentAt; ///< where the log stood when the CRM's silence was told last

    // What came of the last message.
    OptionalMoment lastAt;
    QString lastFailure; ///< empty: it was taken

    QByteArray toJson() const;
    /// Kindly: what cannot be read is as if it were not there.
    static RobotState fromJson(const QByteArray &json);
    bool operator==(const RobotState &) const = default;
};

} // namespace pressboard::server
