// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/time.h"
#include "shared/state/audience.h"

#include <QDate>
#include <QString>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// Work that does not go on.
struct StuckCase
{
    enum class Kind {
        Running, ///< a step, for too long
        Unmoved, ///< an order that is being made
        Unbegun, ///< an order that is due soon
    };

    Kind kind = Kind::Running;
    CrmId orderId;
    CrmId progressId; ///< of Running
    QString orderNo; ///< or its ID
    QString customer;
    QString step; ///< Running: which; Unmoved: at which it is held, if there is one
    QString person; ///< of Running, when known
    Moment since; ///< of Running and Unmoved
    std::optional<std::chrono::milliseconds> usual; ///< of Running, when that is why
    QDate due; ///< of Unbegun

    /// The same for the same thing: "stuck:run:700".
    QString key() const;
};

} // namespace pressboard::server
