// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/badge_label.h"

#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 13;
constexpr int boxHeight = 20;

} // namespace

BadgeLabel::BadgeLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &QWidget::updateGeometry);
}

void BadgeLabel::show(const Badge &badge)
{
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return {m_badge.width(m_theme, textPx), m_theme.px(boxHeight)};
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_badge.paint(painter, rect(), m_theme, textPx);
}

} // namespace pressboard::client
