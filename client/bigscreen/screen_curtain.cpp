// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_curtain.h"

#include "client/bigscreen/big_style.h"
#include "client/models/format.h"
#include "client/theme/icon.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int iconSize = 120;
constexpr int titleHeight = 96;

} // namespace

ScreenCurtain::ScreenCurtain(const BigStyle &style, int titleSize, int textSize, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
    , m_titleSize(titleSize)
    , m_textSize(textSize)
{
    connect(&style, &BigStyle::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ScreenCurtain::show(Kind kind, const QString &title, const QString &text)
{
    if (kind == m_kind && title == m_title && text == m_text)
        return;
    m_kind = kind;
    m_title = title;
    m_text = text;
    setAccessibleName(format::dotted({title, text}));
    setVisible(kind != Kind::Open);
    update();
}

void ScreenCurtain::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_kind == Kind::Dark) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    const Tokens &t = m_style.liveTokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), t.bg);
    const int room = width() * 8 / 10;
    const int left = (width() - room) / 2;
    const int top = height() * 3 / 10;
    Icon(QStringLiteral("monitor")).paint(painter, QRect(left, top, room, px(iconSize)), t.text3);
    // Sentences wrap: a line that is cut off helps nobody who has to act on it.
    const auto wrapped = [&](int from, int size, BigStyle::Weight weight, const QString &words,
                             const QColor &ink) {
        QRect used;
        painter.setFont(m_style.font(size, weight));
        painter.setPen(ink);
        painter.drawText(QRect(left, from, room, height() - from),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words, &used);
        return used.bottom();
    };
    const int below =
        wrapped(top + px(iconSize + 40), m_titleSize, BigStyle::Weight::Bold, m_title, t.text);
    wrapped(std::max(below, top + px(iconSize + 40 + titleHeight)) + px(24), m_textSize,
            BigStyle::Weight::Regular, m_text, t.text2);
}

} // namespace pressboard::client
