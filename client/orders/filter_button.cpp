// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/filter_button.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int textPx = 14;
constexpr int choicePadding = 12;
constexpr int toolPadding = 8;
constexpr int markSize = 14;
constexpr int gap = 6;

} // namespace

FilterButton::FilterButton(const Theme &theme, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(kind == Kind::Choice);
    setAutoExclusive(kind == Kind::Choice);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &QWidget::updateGeometry);
    if (kind == Kind::Menu)
        connect(this, &QAbstractButton::clicked, this, &FilterButton::openMenu);
}

void FilterButton::setWords(const QString &words, const QString &count)
{
    if (text() == words && m_count == count)
        return;
    setText(words);
    m_count = count;
    setAccessibleName(QStringLiteral("%1 %2").arg(words, count).trimmed());
    updateGeometry();
    update();
}

void FilterButton::setMark(const Icon &icon)
{
    m_icon = icon;
    updateGeometry();
}

void FilterButton::setActive(bool active)
{
    m_active = active;
    update();
}

QMenu &FilterButton::menu()
{
    if (m_menu == nullptr)
        m_menu = new QMenu(this);
    return *m_menu;
}

void FilterButton::openMenu()
{
    menu().popup(mapToGlobal(QPoint(0, height())));
}

int FilterButton::padding() const
{
    const bool tool = m_kind == Kind::Menu || m_kind == Kind::Action;
    return m_theme.px(tool ? toolPadding : choicePadding);
}

/// What stands behind the words: the count, or the chevron of a menu, or the cross of a chip.
int FilterButton::trailingWidth() const
{
    if (m_kind == Kind::Menu || m_kind == Kind::Chip)
        return m_theme.px(gap + markSize);
    if (m_count.isEmpty())
        return 0;
    return m_theme.px(gap) + TextLine{m_count, m_theme.font(textPx), {}}.width();
}

QSize FilterButton::sizeHint() const
{
    // That of the bold face, so that nothing moves when it becomes the current one.
    const int words = TextLine{text(), m_theme.font(textPx, Theme::Weight::Bold), {}}.width();
    const int mark = m_icon.isNull() ? 0 : m_theme.px(markSize + gap);
    return {2 * padding() + mark + words + trailingWidth(),
            m_theme.px(m_theme.isRoomy() ? 32 : 28)};
}

QSize FilterButton::minimumSizeHint() const
{
    const QSize wanted = sizeHint();
    return m_kind == Kind::Chip ? QSize(std::min(wanted.width(), m_theme.px(120)), wanted.height())
                                : wanted;
}

void FilterButton::paintGround(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isFilled() || isDown() || underMouse()) {
        painter.setBrush(isFilled() || isDown() ? t.select : t.hover);
        painter.drawRoundedRect(rect(), Theme::controlRadius, Theme::controlRadius);
    }
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.blue, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::controlRadius,
                            Theme::controlRadius);
}

void FilterButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    paintGround(painter);
    const int mark = m_theme.px(markSize);
    QRect rest = rect().adjusted(padding(), 0, -padding(), 0);
    const auto markBox = [&](int left) { return QRect(left, (height() - mark) / 2, mark, mark); };
    if (!m_icon.isNull()) {
        m_icon.paint(painter, markBox(rest.left()), t.text2);
        rest.setLeft(rest.left() + mark + m_theme.px(gap));
    }
    const auto weight =
        isFilled() && m_kind != Kind::Chip ? Theme::Weight::Bold : Theme::Weight::Regular;
    const QRect words = rest.adjusted(0, 0, -trailingWidth(), 0);
    const int used =
        TextLine{text(), m_theme.font(textPx, weight), isFilled() ? t.text : t.text2}.paint(painter,
                                                                                            words);
    if (m_kind == Kind::Menu || m_kind == Kind::Chip)
        Icon(m_kind == Kind::Menu ? QStringLiteral("chevron-down") : QStringLiteral("close"))
            .paint(painter, markBox(rest.right() + 1 - mark), t.text2);
    else
        TextLine{m_count, m_theme.font(textPx), t.text2}.paint(
            painter, rest.adjusted(used + m_theme.px(gap), 0, 0, 0));
}

void FilterButton::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || (m_kind == Kind::Menu && event->key() == Qt::Key_Down))
        click();
    else if (m_kind == Kind::Chip && event->key() == Qt::Key_Delete)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace pressboard::client
