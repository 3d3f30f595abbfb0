// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/status_words.h"
#include "client/window/header_bar.h"

#include <QCoreApplication>

namespace pressboard::client {

class Store;

/// What the window knows beside the store.
struct Surroundings
{
    bool configured = true; ///< a server is set
    QString station;
    QString mutedUntil; ///< a clock time; empty: toasts are not muted
    int unread = 0; ///< notices
    int turns = 0; ///< steps of this station that nobody looked at since their turn came
    QString address = {}; ///< see LinkFacts
    QString obstacle = {}; ///< see LinkFacts
};

/// Everything the header says, gathered. Pure: reads, keeps nothing.
class HeaderWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::HeaderWords)
public:
    static HeaderFacts of(const Store &store, const LinkFacts &link,
                          const Surroundings &surroundings);
};

} // namespace pressboard::client
