// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/alarm_strip.h"

#include "client/bigscreen/big_style.h"
#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int iconOpen = 76;
constexpr int iconTaken = 64;
constexpr int textOpen = 72;
constexpr int textTaken = 56;
constexpr int textLeast = 44;
constexpr int stateOpen = 40;
constexpr int stateTaken = 46;
constexpr int originSize = 40;
constexpr int gap = 32;
constexpr int edge = 12;
/// The same in both themes, and it never drains: nobody may take it for old.
constexpr QColor red(0xC4, 0x28, 0x1E);
constexpr QColor onRed(0xFF, 0xFF, 0xFF);

} // namespace

AlarmStrip::AlarmStrip(const BigStyle &style, int side, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
    , m_side(side)
{
    connect(&style, &BigStyle::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void AlarmStrip::show(const AlarmStripFacts &facts)
{
    if (facts == m_facts)
        return;
    const bool isNew = facts.text != m_facts.text && facts.isOpen;
    m_facts = facts;
    setAccessibleName(format::dotted({facts.text, facts.state, facts.origin, facts.more}));
    setVisible(!facts.text.isEmpty());
    update();
    if (isVisible() && isNew) {
        QAccessibleEvent called(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&called);
    }
}

/// How it stands over who rang, at the right; the width used.
int AlarmStrip::paintRight(QPainter &painter, const QRect &room, const QColor &ink,
                           const QColor &quiet) const
{
    const int size = m_facts.isOpen ? stateOpen : stateTaken;
    const TextLine state = m_style.text(m_facts.state, size, ink, BigStyle::Weight::Bold);
    const TextLine origin = m_style.text(m_facts.origin, originSize, quiet);
    const TextLine more = m_style.text(m_facts.more, stateOpen, ink, BigStyle::Weight::Bold);
    const QRect upper(room.left(), room.top(), room.width(), room.height() / 2 + m_style.px(4));
    const QRect lower = upper.translated(0, room.height() / 2 - m_style.px(4));
    state.paint(painter, upper, Qt::AlignRight);
    origin.paint(painter, lower, Qt::AlignRight);
    const int wide = std::max(state.width(), origin.width()) + m_style.px(gap);
    if (m_facts.more.isEmpty())
        return wide;
    more.paint(painter, room.adjusted(0, 0, -wide, 0), Qt::AlignRight);
    return wide + more.width() + m_style.px(gap);
}

void AlarmStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_style.liveTokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), m_facts.isOpen ? red : t.hover);
    if (!m_facts.isOpen)
        painter.fillRect(0, 0, px(edge), height(), red);
    const QColor ink = m_facts.isOpen ? onRed : t.text;
    QRect room = rect().adjusted(px(m_side), px(4), -px(m_side), -px(4));
    const int right = paintRight(painter, room, ink, m_facts.isOpen ? onRed : t.text2);
    room.setRight(room.right() - right);
    const int icon = px(m_facts.isOpen ? iconOpen : iconTaken);
    Icon(QStringLiteral("warning")).paint(painter, QRect(room.left(), 0, icon, height()), ink);
    room.setLeft(room.left() + icon + px(gap));
    m_style
        .fitting(m_facts.text, m_facts.isOpen ? textOpen : textTaken, textLeast, room.width(), ink,
                 m_facts.isOpen ? BigStyle::Weight::Bold : BigStyle::Weight::Regular)
        .paint(painter, room);
}

} // namespace pressboard::client
