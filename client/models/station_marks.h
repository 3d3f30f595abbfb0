// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace pressboard::client {

class Store;

/// What this station must not miss, until somebody looked at it: a step whose turn has come (新),
/// and an order that was cancelled while it is worked on (已取消·请停). What there is, the book
/// says, so that it does not matter whether it came while somebody watched, over a restart or over
/// night; what was looked at is remembered here and kept by the settings.
class StationMarks final : public QObject
{
    Q_OBJECT
public:
    /// A step whose turn has come, and nobody has looked at it yet.
    struct Turn
    {
        CrmId orderId;
        CrmId progressId;
        bool operator==(const Turn &) const = default;
    };

    /// `store` must outlive it.
    explicit StationMarks(const Store &store, QObject *parent = nullptr);

    /// What seen() and stopped() said when the program ended. Without: what a first board brings is
    /// not new.
    void restore(const QStringList &seen, const QStringList &stopped);
    QStringList seen() const; ///< turns that were looked at, in a form of its own
    QStringList stopped() const; ///< cancelled orders whose stop was acknowledged, likewise

    /// 我的工序. What is ready for a step that is chosen only now is not new.
    void setSteps(const QStringList &steps);

    bool isNew(const Step &step) const;
    /// It is worked on, though its order was cancelled, and nobody here has said 知道了.
    bool mustStop(const Order &order, const Step &step) const;
    bool mustStop(const Order &order) const;
    /// There is something at the order that 知道了 would end.
    bool isMarked(CrmId orderId) const;
    /// By order number.
    QList<Turn> newTurns() const;

    /// 知道了: neither its turns are new any more nor does its stop stand first.
    void acknowledge(CrmId orderId);
    /// Somebody opened it: its turns are not new any more. A stop wants 知道了.
    void look(CrmId orderId);
    void lookAtAll();

Q_SIGNALS:
    /// Other marks for the rows of these orders.
    void changed(const QSet<CrmId> &orderIds);
    /// seen() or stopped() are others now.
    void remembered();

private:
    using Turns = QHash<CrmId, QSet<CrmId>>; ///< steps by order

    QSet<CrmId> readyHere(const Order &order) const;
    void refresh(const QSet<CrmId> &orderIds);
    void refreshAll();
    bool update(CrmId orderId);
    bool dropFinishedStop(CrmId orderId);
    void takeAsSeen(const QSet<QString> &steps);

    const Store &m_store;
    QSet<QString> m_steps;
    Turns m_ready; ///< all turns of this station, new or not
    Turns m_new;
    QSet<QString> m_seen; ///< by order and step
    QSet<QString> m_stopped; ///< by the order's key
    bool m_knowsWhatIsOld = false; ///< a board was here before
};

} // namespace pressboard::client
