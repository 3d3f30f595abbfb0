// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_strip.h"

#include "client/bigscreen/big_style.h"
#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"

#include <QPainter>

namespace pressboard::client {

ScreenStrip::ScreenStrip(const BigStyle &style, const ScreenStripSizes &sizes, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
    , m_sizes(sizes)
{
    connect(&style, &BigStyle::changed, this, qOverload<>(&QWidget::update));
}

void ScreenStrip::show(const ScreenStripFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setAccessibleName(format::dotted({facts.title, facts.text, facts.time}));
    update();
}

void ScreenStrip::showWayOut(double held)
{
    if (held == m_held)
        return;
    m_held = held;
    update();
}

void ScreenStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_held >= 0) {
        paintWayOut(painter);
        return;
    }
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), m_facts.alarm ? t.red : t.hover);
    const QColor ink = m_facts.alarm ? t.onRed : t.text;
    QRect room = rect().adjusted(px(m_sizes.side), 0, -px(m_sizes.side), 0);
    const TextLine time =
        m_style.text(m_facts.time, m_sizes.time, m_facts.alarm ? t.onRed : t.text2);
    time.paint(painter, room, Qt::AlignRight);
    room.setRight(room.right() - time.width() - px(24));
    if (!m_facts.icon.isEmpty()) {
        Icon(m_facts.icon).paint(painter, QRect(room.left(), 0, px(m_sizes.icon), height()), ink);
        room.setLeft(room.left() + px(m_sizes.icon + 16));
    }
    const int used =
        m_style.text(m_facts.title, m_sizes.text, ink, BigStyle::Weight::Bold).paint(painter, room);
    room.setLeft(room.left() + used + (used > 0 ? px(18) : 0));
    m_style.text(m_facts.text, m_sizes.text, ink).paint(painter, room);
}

void ScreenStrip::paintWayOut(QPainter &painter) const
{
    const Tokens &t = m_style.liveTokens();
    painter.fillRect(rect(), t.hover);
    painter.fillRect(0, 0, qRound(width() * m_held), height(), t.select);
    m_style.text(tr("Hold Esc for 2 seconds to leave"), m_sizes.text, t.text)
        .paint(painter, rect(), Qt::AlignHCenter);
}

} // namespace pressboard::client
