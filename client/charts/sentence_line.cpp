// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/sentence_line.h"

#include "client/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int noDoor = -1;
constexpr int around = 2; ///< of a number, design px

} // namespace

SentenceLine::SentenceLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setMouseTracking(true);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void SentenceLine::tell(const Told &told)
{
    m_told = told;
    const int last = int(told.doors.size()) - 1;
    m_current = std::min(m_current, last);
    if (m_hovered > last)
        setHovered(noDoor);
    setFocusPolicy(told.doors.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    describe();
    update();
}

WrappedText SentenceLine::text() const
{
    return {m_told.text, m_theme.font(16, Theme::Weight::Bold), m_theme.tokens().text};
}

QRect SentenceLine::doorRect(int door) const
{
    const Told::Door &shown = m_told.doors.at(door);
    const int more = m_theme.px(around);
    return text().placeOf(shown.begin, shown.length, rect()).adjusted(-more, 0, more, 0);
}

int SentenceLine::doorAt(const QPoint &point) const
{
    for (int door = 0; door < m_told.doors.size(); ++door) {
        if (doorRect(door).contains(point))
            return door;
    }
    return noDoor;
}

void SentenceLine::setHovered(int door)
{
    if (door == m_hovered)
        return;
    m_hovered = door;
    setCursor(door == noDoor ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void SentenceLine::setCurrent(int door)
{
    m_current = door;
    describe();
    update();
}

void SentenceLine::describe()
{
    setAccessibleName(m_told.text);
    const bool tellsDoor = hasFocus() && m_current != noDoor;
    setAccessibleDescription(tellsDoor ? m_told.clauseOf(m_told.doors.at(m_current)) : QString());
}

void SentenceLine::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(doorAt(event->position().toPoint()));
}

void SentenceLine::mouseReleaseEvent(QMouseEvent *event)
{
    const int door = doorAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && door != noDoor)
        Q_EMIT chosen(m_told.doors.at(door).what);
}

void SentenceLine::leaveEvent(QEvent *)
{
    setHovered(noDoor);
}

int SentenceLine::doorAfter(int key) const
{
    const int last = int(m_told.doors.size()) - 1;
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return std::min(m_current + 1, last);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return std::max(m_current - 1, 0);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return noDoor;
    }
}

void SentenceLine::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_current == noDoor)
        return QWidget::keyPressEvent(event);
    const int next = doorAfter(event->key());
    if (isEnter)
        Q_EMIT chosen(m_told.doors.at(m_current).what);
    else if (next != noDoor)
        setCurrent(next);
    else
        QWidget::keyPressEvent(event); // typing is the search's
}

void SentenceLine::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setCurrent(m_current == noDoor && !m_told.doors.isEmpty() ? 0 : m_current);
}

void SentenceLine::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    describe();
    update();
}

void SentenceLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_hovered != noDoor)
        painter.fillRect(doorRect(m_hovered), m_theme.tokens().hover);
    text().paint(painter, rect());
    if (!hasFocus() || m_current == noDoor)
        return;
    painter.setPen(QPen(m_theme.tokens().blue, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(
        doorRect(m_current).adjusted(1, 1, -1, -1).intersected(rect().adjusted(1, 1, -1, -1)));
}

} // namespace pressboard::client
