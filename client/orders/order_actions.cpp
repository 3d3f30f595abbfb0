// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_actions.h"

#include "client/models/order_words.h"
#include "client/models/station_marks.h"
#include "client/store/store.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>

namespace pressboard::client {

static QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

OrderActions::OrderActions(const Store &store, StationMarks &marks, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_marks(marks)
{
}

void OrderActions::open(CrmId orderId)
{
    Q_EMIT openRequested(orderId);
}

void OrderActions::list(const QList<CrmId> &orderIds, const QString &why)
{
    Q_EMIT listRequested(orderIds, why);
}

void OrderActions::copy(CrmId orderId) const
{
    if (const Order *order = m_store.book().order(orderId))
        QGuiApplication::clipboard()->setText(
            format::chatSentence(*order, m_store.ready().joinSteps(), m_store.boardNow()));
}

bool OrderActions::hasCrm() const
{
    return !m_store.shop().orderUrl.isEmpty();
}

QUrl OrderActions::crmUrl(CrmId orderId) const
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr)
        return {};
    QString text = m_store.shop().orderUrl;
    text.replace(QLatin1StringView("{order_id}"), percentEncoded(orderId.toString()));
    text.replace(QLatin1StringView("{order_no}"), percentEncoded(order->orderNo));
    const QUrl url(text, QUrl::StrictMode);
    // The address comes from a server: it opens pages, never files or programs.
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    return web ? url : QUrl();
}

void OrderActions::openInCrm(CrmId orderId) const
{
    if (const QUrl url = crmUrl(orderId); !url.isEmpty())
        QDesktopServices::openUrl(url);
}

void OrderActions::openLink(const CustomField &field, const CustomValue &value) const
{
    if (const QUrl url = field.link(value); !url.isEmpty())
        QDesktopServices::openUrl(url);
}

void OrderActions::popUpMenu(CrmId orderId, const QPoint &globalPos, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, orderId] { open(orderId); });
    menu->addAction(tr("Copy"), this, [this, orderId] { copy(orderId); });
    menu->addAction(tr("Open in the CRM"), this, [this, orderId] { openInCrm(orderId); })
        ->setVisible(hasCrm());
    menu->addAction(tr("Got it"), this, [this, orderId] { m_marks.acknowledge(orderId); })
        ->setVisible(m_marks.isMarked(orderId));
    menu->addSeparator();
    menu->addAction(tr("Report work in the CRM"))->setEnabled(false);
    menu->popup(globalPos);
}

} // namespace pressboard::client
