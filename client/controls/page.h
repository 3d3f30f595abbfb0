// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"

#include <QList>
#include <QWidget>

namespace pressboard::client {

struct LinkFacts;

/// One page of the main window, reached by its tab: 看板, 订单, 图表. The window switches between
/// pages; it knows none of them by name.
///
/// A page that is not in front costs nothing: it is neither searched nor refreshed, and catches up
/// in refresh() when it comes to the front.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What its tab says, in the language of this moment.
    virtual QString title() const = 0;
    /// False: it means nothing to this user, or to this server, and has no tab. The pages that may
    /// be so stand last.
    virtual bool isOffered() const { return true; }
    /// Anything it shows may be different now: the store, the clock, the link, the language. Many
    /// changes of one turn of the loop come as one refresh.
    virtual void refresh(const LinkFacts &link) = 0;

    /// Typing while a page without a search is in front goes to the page before it.
    virtual bool isSearchable() const { return true; }
    /// Narrows the page to what the header's search says; empty: everything.
    virtual void setSearch(const QString &words) { Q_UNUSED(words) }
    /// What Enter in the search opens: the first order found.
    virtual CrmId firstFound() const { return {}; }

    /// Selects the order and scrolls to it; false when it is not on this page.
    virtual bool showOrder(CrmId orderId)
    {
        Q_UNUSED(orderId)
        return false;
    }
    /// Shows all of an order in its own place; false when the window shall open a card for it.
    virtual bool openOrder(CrmId orderId)
    {
        Q_UNUSED(orderId)
        return false;
    }
    /// Shows these orders alone, under a sentence that says which they are; false when the page
    /// has no list for that.
    virtual bool showOrders(const QList<CrmId> &orderIds, const QString &why)
    {
        Q_UNUSED(orderIds)
        Q_UNUSED(why)
        return false;
    }

Q_SIGNALS:
    void typed(const QString &letters); ///< on something that takes no text: meant for the search
};

} // namespace pressboard::client
