// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_strip.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/wall/wall_style.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int side = 33;
constexpr int iconSize = 30;

} // namespace

WallStrip::WallStrip(const WallStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &WallStyle::changed, this, qOverload<>(&QWidget::update));
}

void WallStrip::show(const WallStripFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setAccessibleName(format::dotted({facts.title, facts.text, facts.time}));
    update();
}

void WallStrip::showWayOut(double held)
{
    if (held == m_held)
        return;
    m_held = held;
    update();
}

void WallStrip::paintEvent(QPaintEvent *)
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
    QRect room = rect().adjusted(px(side), 0, -px(side), 0);
    const TextLine time =
        m_style.text(m_facts.time, WallStyle::line, m_facts.alarm ? t.onRed : t.text2);
    time.paint(painter, room, Qt::AlignRight);
    room.setRight(room.right() - time.width() - px(24));
    if (!m_facts.icon.isEmpty()) {
        Icon(m_facts.icon).paint(painter, QRect(room.left(), 0, px(iconSize), height()), ink);
        room.setLeft(room.left() + px(iconSize + 16));
    }
    const int used = m_style.text(m_facts.title, WallStyle::line, ink, WallStyle::Weight::Bold)
                         .paint(painter, room);
    room.setLeft(room.left() + used + (used > 0 ? px(18) : 0));
    m_style.text(m_facts.text, WallStyle::line, ink).paint(painter, room);
}

void WallStrip::paintWayOut(QPainter &painter) const
{
    const Tokens &t = m_style.liveTokens();
    painter.fillRect(rect(), t.hover);
    painter.fillRect(0, 0, qRound(width() * m_held), height(), t.select);
    m_style.text(tr("Hold Esc for 2 seconds to leave the wall"), WallStyle::line, t.text)
        .paint(painter, rect(), Qt::AlignHCenter);
}

} // namespace pressboard::client
