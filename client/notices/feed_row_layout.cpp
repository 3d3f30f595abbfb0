// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/feed_row_layout.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int padding = 10; ///< above and below
constexpr int markLeft = 16;
constexpr int markBox = 24;
constexpr int markIcon = 16;
constexpr int wordsLeft = 52;
constexpr int right = 16;
constexpr int timeGap = 12;
constexpr int dotLeft = 5;
constexpr int dotSize = 6;
constexpr int titlePx = 14;
constexpr int textPx = 13;
constexpr int notePx = 12;
constexpr int linkIcon = 12;
constexpr int actGap = 6;
constexpr int actPadding = 12;
constexpr int actTall = 28;

} // namespace

FeedRowLayout::FeedRowLayout(const FeedRow &row, const Theme &theme, int width)
    : m_row(row)
    , m_theme(theme)
    , m_width(width)
    , m_left(theme.px(wordsLeft))
    , m_height(theme.px(padding))
{
    if (row.shape == FeedRow::Shape::Line)
        placeLine();
    else
        placeItem();
    m_height += theme.px(padding) + 1; // the hairline
}

WrappedText FeedRowLayout::words(const QString &text, int px, const QColor &color) const
{
    return {text, m_theme.font(px), color};
}

WrappedText FeedRowLayout::title() const
{
    const Tokens &t = m_theme.tokens();
    const bool loud = m_row.isUnread || m_row.tone == FeedRow::Tone::Alarm
        || m_row.tone == FeedRow::Tone::YourTurn;
    const auto weight = loud && !m_row.isFaded ? Theme::Weight::Bold : Theme::Weight::Regular;
    return {m_row.title, m_theme.font(titlePx, weight), m_row.isFaded ? t.text3 : t.text};
}

void FeedRowLayout::append(const WrappedText &words, int indent)
{
    const int room = std::max(1, m_width - m_left - m_theme.px(right) - indent);
    const int tall = words.heightFor(room);
    if (tall == 0)
        return;
    m_blocks.append({words, QRect(m_left, m_height, room, tall)});
    m_height += tall;
}

void FeedRowLayout::placeItem()
{
    const Tokens &t = m_theme.tokens();
    const int wide = TextLine{m_row.time, m_theme.font(notePx), {}}.width();
    m_time = QRect(m_width - m_theme.px(right) - wide, m_height, wide, m_theme.px(20));
    append(title(), wide + m_theme.px(timeGap));
    WrappedText text = words(m_row.text, textPx, m_row.isFaded ? t.text3 : t.text2);
    if (m_row.isUnread)
        text.color = t.text;
    text.font.setStrikeOut(m_row.isStruck);
    append(text);
    append(words(m_row.note, notePx, t.text3));
    placeLink();
    placeAct();
    m_height = std::max(m_height, m_theme.px(padding + markBox));
}

void FeedRowLayout::placeLink()
{
    const WrappedText number = words(m_row.orderNo, notePx, m_theme.tokens().text2);
    const int side = m_theme.px(linkIcon);
    append(number, side);
    if (!m_row.orderNo.isEmpty())
        m_link = QRect(m_left + number.widthOfOneLine() + m_theme.px(2),
                       m_blocks.constLast().box.center().y() - side / 2 + 1, side, side);
}

void FeedRowLayout::placeAct()
{
    if (m_row.act.isEmpty())
        return;
    const int wide = TextLine{m_row.act, m_theme.font(textPx), {}}.width();
    m_height += m_theme.px(actGap);
    m_act = QRect(m_left, m_height, wide + 2 * m_theme.px(actPadding), m_theme.px(actTall));
    m_height += m_act.height();
}

void FeedRowLayout::placeLine()
{
    append(words(m_row.text, notePx, m_theme.tokens().text2));
}

void FeedRowLayout::paint(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    for (const Block &block : m_blocks)
        block.words.paint(painter, block.box);
    if (!m_row.time.isEmpty() && m_row.shape == FeedRow::Shape::Item)
        TextLine{m_row.time, m_theme.font(notePx), t.text3}.paint(painter, m_time);
    paintMark(painter);
    if (!m_link.isEmpty())
        Icon(QStringLiteral("chevron-right")).paint(painter, m_link, t.text2);
    if (m_row.isUnread)
        paintUnread(painter);
    if (!m_act.isEmpty())
        paintAct(painter);
}

void FeedRowLayout::paintAct(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const int radius = m_theme.px(Theme::controlRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.control, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(m_act).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    TextLine{m_row.act, m_theme.font(textPx), t.text}.paint(painter, m_act, Qt::AlignHCenter);
}

/// Filled, framed or plain: what matters more has more shape, in grey, too.
void FeedRowLayout::paintMark(QPainter &painter) const
{
    using Tone = FeedRow::Tone;
    const Tokens &t = m_theme.tokens();
    const int side = m_theme.px(markBox);
    const QRect box(m_theme.px(markLeft), m_theme.px(padding - 2), side, side);
    const Tone tone = m_row.isFaded ? Tone::Neutral : m_row.tone;
    const bool filled = tone == Tone::Alarm || tone == Tone::YourTurn;
    QColor ink = m_row.isFaded ? t.text3 : t.text2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    if (filled)
        painter.setBrush(tone == Tone::Alarm ? t.red : t.ink);
    if (tone == Tone::Attention)
        painter.setPen(QPen(t.orangeLine, 1));
    const int radius = m_theme.px(Theme::controlRadius);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (filled)
        ink = tone == Tone::Alarm ? t.onRed : t.onInk;
    else if (tone == Tone::Attention)
        ink = t.orange;
    else if (tone == Tone::Done)
        ink = t.green;
    const int inset = (side - m_theme.px(markIcon)) / 2;
    m_row.icon.paint(painter, box.adjusted(inset, inset, -inset, -inset), ink);
}

void FeedRowLayout::paintUnread(QPainter &painter) const
{
    const int size = m_theme.px(dotSize);
    const int middle = m_theme.px(padding - 2) + m_theme.px(markBox) / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().ink);
    painter.drawEllipse(m_theme.px(dotLeft), middle - size / 2, size, size);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace pressboard::client
