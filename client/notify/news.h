// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"
#include "client/settings/station_profile.h"
#include "shared/state/book.h"
#include "shared/state/views.h"

namespace pressboard::client {

/// One thing that happened, in words. All of them stand in 动态; only some deserve a toast here.
struct News
{
    Toast toast;
    bool isToast = false;
    /// Whose business it is: the steps it is about, of an order all of them. Empty: everybody's.
    QStringList steps = {};
};

/// What words and decisions depend on beside the event itself.
struct Circumstances
{
    const Book &book; ///< after the event
    const QSet<QString> &joinSteps;
    QTimeZone zone;
    Moment now; ///< the server's
    StationProfile profile;
    bool toastsStepMoves = false;
    bool toastsUnknownTypes = false;

    QDate today() const { return dateAt(now, zone); }
};

/// The order still has work for a step of this station.
bool hasWorkFor(const StationProfile &profile, const Order &order);

} // namespace pressboard::client
