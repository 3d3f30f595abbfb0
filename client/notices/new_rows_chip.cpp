// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/new_rows_chip.h"

#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 13;
constexpr int padding = 12;
constexpr int markSize = 14;
constexpr int tall = 28;

} // namespace

NewRowsChip::NewRowsChip(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("newRows"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void NewRowsChip::setCount(int count)
{
    m_count = count;
    retranslate();
    setVisible(count > 0);
}

void NewRowsChip::retranslate()
{
    setText(tr("%n new", nullptr, m_count));
    setPlainTip(*this, tr("To the newest"));
    resize(sizeHint());
    update();
}

QSize NewRowsChip::sizeHint() const
{
    const int words = TextLine{text(), m_theme.font(textPx, Theme::Weight::Bold), {}}.width();
    return {words + m_theme.px(2 * padding + markSize + 6), m_theme.px(tall)};
}

void NewRowsChip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(t.blue, 2) : QPen(Qt::NoPen));
    painter.setBrush(t.ink);
    const QRectF shape = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
    const int size = m_theme.px(markSize);
    const int left = m_theme.px(padding);
    Icon(QStringLiteral("chevron-up"))
        .paint(painter, QRect(left, (height() - size) / 2, size, size), t.onInk);
    TextLine{text(), m_theme.font(textPx, Theme::Weight::Bold), t.onInk}.paint(
        painter, rect().adjusted(left + size + m_theme.px(6), 0, 0, 0));
}

void NewRowsChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

} // namespace pressboard::client
