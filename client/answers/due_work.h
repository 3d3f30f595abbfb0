// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/due_sums.h"
#include "client/answers/usual_times.h"
#include "client/store/store.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace pressboard::client {

/// What must go out today, and whether it will: every order that is overdue or due by tomorrow is
/// judged, kept in step with the store while somebody looks. An order is judged anew when it
/// changed, all of them when a minute has passed; what is usual is collected anew each hour. Only
/// so many orders are taken in one turn of the loop.
class DueWork : public QObject
{
    Q_OBJECT
public:
    /// `store` must outlive it.
    explicit DueWork(const Store &store, std::chrono::milliseconds pace = std::chrono::seconds(1),
                     QObject *parent = nullptr);

    /// While somebody watches, else nothing is judged; what changes in between is judged on return.
    void watch(const QObject *watcher);
    void unwatch(const QObject *watcher);
    /// Everything is judged as of now(); false until the first changed().
    bool isReady() const { return m_isReady; }
    Moment now() const { return m_now; }
    const QHash<CrmId, DueJudgement> &judgements() const { return m_judgements; }
    DueSums today() const { return m_today; } ///< what is overdue included
    DueSums tomorrow() const { return m_tomorrow; }
    /// The orders behind a sum, by their IDs; None: of all verdicts.
    enum class Day { Today, Tomorrow };
    QList<CrmId> orders(Day day, DueVerdict verdict) const;
    /// When work ends today; null where it goes on round the clock or over midnight.
    QTime closing() const;

Q_SIGNALS:
    void changed();

private:
    void startOver();
    void follow(const Change &change);
    void tick();
    void collectAnew();
    void takeMinute();
    void workSome();
    void collectSome();
    void judgeSome();
    void judge(CrmId orderId);
    std::optional<Day> dayOf(CrmId orderId) const;
    void finish();

    const Store &m_store;
    FactsScope m_scope;
    Moment m_now{}; ///< that all are judged as of
    QDate m_day; ///< of m_now, in the shop
    Moment m_collectedAt{};
    TimesCollector m_collector;
    QList<CrmId> m_uncollected;
    std::optional<UsualTimes> m_usual;
    QSet<CrmId> m_stale; ///< to be judged
    QHash<CrmId, DueJudgement> m_judgements;
    DueSums m_today;
    DueSums m_tomorrow;
    QSet<const QObject *> m_watchers;
    bool m_isReady = false;
    QTimer m_tick;
    QTimer m_slice;
};

} // namespace pressboard::client
