// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/link_button.h"

#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 14;
constexpr int least = 24;

} // namespace

LinkButton::LinkButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // it gives way, and is cut
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &QWidget::updateGeometry);
}

void LinkButton::setAddress(const QString &address)
{
    m_address = address;
    setPlainTip(*this, address);
    updateGeometry();
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFont font = m_theme.font(textPx);
    return {TextLine{m_address, font, {}}.width(), QFontMetrics(font).height()};
}

QSize LinkButton::minimumSizeHint() const
{
    return {m_theme.px(least), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    QFont font = m_theme.font(textPx);
    font.setUnderline(underMouse() || hasFocus());
    TextLine{m_address, font, t.blue}.paint(painter, rect());
    if (!hasFocus())
        return;
    painter.setPen(QPen(t.blue, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pressboard::client
