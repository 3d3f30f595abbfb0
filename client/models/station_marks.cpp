// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/station_marks.h"

#include "client/models/changed_orders.h"
#include "client/store/store.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pressboard::client {
namespace {

/// Whatever a text ID has, blanks at its ends and strokes too, the key is one word of the settings.
QString keyOf(CrmId id)
{
    return QString::fromLatin1(id.toString().toUtf8().toPercentEncoding());
}

/// Two orders may each have a step of this number.
QString turnKey(CrmId orderId, CrmId progressId)
{
    return keyOf(orderId) + u'/' + keyOf(progressId);
}

bool isRunning(const Step &step)
{
    return step.status == StepStatus::InProgress;
}

/// Sorted, so that the same marks are the same text.
QStringList listOf(const QSet<QString> &keys)
{
    QStringList list(keys.begin(), keys.end());
    list.sort();
    return list;
}

} // namespace

StationMarks::StationMarks(const Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &Store::changed, this, [this](const Change &change) {
        if (change.rowsChanged())
            refresh(ordersIn(change));
    });
    connect(&store, &Store::bookReplaced, this, &StationMarks::refreshAll);
    connect(&store, &Store::shopChanged, this, &StationMarks::refreshAll);
    // An empty board is one, too: whatever comes from now on is new.
    connect(&store, &Store::synced, this, [this] {
        if (!std::exchange(m_knowsWhatIsOld, true))
            Q_EMIT remembered();
    });
}

void StationMarks::restore(const QStringList &seen, const QStringList &stopped)
{
    m_seen = QSet<QString>(seen.begin(), seen.end());
    m_stopped = QSet<QString>(stopped.begin(), stopped.end());
    m_knowsWhatIsOld = true;
    QSet<CrmId> acknowledged;
    for (const Order &order : m_store.book().orders()) {
        if (m_stopped.contains(keyOf(order.orderId)))
            acknowledged.insert(order.orderId);
    }
    if (!acknowledged.isEmpty())
        Q_EMIT changed(acknowledged);
    refreshAll();
}

QStringList StationMarks::seen() const
{
    return listOf(m_seen);
}

QStringList StationMarks::stopped() const
{
    return listOf(m_stopped);
}

void StationMarks::setSteps(const QStringList &steps)
{
    const QSet<QString> chosen(steps.begin(), steps.end());
    if (chosen == m_steps)
        return;
    const QSet<QString> added = chosen - m_steps;
    m_steps = chosen;
    // At the start there is no board yet: then they are the steps of the last run.
    takeAsSeen(added);
    refreshAll();
}

/// Whatever is ready for these steps now.
void StationMarks::takeAsSeen(const QSet<QString> &steps)
{
    for (const Order &order : m_store.book().orders()) {
        const QSet<CrmId> ready = readyHere(order);
        for (const CrmId &progressId : ready) {
            if (steps.contains(order.step(progressId)->name))
                m_seen.insert(turnKey(order.orderId, progressId));
        }
    }
}

bool StationMarks::isNew(const Step &step) const
{
    const auto turns = m_new.constFind(step.orderId);
    return turns != m_new.constEnd() && turns->contains(step.progressId);
}

bool StationMarks::mustStop(const Order &order, const Step &step) const
{
    return order.status == OrderStatus::Cancelled && isRunning(step)
        && !m_stopped.contains(keyOf(order.orderId));
}

bool StationMarks::mustStop(const Order &order) const
{
    return std::any_of(order.steps.begin(), order.steps.end(),
                       [&](const Step &step) { return mustStop(order, step); });
}

bool StationMarks::isMarked(CrmId orderId) const
{
    const Order *order = m_store.book().order(orderId);
    return m_new.contains(orderId) || (order != nullptr && mustStop(*order));
}

QList<StationMarks::Turn> StationMarks::newTurns() const
{
    QList<Turn> turns;
    for (auto order = m_new.constBegin(); order != m_new.constEnd(); ++order) {
        for (const CrmId &progressId : order.value())
            turns.append({order.key(), progressId});
    }
    const auto numberOf = [this](const Turn &turn) {
        const Order *order = m_store.book().order(turn.orderId);
        return std::tuple(order ? order->orderNo : QString(), turn.orderId, turn.progressId);
    };
    std::sort(turns.begin(), turns.end(),
              [&](const Turn &a, const Turn &b) { return numberOf(a) < numberOf(b); });
    return turns;
}

