// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/numbers_strip.h"

#include "client/board/number_cell.h"
#include "client/models/board_numbers.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

NumbersStrip::NumbersStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("numbers"));
    setFocusPolicy(Qt::TabFocus);
    for (int i = 0; i < BoardNumbers::count; ++i) {
        auto *cell = new NumberCell(theme, i == 0, this);
        m_cells.append(cell);
        connect(cell, &NumberCell::chosen, this, [this, i](int door) { choose({i, door}); });
    }
    connect(&theme, &Theme::sizesChanged, this, &NumbersStrip::applySizes);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    applySizes();
}

void NumbersStrip::applySizes()
{
    setFixedHeight(m_theme.px(m_low ? 36 : m_theme.isRoomy() ? 104 : 76));
    arrange();
}

void NumbersStrip::setLow(bool low)
{
    if (m_low == low)
        return;
    m_low = low;
    for (NumberCell *cell : std::as_const(m_cells))
        cell->setLow(low);
    applySizes();
}

void NumbersStrip::showTiers(const BoardNumbers &numbers)
{
    const BoardNumbers::Tiers &tiers = numbers.tiers();
    m_badges.clear();
    m_tiers.clear();
    const auto add = [this](qint64 count, const QString &words, Badge::Shape shape, Counted what) {
        if (count == 0)
            return;
        m_badges.append({words.arg(count), shape});
        m_tiers.append(what);
    };
    add(tiers.overdue, tr("Overdue %1"), Badge::Shape::Filled, Counted::Overdue);
    add(tiers.today, tr("Today %1"), Badge::Shape::Outlined, Counted::DueToday);
    add(tiers.within3Days, tr("3 days %1"), Badge::Shape::Ink, Counted::Within3Days);
}

void NumbersStrip::show(const BoardNumbers &numbers)
{
    showTiers(numbers);
    for (int i = 0; i < BoardNumbers::count; ++i) {
        const BoardNumbers::Shown &shown = numbers.at(BoardNumbers::Number(i));
        m_cells.at(i)->show(shown.label, shown.value, shown.aside,
                            i == BoardNumbers::Urgent ? m_badges : QList<Badge>(),
                            i == BoardNumbers::StepsWaiting);
    }
    m_caveat = numbers.caveat();
    arrange();
}

Counted NumbersStrip::counted(int cell, int door) const
{
    if (door != NumberCell::numberDoor)
        return cell == BoardNumbers::Urgent ? m_tiers.value(door - 1) : Counted::StepsReady;
    switch (BoardNumbers::Number(cell)) {
    case BoardNumbers::Urgent:
        return Counted::Urgent;
    case BoardNumbers::StepsInProgress:
        return Counted::StepsInProgress;
    case BoardNumbers::StepsWaiting:
        return Counted::StepsWaiting;
    case BoardNumbers::Processing:
        return Counted::Processing;
    case BoardNumbers::Pending:
        return Counted::Pending;
    case BoardNumbers::Completed:
        return Counted::Completed;
    case BoardNumbers::Total:
        break;
    }
    return Counted::All;
}

QList<NumbersStrip::Place> NumbersStrip::doors() const
{
    QList<Place> doors;
    for (int i = 0; i < m_cells.size(); ++i) {
        if (m_cells.at(i)->isHidden())
            continue;
        for (const int door : m_cells.at(i)->doors())
            doors.append({i, door});
    }
    return doors;
}

void NumbersStrip::choose(Place place)
{
    Q_EMIT chosen(counted(place.cell, place.door), m_cells.at(place.cell)->doorText(place.door));
}

void NumbersStrip::setCurrent(Place place)
{
    m_current = place;
    showCurrent();
}

void NumbersStrip::showCurrent()
{
    const bool isShown = hasFocus() && doors().contains(m_current);
    for (int i = 0; i < m_cells.size(); ++i)
        m_cells.at(i)->setFocusedDoor(isShown && i == m_current.cell ? m_current.door : -1);
    describe();
}

void NumbersStrip::keyPressEvent(QKeyEvent *event)
{
    const QList<Place> all = doors();
    const auto at = all.indexOf(m_current);
    const int key = event->key();
    const bool isNext = key == Qt::Key_Right || key == Qt::Key_Down;
    const bool isBack = key == Qt::Key_Left || key == Qt::Key_Up;
    if (all.isEmpty())
        return QWidget::keyPressEvent(event);
    if (at >= 0 && (key == Qt::Key_Return || key == Qt::Key_Enter))
        choose(m_current);
    else if (isNext || isBack)
        setCurrent(all.at(std::clamp<qsizetype>(at + (isNext ? 1 : -1), 0, all.size() - 1)));
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        setCurrent(key == Qt::Key_Home ? all.first() : all.last());
    else
        QWidget::keyPressEvent(event); // typing is the search's
}

void NumbersStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const QList<Place> all = doors();
    setCurrent(all.contains(m_current) ? m_current : all.value(0));
}

void NumbersStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    showCurrent();
}

int NumbersStrip::fitting() const
{
    int used = 0;
    int count = 0;
    for (const NumberCell *cell : m_cells) {
        used += cell->leastWidth();
        if (used > width())
            break;
        ++count;
    }
    return std::max(1, count);
}

void NumbersStrip::arrange()
{
    const int shown = fitting();
    int least = 0;
    for (int i = 1; i < shown; ++i)
        least += m_cells.at(i)->leastWidth();
    const int even = width() / shown;
    const int roomForFirst = std::max(m_cells.first()->leastWidth(), width() - least);
    const int first = shown == 1 ? width()
                                 : std::clamp(std::max(m_cells.first()->wantedWidth(), even),
                                              m_cells.first()->leastWidth(), roomForFirst);
    const int rest = shown == 1 ? 0 : (width() - first) / (shown - 1);
    const bool isEven =
        std::all_of(m_cells.cbegin() + 1, m_cells.cbegin() + shown,
                    [rest](const NumberCell *cell) { return cell->leastWidth() <= rest; });
    const int extra = shown == 1 ? 0 : (width() - first - least) / (shown - 1);
    int left = 0;
    for (int i = 0; i < m_cells.size(); ++i) {
        NumberCell *cell = m_cells.at(i);
        cell->setVisible(i < shown);
        const int wide = i == 0 ? first : isEven ? rest : cell->leastWidth() + extra;
        cell->setGeometry(left, 0, i == shown - 1 ? width() - left : wide, height() - 1);
        left += wide;
    }
    describe();
}

void NumbersStrip::describe()
{
    QStringList lines;
    for (const NumberCell *cell : std::as_const(m_cells)) {
        if (cell->isHidden())
            lines.append(cell->accessibleName());
    }
    if (!m_caveat.isEmpty())
        lines.append(m_caveat);
    setPlainTip(*this, lines.join(u'\n'));
    setAccessibleName(tr("Numbers"));
    const bool tellsDoor = hasFocus() && doors().contains(m_current);
    setAccessibleDescription(tellsDoor ? m_cells.at(m_current.cell)->doorText(m_current.door)
                                       : lines.join(u'\n'));
}

void NumbersStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    fillHairline(painter, QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

void NumbersStrip::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace pressboard::client
