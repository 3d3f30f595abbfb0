// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/scroll_pane.h"

#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

ScrollPane::ScrollPane(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void ScrollPane::hold(QWidget *content)
{
    setWidget(content);
    content->setAutoFillBackground(false);
}

/// Of the viewport, before its content.
void ScrollPane::paintEvent(QPaintEvent *event)
{
    QScrollArea::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter ring(viewport());
    ring.setPen(QPen(m_theme.tokens().blue, 2));
    ring.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void ScrollPane::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    viewport()->update();
}

void ScrollPane::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace pressboard::client
