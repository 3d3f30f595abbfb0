// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/segmented_control.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace pressboard::client {

namespace {

constexpr int textPx = 14;
constexpr int padding = 12;
constexpr int iconSize = 14;
constexpr int iconGap = 6;

} // namespace

SegmentedControl::SegmentedControl(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void SegmentedControl::setSegments(const QList<Segment> &segments)
{
    m_segments = segments;
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= m_segments.size())
        return;
    m_current = index;
    setAccessibleDescription(m_segments.at(index).text);
    update();
    Q_EMIT currentChanged(index);
}

void SegmentedControl::clearCurrent()
{
    m_current = -1;
    setAccessibleDescription({});
    update();
}

const Tokens &SegmentedControl::tokens() const
{
    return m_live ? m_theme.liveTokens() : m_theme.tokens();
}

int SegmentedControl::widthOf(const Segment &segment) const
{
    const int text = TextLine{segment.text, m_theme.font(textPx, Theme::Weight::Bold), {}}.width();
    const int icon = segment.icon.isNull() ? 0 : m_theme.px(iconSize + iconGap);
    return text + icon + m_theme.px(2 * padding);
}

QRect SegmentedControl::rectOf(int index) const
{
    int left = 0;
    for (int i = 0; i < index; ++i)
        left += widthOf(m_segments.at(i));
    return {left, 0, widthOf(m_segments.at(index)), height()};
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (const Segment &segment : m_segments)
        width += widthOf(segment);
    return {width, m_theme.px(30)};
}

void SegmentedControl::paintSegment(QPainter &painter, const QRect &box, const Segment &segment,
                                    bool current) const
{
    const Tokens &t = tokens();
    if (current)
        painter.fillRect(box, t.select);
    int left = box.left() + m_theme.px(padding);
    if (!segment.icon.isNull()) {
        const int size = m_theme.px(iconSize);
        segment.icon.paint(painter, QRect(left, box.top() + (box.height() - size) / 2, size, size),
                           t.text);
        left += size + m_theme.px(iconGap);
    }
    const auto weight = current ? Theme::Weight::Bold : Theme::Weight::Regular;
    TextLine{segment.text, m_theme.font(textPx, weight), t.text}.paint(
        painter, QRect(left, box.top(), box.right() + 1 - left, box.height()));
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal pen = hasFocus() ? 2 : 1;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2),
                         Theme::controlRadius, Theme::controlRadius);
    painter.fillPath(shape, t.surface);
    painter.setClipPath(shape);
    for (int i = 0; i < m_segments.size(); ++i) {
        const QRect box = rectOf(i);
        paintSegment(painter, box, m_segments.at(i), i == m_current);
        if (i > 0)
            fillHairline(painter, QRect(box.left(), 0, 1, height()), t.control);
    }
    painter.setClipping(false);
    painter.strokePath(shape, QPen(hasFocus() ? t.blue : t.control, pen));
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (rectOf(i).contains(event->position().toPoint()))
            return setCurrent(i);
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        setCurrent(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        setCurrent(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace pressboard::client
