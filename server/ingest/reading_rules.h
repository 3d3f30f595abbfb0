// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/status_words.h"

#include <QTimeZone>

namespace pressboard::server {

/// What an event does not say itself and its reader must know: where the shop is, and what its CRM
/// calls things.
struct ReadingRules
{
    /// With the words that CRMs use.
    ReadingRules(QTimeZone zone, StatusWords words = {})
        : shopZone(std::move(zone))
        , statusWords(std::move(words))
    {
    }

    QTimeZone shopZone; ///< of times and dates without a zone
    StatusWords statusWords;
};

} // namespace pressboard::server
