// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace pressboard::client {

class OrderActions;
class OrderDetail;
class Store;
class Theme;

/// One order in a window of its own, where no page has room to show it beside its lists.
class OrderPopup final : public QDialog
{
    Q_OBJECT
public:
    /// All must outlive it.
    OrderPopup(const Theme &theme, const Store &store, const OrderActions &actions,
               QWidget *parent = nullptr);

    void showOrder(qint64 orderId);
    qint64 orderId() const;

private:
    void nameIt();

    const Theme &m_theme;
    const Store &m_store;
    OrderDetail *m_detail;
};

} // namespace pressboard::client
