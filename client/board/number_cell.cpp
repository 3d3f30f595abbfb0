// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/number_cell.h"

#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int padding = 16;
constexpr int narrowCell = 120; ///< at 960 wide, seven cells are
constexpr int narrowPadding = 12;
constexpr int gap = 10;
constexpr int badgeGap = 6;
constexpr int asidePx = 13;
constexpr int narrowLabelPx = 12;
constexpr int lowDigits = 18;
constexpr int lowGap = 6;

} // namespace

NumberCell::NumberCell(const Theme &theme, bool first, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_first(first)
{
    setMouseTracking(true);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void NumberCell::show(const QString &label, const QString &number, const QString &aside,
                      const QList<Badge> &badges, bool isAsideDoor)
{
    m_isAsideDoor = isAsideDoor;
    m_label = label;
    m_number = number;
    m_aside = aside;
    m_badges = badges;
    describe();
    update();
}

void NumberCell::describe()
{
    QStringList parts{m_label, m_number};
    for (const Badge &badge : std::as_const(m_badges))
        parts.append(badge.text);
    if (!m_aside.isEmpty())
        parts.append(m_aside);
    setAccessibleName(parts.join(u' '));
    setPlainTip(*this, parts.join(u' '));
}

void NumberCell::setLow(bool low)
{
    m_low = low;
    update();
}

TextLine NumberCell::numberLine() const
{
    const int digits = m_low ? lowDigits : m_theme.isRoomy() ? 44 : 28;
    return {m_number, m_theme.font(digits, Theme::Weight::Bold), m_theme.tokens().text};
}

int NumberCell::leastWidth() const
{
    const int label = TextLine{m_label, m_theme.font(narrowLabelPx), {}}.width();
    const int number = numberLine().width();
    const int padding = m_theme.px(2 * narrowPadding);
    return m_low ? label + m_theme.px(lowGap) + number + padding
                 : std::max(label, number) + padding;
}

int NumberCell::wantedWidth() const
{
    if (m_low)
        return leastWidth();
    int width = numberLine().width();
    for (const Badge &badge : m_badges)
        width += m_theme.px(badgeGap) + badge.width(m_theme, asidePx);
    if (!m_aside.isEmpty())
        width += TextLine{m_aside, m_theme.font(asidePx), {}}.width();
    return width + m_theme.px(2 * padding + gap);
}

bool NumberCell::isNarrow() const
{
    return width() < m_theme.px(narrowCell);
}

TextLine NumberCell::labelLine() const
{
    return {m_label, m_theme.font(isNarrow() || m_low ? narrowLabelPx : 13),
            m_theme.tokens().text2};
}

bool NumberCell::labelFits() const
{
    return m_low
        ? leastWidth() <= width()
        : labelLine().width() + m_theme.px(isNarrow() ? narrowPadding : padding) <= width();
}

TextLine NumberCell::asideLine() const
{
    return {m_aside, m_theme.font(asidePx), m_theme.tokens().text2};
}

NumberCell::Places NumberCell::places() const
{
    if (m_low)
        return {};
    const int left = m_theme.px(isNarrow() ? narrowPadding : padding);
    const int right = width() - m_theme.px(2);
    const int middle = height() / 2;
    const int lift = m_theme.px(m_theme.isRoomy() ? 25 : 18);
    const int drop = m_theme.px(m_theme.isRoomy() ? 17 : 12);
    Places places;
    places.label = QRect(left, middle - lift - m_theme.px(8), right - left, m_theme.px(16));
    places.number = QRect(left, middle + drop - m_theme.px(16), right - left, m_theme.px(32));
    const int used = std::min(numberLine().width(), places.number.width());
    int next = left + used + m_theme.px(gap);
    const int line = places.number.bottom() + 1 - m_theme.px(m_theme.isRoomy() ? 16 : 19);
    if (next + asideLine().width() <= right) // else the tooltip has it: never half a word
        places.aside = QRect(next, line, asideLine().width(), m_theme.px(16));
    for (const Badge &badge : m_badges) {
        const int wanted = badge.width(m_theme, asidePx);
        if (next + wanted > right)
            break;
        places.badges.append(QRect(next, line - m_theme.px(5), wanted, m_theme.px(21)));
        next += wanted + m_theme.px(badgeGap);
    }
    return places;
}

bool NumberCell::leads(const QString &text) const
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.isDigit() && letter != u'0'; });
}

QList<int> NumberCell::doors() const
{
    QList<int> doors;
    if (leads(m_number))
        doors.append(numberDoor);
    const Places shown = places();
    for (int badge = 0; badge < shown.badges.size(); ++badge)
        doors.append(numberDoor + 1 + badge);
    if (m_isAsideDoor && leads(m_aside) && !shown.aside.isEmpty())
        doors.append(numberDoor + 1 + int(m_badges.size()));
    return doors;
}

QString NumberCell::doorText(int door) const
{
    if (door == numberDoor)
        return m_label + u' ' + m_number;
    return door <= m_badges.size() ? m_badges.at(door - 1).text : m_aside;
}

QRect NumberCell::doorRect(int door) const
{
    if (door == numberDoor)
        return rect().adjusted(m_first ? 0 : 1, 0, 0, 0);
    const int around = m_theme.px(3);
    const Places shown = places();
    const QRect place = door <= m_badges.size() ? shown.badges.value(door - 1) : shown.aside;
    return place.adjusted(-around, -around, around, around);
}

int NumberCell::doorAt(const QPoint &point) const
{
    const QList<int> all = doors();
    for (auto door = all.crbegin(); door != all.crend(); ++door) {
        if (doorRect(*door).contains(point))
            return *door;
    }
    return -1;
}

void NumberCell::setHovered(int door)
{
    if (m_hovered == door)
        return;
    m_hovered = door;
    setCursor(door < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void NumberCell::setFocusedDoor(int door)
{
    if (m_focused == door)
        return;
    m_focused = door;
    update();
}

void NumberCell::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(doorAt(event->position().toPoint()));
}

void NumberCell::mouseReleaseEvent(QMouseEvent *event)
{
    const int door = doorAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && door >= 0)
        Q_EMIT chosen(door);
}

void NumberCell::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void NumberCell::paintDoor(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    if (m_hovered >= 0)
        painter.fillRect(doorRect(m_hovered).adjusted(0, 0, 0, -1), t.hover);
    if (m_focused < 0)
        return;
    painter.setPen(QPen(t.blue, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(doorRect(m_focused).adjusted(1, 1, -1, -1));
}

void NumberCell::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    paintDoor(painter);
    if (!m_first)
        fillHairline(painter, QRect(0, 0, 1, height()), t.hair);
    if (m_low)
        return paintLow(painter);
    const Places shown = places();
    labelLine().paint(painter, shown.label);
    numberLine().paint(painter, shown.number);
    for (int badge = 0; badge < shown.badges.size(); ++badge)
        m_badges.at(badge).paint(painter, shown.badges.at(badge), m_theme, asidePx);
    if (!shown.aside.isEmpty())
        asideLine().paint(painter, shown.aside.adjusted(0, 0, 1, 0));
}

void NumberCell::paintLow(QPainter &painter) const
{
    QRect rest = rect().adjusted(m_theme.px(narrowPadding), 0, 0, 0);
    rest.setLeft(rest.left() + labelLine().paint(painter, rest) + m_theme.px(lowGap));
    numberLine().paint(painter, rest);
}

} // namespace pressboard::client
