// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_numbers.h"
#include "client/models/board_scope.h"
#include "client/models/completed_model.h"
#include "client/models/due_model.h"
#include "client/models/in_progress_model.h"
#include "client/models/ready_model.h"
#include "client/models/station_marks.h"
#include "client/models/urgent_model.h"
#include "client/models/waiting_model.h"
#include "shared/base/crm_id.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace pressboard::client {

/// The lists and numbers of the board page, kept in step with the store and with the clock: the
/// one place that knows when which list is asked about which order.
class Board : public QObject
{
    Q_OBJECT
public:
    /// `store` and `clock` must outlive the board. It has marks of its own.
    Board(const Store &store, const Clock &clock, QObject *parent = nullptr);
    /// Shares `marks`, which must outlive it, with another board of this station.
    Board(const Store &store, const Clock &clock, StationMarks &marks, QObject *parent = nullptr);

    InProgressModel &running() { return m_running; }
    InProgressModel &unreported() { return m_unreported; }
    ReadyModel &ready() { return m_ready; }
    WaitingModel &waiting() { return m_waiting; }
    UrgentModel &urgent() { return m_urgent; }
    CompletedModel &completed() { return m_completed; }
    DueModel &due() { return m_due; }
    BoardNumbers &numbers() { return m_numbers; }
    StationMarks &marks() { return m_marks; }

    /// What a list's title says: "27", or "25 / 27" where the list differs from the server's card
    /// (the CRM counts what it never sent; or the list is searched).
    QString titleCount(const BoardListModel &list) const;

    void setSearch(const QString &text);
    /// How a list is filtered and sorted; what folds below it goes with it.
    void setView(BoardListModel &list, const RowView &view);
    /// Narrows the lists of steps to these; empty: all. The lists of orders stay whole, so that
    /// nothing urgent hides behind a preset.
    void setMySteps(const QStringList &steps);
    /// Whether what must go out will be ready; due() stands by it.
    void judge(const QHash<CrmId, DueJudgement> &judgements);
    /// What a list could be narrowed to; walks all orders.
    RowChoices choices(BoardListModel &list);

    /// Call it about once a second: drops blue edges, and when the board's minute or date moved
    /// (also: when it is not stale any more) lets rows tell other times or change their list.
    void tick();

Q_SIGNALS:
    /// Rows, counts or times may be others now; once for all that came together.
    void updated();

private:
    Board(const Store &store, const Clock &clock, std::unique_ptr<StationMarks> own,
          StationMarks *shared, QObject *parent);

    QList<BoardListModel *> lists();
    QList<BoardListModel *> together(BoardListModel &list);
    QList<const Order *> shownOrders() const;
    const Order *shown(CrmId orderId) const;
    void follow(const Change &change);
    void refresh(const QSet<CrmId> &orderIds, BoardListModel::Edge edge);
    void reset(const QList<BoardListModel *> &lists);
    void resetAll();
    void dropEdges();
    void moveClock();
    void moveMinute();
    void moveDay();

    const Store &m_store;
    const Clock &m_clock;
    const std::unique_ptr<StationMarks> m_ownMarks; ///< null when they are shared
    StationMarks &m_marks;
    BoardScope m_scope;
    InProgressModel m_running;
    InProgressModel m_unreported;
    ReadyModel m_ready;
    WaitingModel m_waiting;
    UrgentModel m_urgent;
    CompletedModel m_completed;
    DueModel m_due;
    BoardNumbers m_numbers;
    QTimer m_edgeTimer; ///< one for all blue edges
};

} // namespace pressboard::client
