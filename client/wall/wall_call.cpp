// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_call.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/wall/wall_style.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int side = 33;
constexpr int iconSize = 96;
constexpr int edge = 12;

} // namespace

WallCall::WallCall(const WallStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &WallStyle::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void WallCall::show(const std::optional<Toast> &toast)
{
    setVisible(toast.has_value());
    m_title = toast ? toast->title : QString();
    m_text = toast ? toast->text : QString();
    m_alarm = toast && toast->emphasis == ToastEmphasis::Alarm;
    setAccessibleName(format::dotted({m_title, m_text}));
    update();
}

void WallCall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), m_alarm ? t.red : t.surface);
    if (!m_alarm)
        painter.fillRect(0, 0, px(edge), height(), t.orangeLine);
    const QColor ink = m_alarm ? t.onRed : t.text;
    QRect room = rect().adjusted(px(side), 0, -px(side), 0);
    Icon(QStringLiteral("warning"))
        .paint(painter, QRect(room.left(), 0, px(iconSize), height()),
               m_alarm ? t.onRed : t.orange);
    room.setLeft(room.left() + px(iconSize + 32));
    const TextLine title = m_style.fitting(m_title, WallStyle::call, WallStyle::small, room.width(),
                                           ink, WallStyle::Weight::Bold);
    if (m_text.isEmpty()) {
        title.paint(painter, room);
        return;
    }
    const int middle = height() * 11 / 20;
    title.paint(painter, room.adjusted(0, px(24), 0, middle - height()));
    m_style.fitting(m_text, WallStyle::clock, WallStyle::small, room.width(), ink)
        .paint(painter, room.adjusted(0, middle, 0, -px(24)));
}

} // namespace pressboard::client
