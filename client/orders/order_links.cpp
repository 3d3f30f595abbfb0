// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_links.h"

#include "client/models/format.h"
#include "client/store/store.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

namespace pressboard::client {

OrderLinks::OrderLinks(const Store &store)
    : m_store(store)
{
}

void OrderLinks::copy(qint64 orderId) const
{
    if (const Order *order = m_store.book().order(orderId))
        QGuiApplication::clipboard()->setText(
            format::chatSentence(*order, m_store.ready().joinSteps(), m_store.boardNow()));
}

QUrl OrderLinks::crmUrl(qint64 orderId) const
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr)
        return {};
    QString text = m_store.shop().orderUrl;
    text.replace(QLatin1StringView("{order_id}"), QString::number(orderId));
    text.replace(QLatin1StringView("{order_no}"),
                 QString::fromLatin1(QUrl::toPercentEncoding(order->orderNo)));
    const QUrl url(text, QUrl::StrictMode);
    // The address comes from a server: it opens pages, never files or programs.
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    return web ? url : QUrl();
}

void OrderLinks::openInCrm(qint64 orderId) const
{
    if (const QUrl url = crmUrl(orderId); !url.isEmpty())
        QDesktopServices::openUrl(url);
}

} // namespace pressboard::client