void StationMarks::acknowledge(CrmId orderId)
{
    const Order *order = m_store.book().order(orderId);
    if (order != nullptr && mustStop(*order)) {
        m_stopped.insert(keyOf(orderId));
        Q_EMIT changed({orderId});
        Q_EMIT remembered();
    }
    look(orderId);
}

void StationMarks::look(CrmId orderId)
{
    const QSet<CrmId> turns = m_new.take(orderId);
    if (turns.isEmpty())
        return;
    for (const CrmId &progressId : turns)
        m_seen.insert(turnKey(orderId, progressId));
    Q_EMIT changed({orderId});
    Q_EMIT remembered();
}

void StationMarks::lookAtAll()
{
    const QList<CrmId> orders = m_new.keys();
    for (const CrmId &orderId : orders)
        look(orderId);
}

/// The order's steps that this station could begin now.
QSet<CrmId> StationMarks::readyHere(const Order &order) const
{
    QSet<CrmId> ready;
    for (const Step &step : order.steps) {
        if (m_steps.contains(step.name) && isReady(order, step, m_store.ready().joinSteps()))
            ready.insert(step.progressId);
    }
    return ready;
}

void StationMarks::refresh(const QSet<CrmId> &orderIds)
{
    const qsizetype remembering = m_seen.size() + m_stopped.size();
    QSet<CrmId> others;
    for (const CrmId &orderId : orderIds) {
        if (update(orderId))
            others.insert(orderId);
    }
    if (!others.isEmpty())
        Q_EMIT changed(others);
    if (m_seen.size() + m_stopped.size() != remembering)
        Q_EMIT remembered();
}

/// A turn that is over may come again, and is new then. True when the order's rows look otherwise.
bool StationMarks::update(CrmId orderId)
{
    const Order *order = m_store.book().order(orderId);
    const QSet<CrmId> ready = order ? readyHere(*order) : QSet<CrmId>();
    const QSet<CrmId> over = m_ready.value(orderId) - ready;
    for (const CrmId &progressId : over)
        m_seen.remove(turnKey(orderId, progressId));
    QSet<CrmId> unseen;
    for (const CrmId &progressId : ready) {
        if (!m_seen.contains(turnKey(orderId, progressId)))
            unseen.insert(progressId);
    }
    const QSet<CrmId> before = m_new.take(orderId);
    m_ready.remove(orderId);
    if (!ready.isEmpty())
        m_ready.insert(orderId, ready);
    if (!unseen.isEmpty())
        m_new.insert(orderId, unseen);
    const bool stopEnded = dropFinishedStop(orderId);
    return before != unseen || stopEnded;
}

/// A stop that is over is forgotten: who cancels the order again means it.
bool StationMarks::dropFinishedStop(CrmId orderId)
{
    const QString key = keyOf(orderId);
    if (!m_stopped.contains(key))
        return false;
    const Order *order = m_store.book().order(orderId);
    const bool stands = order != nullptr && order->status == OrderStatus::Cancelled
        && std::any_of(order->steps.begin(), order->steps.end(), isRunning);
    return !stands && m_stopped.remove(key);
}

/// An empty book says nothing about what was looked at: it is the one before the first snapshot.
void StationMarks::refreshAll()
{
    const auto &orders = m_store.book().orders();
    if (orders.isEmpty())
        return;
    QSet<CrmId> touched(m_ready.keyBegin(), m_ready.keyEnd());
    QSet<QString> known;
    for (const Order &order : orders) {
        const QSet<CrmId> ready = readyHere(order);
        for (const CrmId &progressId : ready)
            known.insert(turnKey(order.orderId, progressId));
        if (!ready.isEmpty() || m_stopped.contains(keyOf(order.orderId)))
            touched.insert(order.orderId);
    }
    const QSet<QString> before = m_seen;
    const bool isFirst = !m_knowsWhatIsOld;
    m_seen = isFirst ? known : m_seen & known;
    m_knowsWhatIsOld = true;
    if (isFirst || m_seen != before)
        Q_EMIT remembered();
    refresh(touched);
}

} // namespace pressboard::client
