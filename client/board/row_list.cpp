// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/row_list.h"

#include "client/board/row_delegate.h"
#include "client/models/board_row.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace pressboard::client {

RowList::RowList(const Theme &theme, ListKind kind, OrderActions &actions, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_delegate(new RowDelegate(theme, kind, this))
    , m_bar(new QScrollBar(Qt::Vertical, this))
{
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addBar();
    viewport()->setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractItemView::clicked, this, &RowList::openClicked);
    connect(this, &QAbstractItemView::entered, this,
            [this] { viewport()->setCursor(Qt::PointingHandCursor); });
    connect(this, &QAbstractItemView::viewportEntered, this,
            [this] { viewport()->setCursor(Qt::ArrowCursor); });
    connect(&theme, &Theme::colorsChanged, this, &RowList::applyTheme);
    applyTheme();
}

/// With Ctrl or Shift a click chooses, as keys do.
void RowList::openClicked(const QModelIndex &index)
{
    const auto choosing = Qt::ControlModifier | Qt::ShiftModifier;
    const CrmId order = orderAt(index);
    if (!order.isNull() && !(QGuiApplication::keyboardModifiers() & choosing))
        m_actions.open(order);
}

/// A bar beside the rows would cut their lines short or move them when it comes and goes.
void RowList::addBar()
{
    QScrollBar *real = verticalScrollBar();
    m_bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
    m_bar->hide();
    connect(real, &QScrollBar::rangeChanged, m_bar, [this, real](int least, int most) {
        m_bar->setRange(least, most);
        m_bar->setPageStep(real->pageStep());
        m_bar->setVisible(underMouse() && most > least);
    });
    connect(real, &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
    connect(m_bar, &QScrollBar::valueChanged, real, &QScrollBar::setValue);
}

void RowList::enterEvent(QEnterEvent *event)
{
    m_bar->setVisible(m_bar->maximum() > m_bar->minimum());
    QListView::enterEvent(event);
}

void RowList::leaveEvent(QEvent *event)
{
    m_bar->hide();
    QListView::leaveEvent(event);
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    const int wide = m_bar->sizeHint().width();
    m_bar->setGeometry(width() - wide - 1, 0, wide, height());
}

void RowList::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.tokens().surface);
    setPalette(colors);
    viewport()->update();
}

void RowList::setPitch(int pitch)
{
    if (m_pitch == pitch)
        return;
    m_pitch = pitch;
    m_delegate->setPitch(pitch);
    scheduleDelayedItemsLayout();
}

void RowList::setEmptyText(const QString &text)
{
    if (m_emptyText == text)
        return;
    m_emptyText = text;
    viewport()->update();
}

CrmId RowList::orderAt(const QModelIndex &index)
{
    return index.data(OrderIdRole).value<CrmId>();
}

CrmId RowList::currentOrder() const
{
    if (selectionModel() == nullptr)
        return {};
    const QModelIndex current = currentIndex();
    return orderAt(selectionModel()->isSelected(current) ? current : selectedRows().value(0));
}

QList<QModelIndex> RowList::selectedRows() const
{
    if (selectionModel() == nullptr)
        return {};
    QList<QModelIndex> rows = selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// The panel has the list's name without its counts.
OrderActions::Chosen RowList::chosen() const
{
    return {selectedOrders(),
            parentWidget() == nullptr ? QString() : parentWidget()->accessibleName()};
}

QList<CrmId> RowList::selectedOrders() const
{
    QList<CrmId> orders;
    for (const QModelIndex &row : selectedRows()) {
        if (const CrmId order = orderAt(row); !orders.contains(order))
            orders.append(order);
    }
    return orders;
}

CrmId RowList::firstOrder() const
{
    return model() == nullptr ? CrmId() : orderAt(model()->index(0, 0));
}

bool RowList::selectOrder(CrmId orderId)
{
    if (model() == nullptr)
        return false;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (orderAt(index) != orderId)
            continue;
        choose(index);
        scrollTo(index, PositionAtCenter);
        return true;
    }
    return false;
}

