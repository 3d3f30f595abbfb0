// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/histogram.h"
#include "server/platform/process_use.h"
#include "server/wire/push_counters.h"
#include "shared/base/optional_moment.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// What /metrics tells of a server at one moment. Everything that counts, counts from its start.
struct ServerMetrics
{
    QString version;
    bool isReady = false; ///< as /readyz says
    quint64 events = 0; ///< entries of the log that were read while it ran
    quint64 rejected = 0; ///< that could not be read
    quint64 oddities = 0; ///< members of events that were left out, cut or taken as they came
    quint64 deliveries = 0; ///< of an event, or of numbers, to a client
    int clients = 0;
    PushCounters push;

    OptionalMoment lastEvent; ///< none in an empty log
    bool isWritable = false; ///< Redis answers, and takes what is new
    bool isWriter = false;
    std::chrono::milliseconds checkpointLag{0}; ///< age of what is not in the checkpoint yet
    std::optional<qint64> redisBytes; ///< nullopt: not known (any more)
    std::optional<qint64> diskFreeBytes;
    OptionalMoment certificateEnds; ///< none without one

    /// Of each that is in the settings.
    struct Robot
    {
        QByteArray name;
        quint64 sent = 0;
        quint64 failed = 0;
    };
    QList<Robot> robots;

    Histogram eventToSocket;
    Histogram loopTurns;
    std::optional<platform::ProcessUse> process; ///< where the system tells
};

/// In Prometheus' text format.
QByteArray toText(const ServerMetrics &metrics);

} // namespace pressboard::server
