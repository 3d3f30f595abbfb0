// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_columns.h"
#include "client/models/orders/order_filter.h"
#include "client/models/orders/order_sort.h"
#include "shared/state/custom_fields.h"

#include <QWidget>

class QMenu;

namespace pressboard::client {

class FilterButton;
struct FlowRow;
class TextLabel;
class Theme;

/// Over the orders: one tab a status with its count, then type, due date, order and columns, and
/// below them a chip that says which orders alone are shown. Wraps where the window is narrow.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const Theme &theme, QWidget *parent = nullptr);

    struct Facts
    {
        OrderFilter filter;
        QString why; ///< which orders OrderFilter::among are
        QStringList counts; ///< 全部, then by status
        OrderSorting sorting;
        OrderColumns columns;
        QList<CustomField> fields; ///< the shop's own ones, behind the columns
        int taken = 0; ///< how many orders are copied, printed or saved
    };
    void show(const Facts &facts);
    /// What became of an export, until the next thing is done here.
    void tell(const QString &sentence);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void filterWanted(const pressboard::client::OrderFilter &filter);
    void sortingWanted(const pressboard::client::OrderSorting &sorting);
    void columnToggled(pressboard::client::OrderColumn column, bool visible);
    void columnsReset();
    // Of those that are selected, or of all that are listed.
    void copyWanted();
    void tableWanted();
    void printWanted();
    void exportWanted();
    /// Its menu is about to say how many that are.
    void takeOutShown();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    FilterButton *makeMenuButton(void (FilterBar::*fill)(QMenu &menu));
    void makeTabs();
    void fillTypes(QMenu &menu);
    void fillDues(QMenu &menu);
    void fillSortings(QMenu &menu);
    void fillColumns(QMenu &menu);
    void fillExport(QMenu &menu);
    void want(OrderFilter filter);
    void say();
    void layOut();
    /// What stands beside what in so much room.
    QList<FlowRow> rows(int width) const;
    int rowPitch() const;

    const Theme &m_theme;
    Facts m_facts;
    QList<FilterButton *> m_tabs; ///< by statuses()
    FilterButton *m_type;
    FilterButton *m_due;
    FilterButton *m_sorting;
    FilterButton *m_columns;
    FilterButton *m_export;
    FilterButton *m_chip;
    TextLabel *m_news;
};

} // namespace pressboard::client
