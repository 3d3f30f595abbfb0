// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/page.h"
#include "client/models/orders/order_columns.h"
#include "client/models/orders/orders_model.h"
#include "client/orders/csv_export.h"
#include "shared/base/crm_id.h"

namespace pressboard::client {

class FilterBar;
class OrderActions;
class OrderDetail;
class OrderTable;
class Settings;
class Theme;

/// 订单: every order of the book, to be found within a second, and beside them the chosen one with
/// its steps. In a small window that one opens in a window of its own.
class OrdersPage final : public Page
{
    Q_OBJECT
public:
    /// All must outlive the page.
    OrdersPage(const Theme &theme, const Store &store, const Clock &clock, Settings &settings,
               OrderActions &actions, QWidget *parent = nullptr);
    ~OrdersPage() override;

    OrdersModel &model() { return m_model; }
    OrderTable &table() const { return *m_table; }
    OrderDetail &detail() const { return *m_detail; }
    FilterBar &bar() const { return *m_bar; }

    QString title() const override;
    void refresh(const LinkFacts &link) override;
    void setSearch(const QString &words) override;
    CrmId firstFound() const override;
    bool showOrder(CrmId orderId) override;
    bool openOrder(CrmId orderId) override;
    bool showOrders(const QList<CrmId> &orderIds, const QString &why) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectBar();
    void connectTable();
    void applyFilter(const OrderFilter &filter);
    void arrange(const OrderColumns &columns);
    void exportShown();
    void keepView();
    void showBar();
    QStringList counts() const;
    QString emptyText(const LinkFacts &link) const;
    bool isNarrowed() const;
    bool hasRoomForDetail() const;
    void layOut();

    const Theme &m_theme;
    const Store &m_store;
    Settings &m_settings;
    OrderActions &m_actions;
    OrdersModel m_model;
    CsvExport m_export;
    FilterBar *m_bar;
    OrderTable *m_table;
    OrderDetail *m_detail;
    QString m_search;
    QString m_why; ///< which orders the filter's `among` are
};

} // namespace pressboard::client
