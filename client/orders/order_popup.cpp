// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_popup.h"

#include "client/models/order_number.h"
#include "client/orders/order_detail.h"
#include "client/store/store.h"
#include "client/text/text_label.h"
#include "client/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QWindow>

namespace pressboard::client {

namespace {

constexpr QSize usualSize(456, 640);
constexpr int padding = 24;

} // namespace

OrderPopup::OrderPopup(const Theme &theme, const Store &store, const OrderActions &actions,
                       QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_store(store)
    , m_stack(new QStackedLayout(this))
    , m_detail(new OrderDetail(theme, store, actions))
    , m_title(new TextLabel(theme, 20, Theme::Weight::Bold, &Tokens::text))
    , m_text(new TextLabel(theme, 15, Theme::Weight::Regular, &Tokens::text2))
    , m_choices(new QVBoxLayout)
    , m_saying(makeSaying())
{
    m_stack->addWidget(m_detail);
    m_stack->addWidget(m_saying);
    m_missing.setSingleShot(true);
    m_missing.setInterval(missingShown);
    connect(&m_missing, &QTimer::timeout, this, &OrderPopup::leaveMissing);
    connect(this, &QDialog::finished, &m_missing, &QTimer::stop);
    connect(&store, &Store::changed, this, &OrderPopup::nameIt);
}

QWidget *OrderPopup::makeSaying()
{
    auto *saying = new QWidget;
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(saying);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(padding / 2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_choices);
    column->addStretch();
    return saying;
}

void OrderPopup::showOrder(CrmId orderId)
{
    m_missing.stop();
    m_detail->showOrder(orderId);
    m_stack->setCurrentWidget(m_detail);
    nameIt();
    bringUp();
}

void OrderPopup::showMissing(const QString &code)
{
    if (!m_missing.isActive())
        m_hadOrder = isVisible() && !orderId().isNull();
    say(tr("No order has this code"), code);
    fillChoice({});
    m_missing.start();
    bringUp();
}

void OrderPopup::showChoice(const QString &code, const QList<CrmId> &orderIds)
{
    m_missing.stop();
    say(tr("Which order is meant?"),
        tr("%n order(s) have the code %1.", "", int(orderIds.size())).arg(code));
    fillChoice(orderIds);
    bringUp();
}

void OrderPopup::say(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setWindowTitle(title);
    m_stack->setCurrentWidget(m_saying);
}

void OrderPopup::fillChoice(const QList<CrmId> &orderIds)
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const CrmId &orderId : orderIds) {
        auto *choice = new QPushButton(choiceText(orderId));
        choice->setAutoDefault(true);
        connect(choice, &QPushButton::clicked, this, [this, orderId] { showOrder(orderId); });
        m_choices->addWidget(choice);
    }
    if (m_choices->count() > 0)
        m_choices->itemAt(0)->widget()->setFocus();
}

/// An ampersand of a customer's name is no shortcut.
QString OrderPopup::choiceText(CrmId orderId) const
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr)
        return {};
    const QStringList words{format::orderNumber(*order), order->customerName, order->productName};
    return words.join(QStringLiteral("  ")).simplified().replace(u'&', QStringLiteral("&&"));
}

void OrderPopup::leaveMissing()
{
    if (!m_hadOrder) {
        close();
        return;
    }
    m_stack->setCurrentWidget(m_detail);
    nameIt();
}

/// Windows behind a modal dialog take no input, but for those that stand over it.
void OrderPopup::bringUp()
{
    if (!isVisible()) {
        const QSize wanted(m_theme.px(usualSize.width()), m_theme.px(usualSize.height()));
        resize(parentWidget() == nullptr ? wanted : wanted.boundedTo(parentWidget()->size()));
    }
    if (QWidget *menu = QApplication::activePopupWidget())
        menu->close(); // it keeps the keyboard to itself
    const QWidget *inUse = QApplication::activeWindow();
    if (inUse != nullptr && inUse != this && inUse->windowHandle() != nullptr) {
        winId(); // makes windowHandle()
        windowHandle()->setTransientParent(inUse->windowHandle());
    }
    show();
    raise();
    activateWindow();
}

CrmId OrderPopup::orderId() const
{
    return m_stack->currentWidget() == m_detail ? m_detail->orderId() : CrmId();
}

bool OrderPopup::isMissingShown() const
{
    return m_missing.isActive();
}

void OrderPopup::nameIt()
{
    const Order *order = m_store.book().order(orderId());
    if (order != nullptr)
        setWindowTitle(format::orderNumber(*order));
}

} // namespace pressboard::client
