// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace pressboard {
struct Order;
}

namespace pressboard::client {

class BadgeLabel;
class CustomFacts;
class OrderActions;
class StepTimelineView;
class Store;
class TextLabel;
class Theme;

/// One order whole: what it is, when it is due, and its steps as a timeline. Read-only, and saying
/// so: 报工请在 CRM 中操作. Follows the store while it is visible.
class OrderDetail final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive it.
    OrderDetail(const Theme &theme, const Store &store, const OrderActions &actions,
                QWidget *parent = nullptr);

    /// 0: none; it then says how to choose one.
    void showOrder(CrmId orderId);
    CrmId orderId() const { return m_orderId; }
    /// Times are others now, or the language is.
    void refresh();
    const StepTimelineView &timeline() const { return *m_timeline; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Fact
    {
        TextLabel *name;
        TextLabel *value;
    };

    void build();
    QWidget *makeHead();
    QWidget *makeFacts();
    QWidget *makeSteps();
    QWidget *makeMiddle();
    QWidget *makeFoot();
    QWidget *makeBlock(QVBoxLayout *&column);
    void applySizes();
    void showHead(const Order &order);
    void showFacts(const Order &order);
    void showSteps(const Order &order);
    void showNone();
    void copy();

    const Theme &m_theme;
    const Store &m_store;
    const OrderActions &m_actions;
    CrmId m_orderId;
    QVBoxLayout *m_column;
    QList<QLayout *> m_blocks; ///< padded like panels
    TextLabel *m_number;
    BadgeLabel *m_due;
    TextLabel *m_customer;
    TextLabel *m_product;
    QWidget *m_body = nullptr; ///< all that only an order has
    QGridLayout *m_grid = nullptr;
    QList<Fact> m_facts;
    TextLabel *m_note;
    CustomFacts *m_custom; ///< by the shop's own fields
    QWidget *m_scroll = nullptr; ///< around the facts and the timeline
    StepTimelineView *m_timeline;
    TextLabel *m_nothing; ///< no order chosen, or it is gone
    TextLabel *m_readOnly;
    QPushButton *m_gotIt; ///< while 已取消·请停 stands there
    QPushButton *m_copy;
    QTimer m_copied; ///< so long the button says 已复制
    QString m_copiedText;
    QPushButton *m_crm;
};

} // namespace pressboard::client
