// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/search_field.h"

#include "client/text/plain_tip.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int leastForWords = 76;

} // namespace

SearchField::SearchField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("search"));
    setFrame(false);
    setMaxLength(80);
    connect(&theme, &Theme::colorsChanged, this, &SearchField::applyTheme);
    connect(&theme, &Theme::sizesChanged, this, &SearchField::applySizes);
    applyTheme();
    applySizes();
    retranslate();
}

void SearchField::beginTyping()
{
    if (!hasFocus())
        selectAll(); // a new search, not more of the old one
    setFocus(Qt::ShortcutFocusReason);
}

void SearchField::insertTyped(const QString &letters)
{
    beginTyping();
    insert(letters);
}

void SearchField::setHint(const QString &hint, const QString &tip)
{
    m_hint = hint;
    m_tip = tip;
    retranslate();
}

void SearchField::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Text, m_theme.tokens().text);
    colors.setColor(QPalette::PlaceholderText, m_theme.tokens().text3);
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
}

void SearchField::applySizes()
{
    setFont(m_theme.font(13));
    setFixedHeight(m_theme.px(m_theme.isRoomy() ? 32 : 28));
    setTextMargins(m_theme.px(30), 0, m_theme.px(8), 0);
}

void SearchField::retranslate()
{
    applyPlaceholder();
    setAccessibleName(tr("Search"));
    const QString usualTip = tr("Order number, customer, product or their pinyin initials; Enter "
                                "opens, Esc clears");
    setPlainTip(*this, m_tip.isEmpty() ? usualTip : m_tip);
}

void SearchField::applyPlaceholder()
{
    const QString hint = m_hint.isEmpty() ? tr("Order / customer / product, or scan") : m_hint;
    setPlaceholderText(width() < m_theme.px(leastForWords) ? QString() : hint);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    applyPlaceholder();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    const Tokens &t = m_theme.tokens();
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal pen = hasFocus() ? 2 : 1;
        painter.setPen(QPen(hasFocus() ? t.blue : t.control, pen));
        painter.setBrush(t.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2),
                                Theme::controlRadius, Theme::controlRadius);
        const int side = m_theme.px(16);
        Icon(QStringLiteral("search"))
            .paint(painter, QRect(m_theme.px(9), (height() - side) / 2, side, side), t.text2);
    }
    QLineEdit::paintEvent(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QLineEdit::keyPressEvent(event);
    const bool hadText = !text().isEmpty();
    clear();
    Q_EMIT cleared(hadText);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace pressboard::client
