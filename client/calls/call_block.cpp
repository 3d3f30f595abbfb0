// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/calls/call_block.h"

#include "client/bigscreen/big_style.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int markGap = 14;
constexpr int inset = 16;

} // namespace

CallBlock::CallBlock(const BigStyle &style, Ground ground, QWidget *parent)
    : QAbstractButton(parent)
    , m_style(style)
    , m_ground(ground)
{
    setFocusPolicy(Qt::NoFocus); // the window hears the keys
    connect(&style, &BigStyle::changed, this, qOverload<>(&QWidget::update));
}

void CallBlock::setSizes(int text, int icon)
{
    m_text = text;
    m_icon = icon;
    update();
}

void CallBlock::setMark(const Icon &mark)
{
    m_mark = mark;
    update();
}

void CallBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_style.liveTokens();
    const bool isInk = m_ground == Ground::Ink;
    const QColor fill = isInk ? t.ink : m_ground == Ground::Foot ? t.bg : t.surface;
    painter.fillRect(rect(), isDown() && !isInk ? t.select : fill);
    if (m_ground == Ground::Foot)
        m_style.paintVertical(painter, 0, 0, height(), t.line);
    if (m_ground == Ground::Panel) {
        painter.setPen(QPen(t.control, std::max(1, m_style.px(2))));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
    const QColor ink = isInk ? t.onInk : t.text;
    const int mark = m_mark.isNull() ? 0 : m_style.px(m_icon + markGap);
    const int room = width() - 2 * m_style.px(inset) - mark;
    const TextLine words =
        m_style.fitting(text(), m_text, m_text / 2, room, ink, BigStyle::Weight::Bold);
    const int left = (width() - mark - std::min(words.width(), room)) / 2;
    if (mark > 0)
        m_mark.paint(painter, QRect(left, 0, m_style.px(m_icon), height()), ink);
    words.paint(painter, QRect(left + mark, 0, room, height()));
}

} // namespace pressboard::client
