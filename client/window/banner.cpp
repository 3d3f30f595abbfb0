// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/banner.h"

#include "client/controls/outline_button.h"
#include "client/models/format.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"
#include "client/window/actions.h"

#include <QAction>
#include <QEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

/// The banner's red never drains and is the same on both themes, 5.7:1 with white.
const QColor alarmFill(0xC4281E);
const QColor alarmInk(0xFFFFFF);
constexpr int padding = 12;
constexpr int iconSize = 20;
constexpr int iconGap = 9;
constexpr int titleGap = 10;
constexpr int progressGap = 23;
constexpr int smallPx = 12;

} // namespace

Banner::Banner(const Theme &theme, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_button(new OutlineButton(theme, this))
{
    setObjectName(QStringLiteral("banner"));
    setVisible(false);
    connect(m_button, &QAbstractButton::clicked, this, &Banner::act);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

QColor Banner::fill() const
{
    return m_words.alarm ? alarmFill : m_theme.tokens().surface;
}

QColor Banner::ink() const
{
    return m_words.alarm ? alarmInk : m_theme.tokens().text;
}

void Banner::show(const BannerWords &words)
{
    if (m_words == words)
        return;
    m_words = words;
    const bool settings = words.act == BannerWords::Act::Settings;
    m_button->setText(settings ? tr("Settings…") : tr("Reconnect now"));
    m_button->setColors(words.alarm ? alarmInk : m_theme.tokens().text,
                        words.alarm ? alarmInk : m_theme.tokens().control, fill());
    setAccessibleName(sentence());
    setPlainTip(*this, sentence());
    placeButton();
    setVisible(words.shown);
    update();
}

QString Banner::sentence() const
{
    return format::dotted({m_words.title, m_words.asOf, m_words.progress});
}

void Banner::act()
{
    if (m_words.act == BannerWords::Act::Settings)
        m_actions.settings->trigger();
    else
        m_actions.reconnect->trigger();
}

TextLine Banner::line(const QString &text, int designPx, bool bold) const
{
    const auto weight = bold ? Theme::Weight::Bold : Theme::Weight::Regular;
    return {text, m_theme.font(designPx, weight), ink()};
}

int Banner::wantedWidth() const
{
    return oneLineWidth() + (hasButton() ? m_button->sizeHint().width() + m_theme.px(4) : 0);
}

int Banner::titleWidth() const
{
    return m_theme.px(2 * padding + iconSize + iconGap + titleGap)
        + line(m_words.title, 14, true).width() + line(m_words.asOf, 13, false).width();
}

int Banner::oneLineWidth() const
{
    return titleWidth() + m_theme.px(progressGap) + line(m_words.progress, 13, false).width();
}

int Banner::leastWidth() const
{
    return m_words.progress.isEmpty() ? titleWidth() : std::min(oneLineWidth(), twoLinesWidth());
}

bool Banner::showsProgress() const
{
    return width() >= oneLineWidth();
}

int Banner::textLeft() const
{
    return m_theme.px(padding + iconSize + iconGap);
}

int Banner::twoLinesWidth() const
{
    const int first = line(m_words.title, smallPx, true).width() + m_theme.px(titleGap)
        + line(m_words.asOf, smallPx, false).width();
    return textLeft() + m_theme.px(padding)
        + std::max(first, line(m_words.progress, smallPx, false).width());
}

bool Banner::hasTwoLines() const
{
    return !m_words.progress.isEmpty() && !showsProgress() && width() >= twoLinesWidth();
}

void Banner::placeButton()
{
    const QSize wanted = m_button->sizeHint();
    const int beside = wanted.width() + m_theme.px(4);
    // It reconnects by itself: where there is no room for both, what to do is worth more.
    const bool fits = width() >= (showsProgress()     ? wantedWidth()
                                      : hasTwoLines() ? twoLinesWidth() + beside
                                                      : titleWidth() + beside);
    m_button->setVisible(hasButton() && fits);
    m_button->setGeometry(width() - m_theme.px(4) - wanted.width(),
                          (height() - wanted.height()) / 2, wanted.width(), wanted.height());
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border = m_words.alarm ? alarmFill : m_theme.tokens().control;
    painter.setPen(QPen(border, 1));
    painter.setBrush(fill());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::controlRadius,
                            Theme::controlRadius);

    const int icon = m_theme.px(iconSize);
    Icon(m_words.alarm ? QStringLiteral("wifi-off") : QStringLiteral("sync"))
        .paint(painter, QRect(m_theme.px(padding), (height() - icon) / 2, icon, icon), ink());
    const int right = (m_button->isHidden() ? width() : m_button->x()) - m_theme.px(10);
    if (hasTwoLines())
        paintTwoLines(painter, right);
    else
        paintOneLine(painter, right);
}

void Banner::paintOneLine(QPainter &painter, int right) const
{
    int left = textLeft();
    const auto rest = [&] { return QRect(left, 0, right - left, height()); };
    left += line(m_words.title, 14, true).paint(painter, rest()) + m_theme.px(titleGap);
    left += line(m_words.asOf, 13, false).paint(painter, rest()) + m_theme.px(16);
    if (showsProgress())
        line(m_words.progress, 13, false).paint(painter, rest(), Qt::AlignRight);
}

void Banner::paintTwoLines(QPainter &painter, int right) const
{
    const int tall = m_theme.px(16);
    QRect box(textLeft(), height() / 2 - tall, right - textLeft(), tall);
    line(m_words.progress, smallPx, false).paint(painter, box.translated(0, tall));
    box.setLeft(box.left() + line(m_words.title, smallPx, true).paint(painter, box)
                + m_theme.px(titleGap));
    line(m_words.asOf, smallPx, false).paint(painter, box);
}

void Banner::resizeEvent(QResizeEvent *)
{
    placeButton();
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_words = {}; // the next show() sets every word anew
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
