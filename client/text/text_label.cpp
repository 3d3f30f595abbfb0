// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/text_label.h"

#include "client/text/plain_tip.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

TextLabel::TextLabel(const Theme &theme, int designPx, Theme::Weight weight, Ink ink,
                     QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_designPx(designPx)
    , m_weight(weight)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::colorsChanged, this, &TextLabel::applyTheme);
    connect(&theme, &Theme::sizesChanged, this, &TextLabel::applyTheme);
    applyTheme();
}

void TextLabel::setElides()
{
    m_elides = true;
    setWordWrap(false);
}

void TextLabel::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.tokens().*m_ink);
    setPalette(colors);
    setFont(m_theme.font(m_designPx, m_weight));
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    return m_elides ? QSize(std::min(least.width(), m_theme.px(24)), least.height()) : least;
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_elides)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    TextLine{text(), font(), palette().color(QPalette::WindowText)}.paint(painter, rect());
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (m_elides)
        setPlainTip(*this, QLabel::sizeHint().width() > width() ? text() : QString());
}

} // namespace pressboard::client
