// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_header.h"

#include "client/bigscreen/big_style.h"
#include "client/models/format.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int wideGap = 48;

} // namespace

ScreenHeader::ScreenHeader(const BigStyle &style, const ScreenHeaderSizes &sizes, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
    , m_sizes(sizes)
{
    connect(&style, &BigStyle::changed, this, qOverload<>(&QWidget::update));
}

void ScreenHeader::show(const ScreenHeaderFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setAccessibleName(facts.stale.isEmpty()
                          ? format::dotted({facts.title, format::dotted(facts.details), facts.state,
                                            facts.lastChange, facts.clock})
                          : format::dotted({facts.stale, facts.clock}));
    update();
}

void ScreenHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_facts.stale.isEmpty())
        paintLine(painter);
    else
        paintBand(painter);
}

void ScreenHeader::paintLine(QPainter &painter) const
{
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), t.bg);
    m_style.paintRule(painter, 0, height() - px(1), width(), t.line);
    QRect room = rect().adjusted(px(m_sizes.side), 0, -px(m_sizes.side), 0);
    const auto fromRight = [&](const TextLine &line, int gap) {
        line.paint(painter, room, Qt::AlignRight);
        room.setRight(room.right() - line.width() - px(gap));
    };
    fromRight(m_style.text(m_facts.clock, m_sizes.clock, t.text, BigStyle::Weight::Bold), wideGap);
    fromRight(m_style.text(m_facts.lastChange, m_sizes.label, t.text2), 24);
    fromRight(m_style.text(m_facts.state, m_sizes.label, m_facts.needsCare ? t.orange : t.text),
              14);
    const int dot = px(m_sizes.dot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_facts.needsCare ? t.orangeLine : t.dot);
    painter.drawEllipse(room.right() - dot, (height() - dot) / 2, dot, dot);
    room.setRight(room.right() - dot - px(wideGap));
    const int used = m_style.text(m_facts.title, m_sizes.title, t.text, BigStyle::Weight::Bold)
                         .paint(painter, room);
    room.setLeft(room.left() + used + px(28));
    paintDetails(painter, room);
}

/// As many as fit whole: half a name is none.
void ScreenHeader::paintDetails(QPainter &painter, const QRect &room) const
{
    QStringList details = m_facts.details;
    const auto line = [&] {
        return m_style.text(format::dotted(details), m_sizes.label, m_style.tokens().text2);
    };
    while (!details.isEmpty() && line().width() > room.width())
        details.removeLast();
    if (!details.isEmpty())
        line().paint(painter, room);
}

void ScreenHeader::paintBand(QPainter &painter) const
{
    const Tokens &live = m_style.liveTokens();
    // The one red thing on a drained screen; a moment's syncing is not worth it.
    painter.fillRect(rect(), m_facts.alarm ? tokensFor(false, false).red : live.hover);
    const QColor ink = m_facts.alarm ? live.onRed : live.text;
    QRect room = rect().adjusted(m_style.px(m_sizes.side), 0, -m_style.px(m_sizes.side), 0);
    const TextLine clock = m_style.text(m_facts.clock, m_sizes.clock, ink, BigStyle::Weight::Bold);
    clock.paint(painter, room, Qt::AlignRight);
    room.setRight(room.right() - clock.width() - m_style.px(wideGap));
    m_style
        .fitting(m_facts.stale, m_sizes.band, m_sizes.label, room.width(), ink,
                 BigStyle::Weight::Bold)
        .paint(painter, room);
}

} // namespace pressboard::client
