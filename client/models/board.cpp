// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board.h"

#include "client/models/changed_orders.h"
#include "client/models/format.h"

namespace pressboard::client {

Board::Board(const Store &store, const Clock &clock, QObject *parent)
    : Board(store, clock, std::make_unique<StationMarks>(store), nullptr, parent)
{
}

Board::Board(const Store &store, const Clock &clock, StationMarks &marks, QObject *parent)
    : Board(store, clock, nullptr, &marks, parent)
{
}

Board::Board(const Store &store, const Clock &clock, std::unique_ptr<StationMarks> own,
             StationMarks *shared, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_ownMarks(std::move(own))
    , m_marks(shared ? *shared : *m_ownMarks)
    , m_scope(store, m_marks)
    , m_running(m_scope, InProgressModel::Part::Running)
    , m_unreported(m_scope, InProgressModel::Part::Unreported)
    , m_ready(m_scope)
    , m_waiting(m_scope)
    , m_urgent(m_scope)
    , m_completed(m_scope)
    , m_due(m_scope)
    , m_numbers(store)
{
    m_edgeTimer.setSingleShot(true);
    connect(&m_edgeTimer, &QTimer::timeout, this, &Board::dropEdges);
    connect(&m_marks, &StationMarks::changed, this, [this](const QSet<CrmId> &orderIds) {
        refresh(orderIds, BoardListModel::Edge::None);
        Q_EMIT updated();
    });
    connect(&store, &Store::changed, this, &Board::follow);
    connect(&store, &Store::bookReplaced, this, &Board::resetAll);
    connect(&store, &Store::shopChanged, this, &Board::resetAll);
    // What was frozen while stale runs on at once.
    connect(&store, &Store::connectionChanged, this, &Board::moveClock);
    connect(&store, &Store::sourceChanged, this, &Board::moveClock);
    resetAll();
}

QList<BoardListModel *> Board::lists()
{
    return {&m_running, &m_unreported, &m_ready, &m_waiting, &m_urgent, &m_completed, &m_due};
}

const Order *Board::shown(CrmId orderId) const
{
    const Order *order = m_store.book().order(orderId);
    return order && m_scope.shows(*order) ? order : nullptr;
}

QList<const Order *> Board::shownOrders() const
{
    QList<const Order *> orders;
    for (const Order &order : m_store.book().orders()) {
        if (m_scope.shows(order))
            orders.append(&order);
    }
    return orders;
}

void Board::follow(const Change &change)
{
    if (!change.rowsChanged())
        return;
    const bool isOld = change.imported || m_store.isReplaying();
    refresh(ordersIn(change), isOld ? BoardListModel::Edge::None : BoardListModel::Edge::Blue);
    Q_EMIT updated();
}

void Board::refresh(const QSet<CrmId> &orderIds, BoardListModel::Edge edge)
{
    const auto now = m_clock.monotonic();
    bool hasEdges = false;
    for (const CrmId &orderId : orderIds) {
        const Order *order = shown(orderId);
        for (BoardListModel *list : lists()) {
            list->refresh(orderId, order, edge, now);
            hasEdges = hasEdges || list->hasEdges();
        }
    }
    if (hasEdges && !m_edgeTimer.isActive())
        m_edgeTimer.start(BoardListModel::edgeTime);
}

/// Order by order, so that its steps come into the processor's cache once for all lists.
void Board::reset(const QList<BoardListModel *> &lists)
{
    for (BoardListModel *list : lists)
        list->beginReset();
    for (const Order &order : m_store.book().orders()) {
        if (!m_scope.shows(order))
            continue;
        for (BoardListModel *list : lists)
            list->add(order);
    }
    for (BoardListModel *list : lists)
        list->endReset();
}

void Board::resetAll()
{
    m_scope.moveTo(m_store.boardNow());
    reset(lists());
    m_numbers.setToday(m_scope.today());
    Q_EMIT updated();
}

void Board::setSearch(const QString &text)
{
    if (m_scope.setSearch(text))
        resetAll();
}

QList<BoardListModel *> Board::together(BoardListModel &list)
{
    if (&list == &m_running || &list == &m_unreported)
        return {&m_running, &m_unreported};
    if (&list == &m_ready || &list == &m_waiting)
        return {&m_ready, &m_waiting};
    return {&list};
}

void Board::setView(BoardListModel &list, const RowView &view)
{
    QList<BoardListModel *> others;
    for (BoardListModel *part : together(list)) {
        if (part->setView(view))
            others.append(part);
    }
    if (!others.isEmpty())
        reset(others);
    Q_EMIT updated();
}

void Board::setMySteps(const QStringList &steps)
{
    for (BoardListModel *list :
         {static_cast<BoardListModel *>(&m_running), static_cast<BoardListModel *>(&m_ready)}) {
        RowView view = list->view();
        view.filter = {steps, {}, StepCategory::Unknown};
        setView(*list, view);
    }
}

void Board::judge(const QHash<CrmId, DueJudgement> &judgements)
{
    const QSet<CrmId> others = m_due.setJudgements(judgements);
    for (const CrmId &orderId : others)
        m_due.refresh(orderId, shown(orderId), BoardListModel::Edge::None, m_clock.monotonic());
    if (!others.isEmpty())
        Q_EMIT updated();
}

RowChoices Board::choices(BoardListModel &list)
{
    RowChoices choices;
    for (const Order *order : shownOrders()) {
        for (const BoardListModel *part : together(list))
            part->addChoices(*order, choices);
    }
    return choices;
}

void Board::tick()
{
    dropEdges();
    moveClock();
}

void Board::dropEdges()
{
    bool hasEdges = false;
    for (BoardListModel *list : lists()) {
        list->dropEdges(m_clock.monotonic());
        hasEdges = hasEdges || list->hasEdges();
    }
    if (!hasEdges)
        m_edgeTimer.stop();
    else if (!m_edgeTimer.isActive())
        m_edgeTimer.start(BoardListModel::edgeTime / 4);
}

void Board::moveClock()
{
    const Moment before = m_scope.now();
    const QDate day = m_scope.today();
    m_scope.moveTo(m_store.boardNow());
    if (m_scope.now() == before)
        return;
    if (m_scope.today() == day)
        moveMinute();
    else
        moveDay();
    Q_EMIT updated();
}

void Board::moveMinute()
{
    refresh(m_running.outgrown() + m_unreported.outgrown(), BoardListModel::Edge::None);
    for (BoardListModel *list : lists())
        list->retell();
}

/// Orders become urgent that no list has: all are asked.
void Board::moveDay()
{
    const QList<CrmId> all = m_store.book().orders().keys();
    refresh(QSet<CrmId>(all.begin(), all.end()), BoardListModel::Edge::None);
    for (BoardListModel *list : lists())
        list->retell();
    m_numbers.setToday(m_scope.today());
}

QString Board::titleCount(const BoardListModel &list) const
{
    const auto card = [this](BoardNumbers::Number number) { return m_numbers.at(number).number; };
    if (&list == &m_running)
        return format::listCount(m_running.rowCount() + m_unreported.rowCount(),
                                 card(BoardNumbers::StepsInProgress));
    if (&list == &m_ready)
        return format::listCount(m_ready.rowCount(), m_numbers.readySteps());
    if (&list == &m_urgent)
        return format::listCount(m_urgent.rowCount(), card(BoardNumbers::Urgent));
    return format::listCount(list.rowCount(), std::nullopt);
}

} // namespace pressboard::client
