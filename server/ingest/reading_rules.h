// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/status_words.h"
#include "shared/state/custom_fields.h"

#include <QTimeZone>

namespace pressboard::server {

/// What an event does not say itself and its reader must know: where the shop is, and what its CRM
/// calls things.
struct ReadingRules
{
    /// With the words that CRMs use.
    ReadingRules(QTimeZone zone, StatusWords words = {}, CustomFields fields = {})
        : shopZone(std::move(zone))
        , statusWords(std::move(words))
        , customFields(std::move(fields))
    {
    }

    QTimeZone shopZone; ///< of times and dates without a zone
    StatusWords statusWords;
    CustomFields customFields; ///< which of its members are kept besides
};

} // namespace pressboard::server
