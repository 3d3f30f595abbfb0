// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/numbers_strip.h"

#include "client/widgets/number_cell.h"
#include "client/widgets/strip_words.h"
#include "client/widgets/text_line.h"
#include "client/widgets/theme.h"

#include <QPainter>

namespace pressboard::client {

NumbersStrip::NumbersStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("numbers"));
    for (int i = 0; i < Count; ++i)
        m_cells.append(new NumberCell(theme, i == 0, this));
    const auto resized = [this] {
        setFixedHeight(m_theme.px(m_theme.isRoomy() ? 104 : 76));
        arrange();
    };
    connect(&theme, &Theme::sizesChanged, this, resized);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    resized();
}

void NumbersStrip::show(const QList<CellWords> &words)
{
    for (int i = 0; i < std::min<int>(Count, int(words.size())); ++i) {
        const CellWords &cell = words.at(i);
        m_cells.at(i)->show(cell.label, cell.number, cell.aside, cell.badges);
    }
    arrange();
}

void NumbersStrip::arrange()
{
    const int even = width() / Count;
    const int most = width() - (Count - 1) * std::min(even, m_theme.px(112));
    const int urgent = std::clamp(m_cells.first()->wantedWidth(), even, std::max(even, most));
    int left = 0;
    for (int i = 0; i < Count; ++i) {
        const int right = urgent + (width() - urgent) * i / (Count - 1);
        m_cells.at(i)->setGeometry(left, 0, right - left, height() - 1);
        left = right;
    }
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
