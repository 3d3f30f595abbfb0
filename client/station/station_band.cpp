// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_band.h"

#include "client/models/format.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QAccessible>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int titleTop = 14;
constexpr int titleHeight = 104; ///< of 186
constexpr int gap = 32;

} // namespace

StationBand::StationBand(const StationStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &StationStyle::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void StationBand::show(const StationBandFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setAccessibleName(format::dotted({facts.title, facts.text, facts.hint}));
    setVisible(!facts.title.isEmpty());
    update();
    if (isVisible()) {
        QAccessibleEvent called(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&called);
    }
}

void StationBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_style.liveTokens();
    painter.fillRect(rect(), m_facts.alarm ? t.red : t.ink);
    const QColor ink = m_facts.alarm ? t.onRed : t.onInk;
    const int side = m_style.px(StationLayout::side);
    const QRect room = rect().adjusted(side, 0, -side, 0);
    const int below = m_style.px(titleTop + titleHeight);
    m_style
        .fitting(m_facts.title, StationStyle::current, StationStyle::row, room.width(), ink,
                 BigStyle::Weight::Bold)
        .paint(painter,
               QRect(room.left(), m_style.px(titleTop), room.width(), m_style.px(titleHeight)));
    const QRect second(room.left(), below - m_style.px(12), room.width(),
                       height() - below - m_style.px(2));
    const TextLine hint = m_style.text(m_facts.hint, StationStyle::label, ink);
    hint.paint(painter, second, Qt::AlignRight);
    m_style
        .fitting(m_facts.text, StationStyle::row, StationStyle::label,
                 second.width() - hint.width() - m_style.px(gap), ink)
        .paint(painter, second.adjusted(0, 0, -hint.width() - m_style.px(gap), 0));
}

} // namespace pressboard::client
