// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace pressboard {
struct Order;
}

namespace pressboard::client {

class StepTable;
class Store;
class Theme;

/// One order with its steps, read-only and saying so: 报工请在 CRM 中操作. Follows the store
/// while it is open.
class OrderPopup final : public QDialog
{
    Q_OBJECT
public:
    /// `theme` and `store` must outlive it.
    OrderPopup(const Theme &theme, const Store &store, QWidget *parent = nullptr);

    void showOrder(qint64 orderId);
    qint64 orderId() const { return m_orderId; }

Q_SIGNALS:
    void copyRequested(qint64 orderId);
    void crmRequested(qint64 orderId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    QString factsOf(const Order &order) const;
    void retranslate();

    const Theme &m_theme;
    const Store &m_store;
    qint64 m_orderId = 0;
    QLabel *m_number;
    QLabel *m_customer;
    QLabel *m_facts;
    StepTable *m_steps;
    QLabel *m_readOnly;
    QPushButton *m_copy;
    QPushButton *m_crm;
    QPushButton *m_close;
};

} // namespace pressboard::client
