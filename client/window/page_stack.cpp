// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/page_stack.h"

#include "client/controls/page.h"

namespace pressboard::client {

void PageStack::add(Page *page)
{
    m_pages.append(page);
    addWidget(page);
    page->refresh(m_link);
}

QStringList PageStack::titles() const
{
    QStringList titles;
    for (const Page *page : m_pages) {
        if (page->isOffered())
            titles.append(page->title());
    }
    return titles;
}

Page *PageStack::current() const
{
    return static_cast<Page *>(currentWidget());
}

void PageStack::showPage(Page *page)
{
    Page *before = current();
    if (page == before || !page->isOffered())
        return;
    if (before->isSearchable())
        before->setSearch({});
    setCurrentWidget(page);
    if (page->isSearchable())
        page->setSearch(m_search);
    page->refresh(m_link);
    Q_EMIT pageShown(int(m_pages.indexOf(page)));
}

void PageStack::refresh(const LinkFacts &link)
{
    m_link = link;
    if (current() != nullptr && !current()->isOffered())
        showPage(m_pages.first());
    if (Page *page = current())
        page->refresh(link);
}

void PageStack::search(const QString &words)
{
    m_search = words;
    auto index = m_pages.indexOf(current());
    while (index > 0 && !words.isEmpty() && !m_pages.at(index)->isSearchable())
        --index;
    if (index < 0)
        return;
    showPage(m_pages.at(index));
    m_pages.at(index)->setSearch(words);
}

bool PageStack::showOrder(CrmId orderId)
{
    QList<Page *> asked = m_pages;
    asked.prepend(current());
    for (Page *page : std::as_const(asked)) {
        if (page == nullptr || !page->showOrder(orderId))
            continue;
        showPage(page);
        return true;
    }
    return false;
}

void PageStack::showOrders(const QList<CrmId> &orderIds, const QString &why)
{
    for (Page *page : std::as_const(m_pages)) {
        if (!page->showOrders(orderIds, why))
            continue;
        showPage(page);
        return;
    }
}

} // namespace pressboard::client
