// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/order_popup.h"

#include "client/models/format.h"
#include "client/store/store.h"
#include "client/widgets/form_column.h"
#include "client/widgets/step_table.h"
#include "client/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace pressboard::client {

OrderPopup::OrderPopup(const Theme &theme, const Store &store, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_store(store)
    , m_steps(new StepTable(theme))
    , m_copy(new QPushButton)
    , m_crm(new QPushButton)
    , m_close(new QPushButton)
{
    build();
    retranslate();
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_orderId); });
    connect(m_crm, &QPushButton::clicked, this, [this] { Q_EMIT crmRequested(m_orderId); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    const auto follow = [this] {
        if (isVisible())
            refresh();
    };
    connect(&store, &Store::changed, this, follow);
    connect(&store, &Store::bookReplaced, this, follow);
}

void OrderPopup::build()
{
    auto *form = new FormColumn(m_theme, this);
    m_number = form->addTitle();
    m_number->setFont(m_theme.font(20, Theme::Weight::Bold));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_customer = form->addHint();
    m_customer->setFont(m_theme.font(15));
    m_customer->setForegroundRole(QPalette::Text);
    m_facts = form->addHint();
    form->addSpacing(m_theme.px(12));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_steps);
    scroll->setMinimumSize(m_theme.px(432), m_theme.px(13 * 28));
    scroll->viewport()->setAutoFillBackground(false);
    form->addWidget(scroll, 1);
    form->addSpacing(m_theme.px(12));
    m_readOnly = form->addHint();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_crm);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_copy->setAutoDefault(false);
    m_crm->setAutoDefault(false);
    m_close->setDefault(true);
    form->addSpacing(m_theme.px(8));
    form->addLayout(buttons);
}

void OrderPopup::retranslate()
{
    m_readOnly->setText(tr("Report work in the CRM"));
    m_copy->setText(tr("Copy"));
    m_crm->setText(tr("Open in the CRM"));
    m_close->setText(tr("Close"));
}

void OrderPopup::showOrder(qint64 orderId)
{
    m_orderId = orderId;
    refresh();
    show();
    raise();
    activateWindow();
}

QString OrderPopup::factsOf(const Order &order) const
{
    QStringList facts{format::status(order.status, order.statusDisplay)};
    if (order.deliveryDate.isValid())
        facts.append(tr("due %1").arg(format::dateWithDay(order.deliveryDate)));
    if (!order.workOrderNo.isEmpty())
        facts.append(tr("job ticket %1").arg(order.workOrderNo));
    if (!order.salesman.isEmpty())
        facts.append(tr("sales rep %1").arg(order.salesman));
    facts.append(order.note);
    return format::dotted(facts);
}

void OrderPopup::refresh()
{
    const Order *order = m_store.book().order(m_orderId);
    if (order == nullptr) {
        m_facts->setText(tr("This order is gone"));
        m_steps->setSteps({});
        return;
    }
    setWindowTitle(order->orderNo);
    m_number->setText(order->orderNo);
    m_customer->setText(format::dotted({order->customerName, order->productName,
                                        format::quantity(order->quantity, order->unit)}));
    m_customer->setVisible(!m_customer->text().isEmpty());
    m_facts->setText(factsOf(*order));
    m_steps->setSteps(order->steps);
    m_crm->setVisible(!m_store.shop().orderUrl.isEmpty());
}

void OrderPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace pressboard::client
