// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/station_marks.h"
#include "client/search/search_text.h"
#include "client/store/store.h"

namespace pressboard::client {

/// What all lists of the board have in common: which orders are searched for, and the moment the
/// board shows. The moment moves in ticks, not by itself, so that all rows of all lists speak of
/// the same one; while the store is stale it stands still.
class BoardScope
{
public:
    /// Both must outlive the scope.
    BoardScope(const Store &store, const StationMarks &marks);

    const Store &store() const { return m_store; }
    const StationMarks &marks() const { return m_marks; }
    const QSet<QString> &joinSteps() const { return m_store.ready().joinSteps(); }
    Moment now() const { return m_now; } ///< a full minute
    QDate today() const { return m_today; }

    /// The order is one of those searched for.
    bool shows(const Order &order) const { return m_search.matches(order); }

    /// True when this changed anything.
    bool setSearch(const QString &text) { return m_search.setText(text); }
    void moveTo(Moment now);

private:
    const Store &m_store;
    const StationMarks &m_marks;
    SearchText m_search;
    Moment m_now;
    QDate m_today;
};

} // namespace pressboard::client
