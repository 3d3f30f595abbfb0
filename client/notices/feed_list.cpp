// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/feed_list.h"

#include "client/notices/feed.h"
#include "client/notices/feed_delegate.h"
#include "client/notices/new_rows_chip.h"
#include "client/orders/order_actions.h"
#include "client/text/wrapped_text.h"
#include "client/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

namespace pressboard::client {

namespace {

constexpr int wheelStep = 20;
constexpr int chipTop = 8;
constexpr int emptyPx = 14;

} // namespace

FeedList::FeedList(const Theme &theme, Feed &feed, OrderActions &actions, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_feed(feed)
    , m_actions(actions)
    , m_delegate(new FeedDelegate(theme, this))
    , m_chip(new NewRowsChip(theme, this))
{
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(theme.px(wheelStep));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    viewport()->setAttribute(Qt::WA_Hover);
    setItemDelegate(m_delegate);
    followFeed();
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &row) {
        if (isOnAct(m_clickedAt))
            Q_EMIT acted(row);
        else
            Q_EMIT chosen(row);
    });
    connect(m_chip, &QAbstractButton::clicked, this, &QListView::scrollToTop);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FeedList::noteScroll);
    connect(&theme, &Theme::colorsChanged, this, &FeedList::applyTheme);
    connect(&theme, &Theme::sizesChanged, this, &FeedList::measureAnew);
    applyTheme();
}

void FeedList::followFeed()
{
    using Model = QAbstractItemModel;
    connect(&m_feed, &Model::rowsAboutToBeInserted, this, &FeedList::holdUpperRow);
    connect(&m_feed, &Model::rowsAboutToBeRemoved, this, &FeedList::holdUpperRow);
    connect(&m_feed, &Model::dataChanged, this, &FeedList::measureAnew);
    connect(&m_feed, &Model::layoutChanged, this, &FeedList::measureAnew);
    connect(&m_feed, &Model::modelReset, this, [this] { m_chip->setCount(0); });
    setModel(&m_feed);
    connect(&m_feed, &Model::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { countNew(first, last); });
}

void FeedList::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.tokens().surface);
    setPalette(colors);
    viewport()->update();
}

void FeedList::measureAnew()
{
    holdUpperRow();
    m_delegate->forget();
    scheduleDelayedItemsLayout();
}

void FeedList::setName(const QString &name)
{
    setAccessibleName(name);
    verticalScrollBar()->setAccessibleName(name);
}

void FeedList::setEmptyText(const QString &text)
{
    if (m_emptyText == text)
        return;
    m_emptyText = text;
    viewport()->update();
}

/// Before the first change of a turn; the view lays itself out once for all of them.
void FeedList::holdUpperRow()
{
    if (m_held.isValid() || verticalScrollBar()->value() == 0)
        return;
    m_held = indexAt(QPoint(1, 1));
    m_heldTop = visualRect(m_held).top();
}

void FeedList::countNew(int first, int last)
{
    if (m_held.isValid() && first < m_held.row())
        m_chip->setCount(m_chip->count() + last - first + 1);
    placeChip();
}

void FeedList::updateGeometries()
{
    QListView::updateGeometries();
    if (!m_held.isValid())
        return;
    const QModelIndex held = m_held;
    m_held = QModelIndex();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + visualRect(held).top() - m_heldTop);
}

void FeedList::noteScroll()
{
    if (verticalScrollBar()->value() == 0)
        m_chip->setCount(0);
}

void FeedList::placeChip()
{
    m_chip->move((viewport()->width() - m_chip->width()) / 2, m_theme.px(chipTop));
}

QModelIndexList FeedList::rowsInSight() const
{
    QModelIndexList rows;
    const QRect sight = viewport()->rect();
    for (int row = 0; row < m_feed.rowCount(); ++row) {
        const QModelIndex index = m_feed.index(row, 0);
        const QRect box = visualRect(index);
        if (box.top() > sight.bottom())
            break;
        if (sight.contains(box))
            rows.append(index);
    }
    return rows;
}

void FeedList::keyboardSearch(const QString &letters)
{
    Q_EMIT typed(letters);
}

/// The first arrow chooses the row where the keyboard is, not the one behind it.
bool FeedList::chooseByKey(const QKeyEvent &event)
{
    const bool arrow = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (!arrow || !currentIndex().isValid() || selectionModel()->hasSelection())
        return false;
    setCurrentIndex(currentIndex());
    return true;
}

void FeedList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QModelIndex current = currentIndex();
    const bool hasAct = !current.data(FeedRowRole).value<FeedRow>().act.isEmpty();
    if (current.isValid() && enter && hasAct)
        Q_EMIT acted(current);
    else if (current.isValid() && enter)
        Q_EMIT chosen(current);
    else if (current.isValid() && event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(current.data().toString());
    else if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Find))
        event->ignore(); // the notices panel's
    else if (!chooseByKey(*event))
        QListView::keyPressEvent(event);
}

bool FeedList::isOnAct(const QPoint &at) const
{
    const QModelIndex index = indexAt(at);
    return index.isValid() && m_delegate->actIn(visualRect(index), index).contains(at);
}

void FeedList::mouseReleaseEvent(QMouseEvent *event)
{
    m_clickedAt = event->pos();
    QListView::mouseReleaseEvent(event);
}

void FeedList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const bool leads = indexAt(event->pos()).data(FeedOrderRole).isValid();
    viewport()->setCursor(leads || isOnAct(event->pos()) ? Qt::PointingHandCursor
                                                         : Qt::ArrowCursor);
}

void FeedList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QVariant order = index.data(FeedOrderRole);
    if (!order.isValid())
        return;
    setCurrentIndex(index);
    const QPoint at =
        byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    m_actions.popUpMenu({{order.value<CrmId>()}, {}}, at, window());
}

void FeedList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    const bool byKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !currentIndex().isValid())
        setCurrentIndex(m_feed.index(0, 0));
}

void FeedList::resizeEvent(QResizeEvent *event)
{
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
    placeChip();
}

void FeedList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        measureAnew();
    QListView::changeEvent(event);
}

void FeedList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int selected = selectionModel()->hasSelection() ? currentIndex().row() : -1;
    QListView::rowsAboutToBeRemoved(parent, first, last);
    if (selected >= first && selected <= last)
        clearSelection(); // the neighbour was not what he meant
}

void FeedList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    const bool byKey = window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (hasFocus() && byKey && !currentIndex().isValid()) {
        painter.setPen(QPen(m_theme.tokens().blue, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
    if (m_feed.rowCount() == 0)
        paintEmpty(painter);
}

void FeedList::paintEmpty(QPainter &painter) const
{
    const int side = m_theme.px(2 * Theme::panelPadding);
    const int top = std::min(viewport()->height() / 4, m_theme.px(80));
    const QRect box = viewport()->rect().adjusted(side, top, -side, 0);
    const WrappedText words{m_emptyText, m_theme.font(emptyPx), m_theme.tokens().text3};
    const int spare = std::max(0, box.width() - words.widthOfOneLine() - 1);
    words.paint(painter, box.adjusted(spare / 2, 0, 0, 0));
}

} // namespace pressboard::client
