// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_table.h"

#include "client/models/orders/orders_model.h"
#include "client/orders/order_cell_delegate.h"
#include "client/orders/order_header.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int pitch = 36;
constexpr int roomyPitch = 44;

} // namespace

OrderTable::OrderTable(const Theme &theme, OrdersModel &model, OrderActions &actions,
                       QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_actions(actions)
    , m_cells(new OrderCellDelegate(theme, this))
{
    setObjectName(QStringLiteral("orders"));
    setItemDelegate(m_cells);
    setHorizontalHeader(new OrderHeader(theme, *m_cells, this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setCornerWidget(new QWidget); // nothing to see between the scroll bars
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1); // with rows it would take time by their square
    holdRows(); // before the view itself hears of a change …
    setModel(&model);
    releaseRows(); // … and after
    connectHeader();
    connect(&theme, &Theme::colorsChanged, this, &OrderTable::applyTheme);
    connect(&theme, &Theme::sizesChanged, this, &OrderTable::applySizes);
    applyTheme();
    applySizes();
    applyColumns();
}

void OrderTable::connectHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setSortIndicator(int(m_model.sorting().column), m_model.sorting().direction);
    connect(header, &QHeaderView::sortIndicatorChanged, &m_model, &OrdersModel::sort);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (!m_arranging)
            keepWidths(OrderColumn(column));
    });
    connect(header, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (m_arranging)
            return;
        m_columns.move(from, to);
        applyColumns();
        m_arranged.start();
    });
    m_arranged.setSingleShot(true);
    m_arranged.setInterval(300ms);
    connect(&m_arranged, &QTimer::timeout, this, &OrderTable::columnsChanged);
    connect(this, &QAbstractItemView::doubleClicked, this, [this] {
        if (!m_chosen.isNull())
            m_actions.open(m_chosen);
    });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const auto choosing = Qt::ControlModifier | Qt::ShiftModifier;
        if (!(QGuiApplication::keyboardModifiers() & choosing))
            Q_EMIT orderClicked(m_model.orderIdAt(index.row()));
    });
    connect(this, &QAbstractItemView::entered, this,
            [this](const QModelIndex &index) { hover(index.row()); });
    connect(this, &QAbstractItemView::viewportEntered, this, [this] { hover(-1); });
}

void OrderTable::holdRows()
{
    const auto hold = [this] { this->hold(); };
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, hold);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this,
            &OrderTable::rememberSelection);
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, hold);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, hold);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int row) { this->hold(row); });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int row) { this->hold(row); });
}

void OrderTable::releaseRows()
{
    connect(&m_model, &QAbstractItemModel::modelReset, this, &OrderTable::release);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &OrderTable::release);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &OrderTable::release);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &OrderTable::release);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &OrderTable::release);
}

/// Remembers what is first in sight, but for a row that is just leaving.
void OrderTable::hold(int leavingRow)
{
    m_rowsChange = true;
    int top = verticalScrollBar()->value();
    if (top == leavingRow)
        ++top;
    const bool hasTop = top > 0 && verticalScrollBar()->value() > 0 && top < m_model.rowCount();
    m_topOrder = hasTop ? m_model.orderIdAt(top) : CrmId();
}

QList<CrmId> OrderTable::selectedOrders() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<CrmId> orders;
    for (const int row : std::as_const(rows))
        orders.append(m_model.orderIdAt(row));
    return orders;
}

OrderActions::Chosen OrderTable::chosen() const
{
    return {selectedOrders(), accessibleName(), m_columns.shown()};
}

void OrderTable::rememberSelection()
{
    const QList<CrmId> selected = selectedOrders();
    m_selectedBefore = QSet<CrmId>(selected.begin(), selected.end());
}

void OrderTable::selectAgain()
{
    QItemSelection selection;
    for (const CrmId &orderId : std::exchange(m_selectedBefore, {})) {
        if (const std::optional<int> row = m_model.rowOf(orderId))
            selection.select(m_model.index(*row, 0),
                             m_model.index(*row, m_model.columnCount() - 1));
    }
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::Select);
}

/// The rows in sight stay where they were, and what is selected and chosen still is; when the
/// chosen row is gone, no other one is chosen in its place.
void OrderTable::release()
{
    selectAgain();
    const std::optional<int> row = m_model.rowOf(m_chosen);
    const bool isCurrent = row && currentIndex().row() == *row && currentIndex().isValid();
    if (row && !isCurrent)
        selectionModel()->setCurrentIndex(m_model.index(*row, int(m_columns.shown().first())),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    else if (!row)
        selectionModel()->clearCurrentIndex();
    updateGeometries(); // or the scroll bar does not reach that far yet
    if (const std::optional<int> top = m_model.rowOf(m_topOrder))
        verticalScrollBar()->setValue(*top);
    m_rowsChange = false;
}

void OrderTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (m_rowsChange) // without the view's own scrolling to it
        return viewport()->update();
    QTableView::currentChanged(current, previous);
    m_chosen = current.isValid() ? m_model.orderIdAt(current.row()) : CrmId();
    Q_EMIT orderChosen(m_chosen);
}

