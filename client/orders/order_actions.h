// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_columns.h"
#include "client/print/orders_paper.h"
#include "shared/base/crm_id.h"
#include "shared/state/custom_fields.h"

#include <QObject>
#include <QUrl>

#include <functional>

class QKeyEvent;
class QMenu;
class QWidget;

namespace pressboard::client {

class StationMarks;
class Store;

/// What one can do with an order, wherever it is listed: handed to every list and card as the
/// theme is. The board is read-only, so orders leave it in a few ways only: as sentences for a
/// customer, as a table, on paper, and as a page of the CRM; what was looked at, this station alone
/// remembers. What needs the window, the window does: it hears the signals.
class OrderActions final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    OrderActions(const Store &store, StationMarks &marks, QObject *parent = nullptr);

    /// Shows all of the order: beside its list where there is room, else as a card.
    void open(CrmId orderId);
    /// The orders behind a bar or a number, on whatever page lists orders; `why` is the sentence
    /// that says which they are.
    void list(const QList<CrmId> &orderIds, const QString &why);
    struct Copied
    {
        bool isDone = false;
        QString sentence; ///< what became of it
    };
    Copied copy(const QList<CrmId> &orderIds) const; ///< for a customer, one a line
    Copied copyTable(const QList<CrmId> &orderIds, const QList<OrderColumn> &columns) const;
    /// Asks for a printer over `window`; `tell` hears what became of it. `title` says which orders.
    void print(const QList<CrmId> &orderIds, const QString &title, QWidget *window,
               std::function<void(const QString &)> tell) const;
    void openInCrm(CrmId orderId) const;
    /// What one of the shop's own fields leads to, in the browser or what else opens it; nothing
    /// when it may not be opened. Only for somebody who asked for it by a click or a key.
    void openLink(const CustomField &field, const CustomValue &value) const;

    /// What a list has chosen, and what it calls itself.
    struct Chosen
    {
        QList<CrmId> orderIds; ///< at least one
        QString title;
        QList<OrderColumn> columns = OrderColumns().shown(); ///< of a table
    };
    /// The orders' menu, with all of the above; `parent` owns it until it closes.
    void popUpMenu(const Chosen &chosen, const QPoint &globalPos, QWidget *parent);
    /// The keys of a list: Ctrl+C for a customer, Ctrl+Shift+C for a table program, Ctrl+P. What
    /// they did is told at `place` of the screen. False: some other key.
    bool handleKey(QKeyEvent *event, const Chosen &chosen, const QPoint &place,
                   QWidget *list) const;

    /// What of the orders wants a look, on this station.
    StationMarks &marks() const { return m_marks; }
    /// Whether the shop said where its CRM shows orders.
    bool hasCrm() const;
    /// The shop's order_url with {order_id} and {order_no} filled in; empty when there is none or
    /// it is no web address.
    QUrl crmUrl(CrmId orderId) const;

Q_SIGNALS:
    void openRequested(CrmId orderId);
    void listRequested(const QList<CrmId> &orderIds, const QString &why);

private:
    void addActionsForOne(QMenu &menu, CrmId orderId);
    static Copied outcome(bool isDone, qsizetype orders);
    OrdersPaper paperOf(const QList<CrmId> &orderIds, const QString &title) const;

    const Store &m_store;
    StationMarks &m_marks;
};

} // namespace pressboard::client
