// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_popup.h"

#include "client/orders/order_detail.h"
#include "client/store/store.h"
#include "client/theme/theme.h"

#include <QVBoxLayout>

namespace pressboard::client {

namespace {

constexpr QSize usualSize(456, 640);

} // namespace

OrderPopup::OrderPopup(const Theme &theme, const Store &store, const OrderActions &actions,
                       QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_store(store)
    , m_detail(new OrderDetail(theme, store, actions))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_detail);
    connect(&store, &Store::changed, this, &OrderPopup::nameIt);
}

void OrderPopup::showOrder(qint64 orderId)
{
    m_detail->showOrder(orderId);
    nameIt();
    if (!isVisible()) {
        const QSize wanted(m_theme.px(usualSize.width()), m_theme.px(usualSize.height()));
        resize(parentWidget() == nullptr ? wanted : wanted.boundedTo(parentWidget()->size()));
    }
    show();
    raise();
    activateWindow();
}

qint64 OrderPopup::orderId() const
{
    return m_detail->orderId();
}

void OrderPopup::nameIt()
{
    if (const Order *order = m_store.book().order(m_detail->orderId()))
        setWindowTitle(order->orderNo);
}

} // namespace pressboard::client
