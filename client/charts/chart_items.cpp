// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/chart_items.h"

#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int none = -1;

/// Where a key leads; `none` when it leads nowhere.
int goneTo(int key, int current, int count)
{
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return std::min(current + 1, count - 1);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return std::max(current - 1, 0);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return count - 1;
    default:
        return none;
    }
}

} // namespace

ChartItems::ChartItems(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void ChartItems::setAnswer(const QString &question, const QString &sentence)
{
    m_sentence = sentence;
    setAccessibleName(question);
    describe();
}

void ChartItems::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QString ChartItems::allTexts() const
{
    QStringList texts;
    for (int item = 0; item < itemCount(); ++item)
        texts.append(itemText(item));
    return texts.join(u'\n');
}

void ChartItems::itemsChanged()
{
    if (m_current >= itemCount())
        m_current = itemCount() - 1;
    if (m_hovered >= itemCount())
        setHovered(none);
    describe();
    update();
}

void ChartItems::paintPlain(QPainter &painter)
{
    if (itemCount() > 0)
        return paintItems(painter);
    TextLine{m_emptyText, m_theme.font(14), m_theme.tokens().text3}.paint(painter, rect(),
                                                                          Qt::AlignHCenter);
}

void ChartItems::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_hovered != none)
        painter.fillRect(itemRect(m_hovered), m_theme.tokens().hover);
    paintPlain(painter);
    paintFocus(painter);
}

/// Also where there is nothing to choose: the sentence is read aloud there.
void ChartItems::paintFocus(QPainter &painter) const
{
    if (!hasFocus())
        return;
    const QRect box = m_current == none ? rect() : itemRect(m_current);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.tokens().blue, 2));
    painter.drawRect(box.adjusted(1, 1, -1, -1).intersected(rect().adjusted(1, 1, -1, -1)));
}

int ChartItems::itemAt(const QPoint &position) const
{
    for (int item = 0; item < itemCount(); ++item) {
        if (itemRect(item).contains(position))
            return item;
    }
    return none;
}

void ChartItems::setHovered(int item)
{
    if (item == m_hovered)
        return;
    m_hovered = item;
    setCursor(item == none ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void ChartItems::setCurrent(int item)
{
    m_current = item;
    describe();
    update();
}

void ChartItems::describe()
{
    const bool tellsItem = hasFocus() && m_current != none;
    const QString description = tellsItem ? itemText(m_current) : m_sentence;
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

void ChartItems::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(itemAt(event->position().toPoint()));
    if (m_hovered == none)
        QToolTip::hideText();
    else
        showPlainTip(event->globalPosition().toPoint(), itemText(m_hovered), this,
                     itemRect(m_hovered));
}

void ChartItems::mouseReleaseEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && item != none)
        Q_EMIT chosen(item);
}

void ChartItems::leaveEvent(QEvent *)
{
    setHovered(none);
}

void ChartItems::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int next = goneTo(event->key(), m_current, itemCount());
    if (isEnter && m_current != none)
        Q_EMIT chosen(m_current);
    else if (next != none)
        setCurrent(next);
    else
        QWidget::keyPressEvent(event); // typing is the search's
}

void ChartItems::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setCurrent(m_current == none && itemCount() > 0 ? 0 : m_current);
}

void ChartItems::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    describe();
    update();
}

} // namespace pressboard::client
