// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/status_words.h"
#include "server/redis/keys.h"
#include "shared/state/custom_fields.h"
#include "shared/state/views.h"

#include <QTimeZone>

#include <chrono>

namespace pressboard::server {

/// What the keeper and the writer need of the configuration.
struct LogOptions
{
    redis::Keys keys;
    QTimeZone timezone = QTimeZone::utc(); ///< the shop's
    StatusWords statusWords; ///< of its CRM
    CustomFields customFields; ///< of its orders and steps
    std::chrono::minutes dayStart{0}; ///< after midnight: when the shop's day begins
    qint64 retainEvents = 100'000; ///< kept in the stream
    qint64 retainBytes = qint64(1) << 30; ///< of Redis' memory, for the stream
    int retainOrdersDays = 90; ///< finished orders stay this long

    std::chrono::milliseconds checkInterval{2000}; ///< "is it still our log?"
    /// No answer for so long: the source is lost. With the checks it is said within 5 s.
    std::chrono::milliseconds silenceLimit{3500};
    std::chrono::milliseconds conditionsInterval{30'000}; ///< policy and append-only file
    std::chrono::milliseconds leaseTime{10'000};
    std::chrono::milliseconds writerInterval{1000}; ///< the writer looks what is to be done
    std::chrono::milliseconds checkpointInterval{5000};
};

} // namespace pressboard::server
