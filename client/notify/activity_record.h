// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/news.h"
#include "shared/state/apply.h"
#include "shared/state/event.h"

namespace pressboard::client {

/// What once became news, with the rows it touched as they were then: so that it can be told
/// again when somebody chooses another language.
class ActivityRecord
{
public:
    ActivityRecord(const Event &event, const Change &change, const Circumstances &then);
    /// What became overdue as a day began.
    ActivityRecord(QDate watchedFrom, const QList<News> &late, const Circumstances &then);

    /// The same news in the same order, in the language of this moment.
    QList<News> tell() const;

private:
    void keep(CrmId orderId, const Book &book);

    Event m_event;
    Change m_change;
    QDate m_watchedFrom; ///< valid: no event, a day began
    QList<Order> m_orders;
    QSet<QString> m_joinSteps;
    QTimeZone m_zone;
    Moment m_now;
    StationProfile m_profile;
};

} // namespace pressboard::client
