// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/activity_list.h"

namespace pressboard::client {

class Store;

/// Writes 动态: what happened, in whose log, and where something is missing.
class ActivityRecorder
{
public:
    /// `store` must outlive it.
    explicit ActivityRecorder(const Store &store);

    ActivityList &list() { return m_list; }

    void note(const Event &event, const Change &change, const QList<News> &all,
              const Circumstances &here);
    /// What became overdue as a day began.
    void noteLate(QDate watchedFrom, const QList<News> &late, const Circumstances &here);
    /// True when the book is of another log: nothing that is listed happened there.
    bool noteBook();
    void noteSync(bool replayed);
    /// Where the board is not live, a line says so.
    void noteConnection();

private:
    const Store &m_store;
    ActivityList m_list;
    QString m_epoch; ///< whose changes are listed
    bool m_gapFilled = true; ///< since the board went stale, nothing came by snapshot
};

} // namespace pressboard::client
