// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/status_words.h"
#include "shared/base/crm_id.h"

#include <QList>
#include <QStackedWidget>

namespace pressboard::client {

class Page;

/// The pages of the window, one of them in front, and what is asked of "whatever page can do it".
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    using QStackedWidget::QStackedWidget;

    void add(Page *page);
    const QList<Page *> &pages() const { return m_pages; }
    QStringList titles() const; ///< of those that are offered
    Page *current() const; ///< null before the first add()
    void showPage(Page *page);

    void refresh(const LinkFacts &link);
    /// A page without a search leaves it to the one before it.
    void search(const QString &words);
    /// On the page in front, else on the first that has it; false when none has.
    bool showOrder(CrmId orderId);
    void showOrders(const QList<CrmId> &orderIds, const QString &why);

Q_SIGNALS:
    void pageShown(int index);

private:
    QList<Page *> m_pages; ///< in the order of their tabs
    QString m_search;
    LinkFacts m_link;
};

} // namespace pressboard::client
