// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/header_button.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 13;
constexpr int sidePadding = 12;
constexpr int markSize = 16;
constexpr int dotSize = 8;

} // namespace

HeaderButton::HeaderButton(const Theme &theme, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setFocusPolicy(kind == Kind::Action ? Qt::TabFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &QWidget::updateGeometry);
}

void HeaderButton::setMark(const Icon &icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void HeaderButton::setDot(bool shown, bool live)
{
    m_dotShown = shown;
    m_dotLive = live;
    updateGeometry();
    update();
}

void HeaderButton::setWords(const QString &words, Tone tone)
{
    if (text() == words && m_tone == tone)
        return;
    setText(words);
    m_tone = tone;
    updateGeometry();
    update();
}

void HeaderButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

void HeaderButton::setOn(bool on)
{
    m_on = on;
    update();
}

void HeaderButton::setFirst(bool first)
{
    m_first = first;
    update();
}

int HeaderButton::markWidth() const
{
    if (m_dotShown)
        return m_theme.px(dotSize);
    return m_icon.isNull() ? 0 : m_theme.px(markSize);
}

QSize HeaderButton::sizeHint() const
{
    const int mark = markWidth();
    const bool words = !m_compact && !text().isEmpty();
    int width = m_theme.px(2 * sidePadding) + mark;
    if (words)
        width += TextLine{text(), m_theme.font(textPx), {}}.width();
    if (words && mark > 0)
        width += m_theme.px(m_dotShown ? 6 : 7);
    return {width, m_theme.px(28)};
}

void HeaderButton::paintMark(QPainter &painter, int left) const
{
    const Tokens &t = m_theme.tokens();
    const int size = markWidth();
    const QRect box(left, (height() - size) / 2, size, size);
    if (!m_dotShown) {
        m_icon.paint(painter, box, m_tone == Tone::Amber ? t.orange : t.text2);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor live = m_tone == Tone::Amber ? t.orangeLine : t.dot;
    painter.setBrush(m_dotLive ? live : t.control);
    painter.drawEllipse(box);
}

void HeaderButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    if (m_kind == Kind::Action && (underMouse() || isDown() || m_on))
        painter.fillRect(rect().adjusted(1, m_theme.px(6), 0, -m_theme.px(6)),
                         isDown() || m_on ? t.select : t.hover);
    if (!m_first) {
        const int tall = m_theme.px(16);
        fillHairline(painter, QRect(0, (height() - tall) / 2, 1, tall), t.line);
    }
    int left = m_theme.px(sidePadding);
    const int mark = markWidth();
    if (mark > 0) {
        paintMark(painter, left);
        left += mark + m_theme.px(m_dotShown ? 6 : 7);
    }
    if (!m_compact) {
        const QColor ink = m_tone == Tone::Amber ? t.orange : t.text2;
        TextLine{text(), m_theme.font(textPx), ink}.paint(painter,
                                                          QRect(left, 0, width() - left, height()));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.blue, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 7, -2, -7), Theme::controlRadius,
                                Theme::controlRadius);
    }
}

} // namespace pressboard::client