bool OrderTable::choose(CrmId orderId)
{
    const std::optional<int> row = m_model.rowOf(orderId);
    if (!row)
        return false;
    goTo(*row);
    return true;
}

/// Chooses this one alone, whichever keys are held down.
void OrderTable::goTo(int row)
{
    const QModelIndex index = m_model.index(row, int(m_columns.shown().first()));
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void OrderTable::setColumns(const OrderColumns &columns)
{
    m_columns = columns;
    applyColumns();
}

void OrderTable::applyColumns()
{
    m_arranging = true;
    QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < int(m_columns.places().size()); ++visual) {
        const OrderColumns::Place &place = m_columns.places().at(visual);
        header->moveSection(header->visualIndex(int(place.column)), visual);
        header->setSectionHidden(int(place.column), !place.visible);
    }
    m_arranging = false;
    const QList<OrderColumn> shown = m_columns.shown();
    m_cells->setEdges(int(shown.first()), int(shown.last()));
    fitColumns();
    viewport()->update();
}

void OrderTable::fitColumns(std::optional<OrderColumn> kept)
{
    const int room = viewport()->width();
    const QList<int> widths = m_columns.fitted(qFloor(room / m_theme.scale()), kept);
    m_arranging = true;
    int used = 0;
    for (int i = 0; i < int(m_columns.places().size()); ++i) {
        const OrderColumns::Place &place = m_columns.places().at(i);
        if (!place.visible)
            continue;
        horizontalHeader()->resizeSection(int(place.column), m_theme.px(widths.at(i)));
        used += m_theme.px(widths.at(i));
    }
    // What scaling rounded away.
    const int rest = room - used;
    const int last = int(m_columns.shown().last());
    if (qAbs(rest) <= int(m_columns.places().size()))
        horizontalHeader()->resizeSection(last, horizontalHeader()->sectionSize(last) + rest);
    m_arranging = false;
}

/// The user widened a column: what all have now is what is wanted.
void OrderTable::keepWidths(OrderColumn changed)
{
    for (const OrderColumn column : m_columns.shown())
        m_columns.setWidth(column, qRound(columnWidth(int(column)) / m_theme.scale()));
    fitColumns(changed);
    for (const OrderColumn column : m_columns.shown())
        m_columns.setWidth(column, qRound(columnWidth(int(column)) / m_theme.scale()));
    m_arranged.start();
}

void OrderTable::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.tokens().surface);
    colors.setColor(QPalette::Window, m_theme.tokens().surface);
    setPalette(colors);
    viewport()->update();
}

void OrderTable::applySizes()
{
    fitRows();
    fitColumns();
}

/// As many whole rows as there is room for; they share what is left over, so that none is cut.
void OrderTable::fitRows()
{
    const int least = m_theme.px(m_theme.isRoomy() ? roomyPitch : pitch);
    const int room = viewport()->height();
    const int height = std::clamp(room / std::max(1, room / least), least, 2 * least);
    verticalHeader()->setDefaultSectionSize(height);
}

void OrderTable::setEmptyText(const QString &text)
{
    if (m_emptyText == text)
        return;
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void OrderTable::hover(int row)
{
    viewport()->setCursor(row < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    m_cells->setHoveredRow(row);
    viewport()->update();
}

bool OrderTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

void OrderTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitRows();
    fitColumns();
}

void OrderTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (hasFocus() && !selectionModel()->hasSelection()) { // no row that could show it
        painter.setPen(QPen(m_theme.tokens().blue, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
    if (m_model.rowCount() > 0 || m_emptyText.isEmpty())
        return;
    painter.setFont(m_theme.font(14));
    painter.setPen(m_theme.tokens().text3);
    const int side = m_theme.px(Theme::panelPadding);
    const QRect box = viewport()->rect().adjusted(side, side, -side, -side);
    painter.drawText(box, Qt::AlignHCenter | Qt::TextWordWrap | Qt::AlignVCenter, m_emptyText);
}

void OrderTable::keyboardSearch(const QString &letters)
{
    Q_EMIT typed(letters);
}

void OrderTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!m_chosen.isNull() && enter)
        m_actions.open(m_chosen);
    else if (m_actions.handleKey(event, chosen(),
                                 viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()),
                                 this))
        return;
    else if (event->key() == Qt::Key_Home && event->modifiers() == Qt::NoModifier)
        goTo(0);
    else if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier)
        goTo(m_model.rowCount() - 1);
    else
        QTableView::keyPressEvent(event);
}

void OrderTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (!selectionModel()->isSelected(index))
        goTo(index.row());
    const QPoint at =
        byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    m_actions.popUpMenu(chosen(), at, window());
}

void OrderTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool byKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !selectionModel()->hasSelection() && m_model.rowCount() > 0)
        goTo(std::max(0, currentIndex().row()));
}

} // namespace pressboard::client