/// This one alone, whichever keys are held down.
void RowList::choose(const QModelIndex &index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void RowList::setModel(QAbstractItemModel *model)
{
    using Model = QAbstractItemModel;
    connect(model, &Model::rowsAboutToBeInserted, this, &RowList::holdUpperRow);
    connect(model, &Model::rowsAboutToBeMoved, this, &RowList::holdUpperRow);
    connect(model, &Model::modelAboutToBeReset, this, &RowList::rememberRows);
    QListView::setModel(model);
    // After the selection heard of it, which forgets.
    connect(model, &Model::modelReset, this, &RowList::restoreRows);
}

QModelIndex RowList::upperRow() const
{
    // Who never scrolled wants to see what is first, whatever that becomes.
    const int top = verticalScrollBar()->value();
    return top == 0 || model() == nullptr ? QModelIndex() : model()->index(top, 0);
}

/// Before the first change of a turn; the view lays itself out once for all of them.
void RowList::holdUpperRow()
{
    if (!m_held.isValid())
        m_held = upperRow();
}

void RowList::updateGeometries()
{
    QListView::updateGeometries();
    if (m_held.isValid())
        verticalScrollBar()->setValue(m_held.row());
    m_held = QModelIndex();
}

void RowList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    holdUpperRow();
    QListView::rowsAboutToBeRemoved(parent, first, last);
}

std::optional<RowList::RowKey> RowList::keyOf(const QModelIndex &index)
{
    if (!index.isValid())
        return std::nullopt;
    return RowKey{orderAt(index), index.data(ProgressIdRole).value<CrmId>()};
}

QModelIndex RowList::indexOf(const RowKey &key) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (keyOf(index) == key)
            return index;
    }
    return {};
}

void RowList::rememberRows()
{
    m_upperBefore = keyOf(upperRow());
    m_selectedBefore.clear();
    for (const QModelIndex &row : selectedRows())
        m_selectedBefore.append(*keyOf(row));
}

void RowList::restoreRows()
{
    for (const RowKey &key : std::exchange(m_selectedBefore, {})) {
        const QModelIndex row = indexOf(key);
        if (row.isValid())
            selectionModel()->setCurrentIndex(row, QItemSelectionModel::Select);
    }
    if (const auto upper = std::exchange(m_upperBefore, std::nullopt))
        m_held = indexOf(*upper);
}

void RowList::keyboardSearch(const QString &letters)
{
    Q_EMIT typed(letters);
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const CrmId order = currentOrder();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!order.isNull() && enter)
        m_actions.open(order);
    else if (m_actions.handleKey(event, chosen(),
                                 viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()),
                                 this))
        return;
    else if (event->key() == Qt::Key_Escape)
        clearSelection(), event->ignore();
    else
        QListView::keyPressEvent(event);
}

void RowList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const CrmId order = orderAt(index);
    if (order.isNull())
        return;
    if (!selectionModel()->isSelected(index))
        choose(index);
    const QPoint at =
        byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    m_actions.popUpMenu(chosen(), at, window());
}

void RowList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    const bool byKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !currentIndex().isValid() && model() != nullptr)
        choose(model()->index(0, 0));
}

void RowList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (hasFocus() && !currentIndex().isValid()) {
        QPainter ring(viewport());
        ring.setPen(QPen(m_theme.tokens().blue, 2));
        ring.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
    if (model() != nullptr && model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    const QRect box = viewport()->rect().adjusted(16, 0, -16, 0);
    const QRect line(box.left(), box.top() + std::min(box.height() / 2, m_theme.px(80)) - 20,
                     box.width(), 40);
    TextLine{m_emptyText, m_theme.font(14), m_theme.tokens().text3}.paint(painter, line,
                                                                          Qt::AlignHCenter);
}

} // namespace pressboard::client
