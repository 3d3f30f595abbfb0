// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_header.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/wall/wall_style.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int side = 33; ///< where the panels' text begins, too
constexpr int dotSize = 20;
constexpr int bandSize = 44;

} // namespace

WallHeader::WallHeader(const WallStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &WallStyle::changed, this, qOverload<>(&QWidget::update));
}

void WallHeader::show(const WallHeaderFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setAccessibleName(facts.stale.isEmpty()
                          ? format::dotted({facts.shop, facts.state, facts.lastChange, facts.clock})
                          : format::dotted({facts.stale, facts.clock}));
    update();
}

void WallHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_facts.stale.isEmpty())
        paintLine(painter);
    else
        paintBand(painter);
}

void WallHeader::paintLine(QPainter &painter) const
{
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), t.bg);
    m_style.paintRule(painter, 0, height() - px(1), width(), t.line);
    QRect room = rect().adjusted(px(side), 0, -px(side), 0);
    const auto fromRight = [&](const TextLine &line, int gap) {
        line.paint(painter, room, Qt::AlignRight);
        room.setRight(room.right() - line.width() - px(gap));
    };
    fromRight(m_style.text(m_facts.clock, WallStyle::clock, t.text, WallStyle::Weight::Bold), 48);
    fromRight(m_style.text(m_facts.lastChange, WallStyle::label, t.text2), 24);
    fromRight(m_style.text(m_facts.state, WallStyle::label, m_facts.needsCare ? t.orange : t.text),
              14);
    const int dot = px(dotSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_facts.needsCare ? t.orangeLine : t.dot);
    painter.drawEllipse(room.right() - dot, (height() - dot) / 2, dot, dot);
    room.setRight(room.right() - dot - px(48));
    m_style.text(m_facts.shop, WallStyle::label, t.text, WallStyle::Weight::Bold)
        .paint(painter, room);
}

void WallHeader::paintBand(QPainter &painter) const
{
    const Tokens &live = m_style.liveTokens();
    // The one red thing on a drained wall; a moment's syncing is not worth it.
    painter.fillRect(rect(), m_facts.alarm ? tokensFor(false, false).red : live.hover);
    const QColor ink = m_facts.alarm ? live.onRed : live.text;
    QRect room = rect().adjusted(m_style.px(side), 0, -m_style.px(side), 0);
    const TextLine clock =
        m_style.text(m_facts.clock, WallStyle::clock, ink, WallStyle::Weight::Bold);
    clock.paint(painter, room, Qt::AlignRight);
    room.setRight(room.right() - clock.width() - m_style.px(48));
    m_style.fitting(m_facts.stale, bandSize, room.width(), ink, WallStyle::Weight::Bold)
        .paint(painter, room);
}

} // namespace pressboard::client
