// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/flow.h"

#include <algorithm>

namespace pressboard::client {

QList<FlowRow> flow(const QList<QWidget *> &widgets, int room, int gap)
{
    QList<FlowRow> rows;
    for (QWidget *widget : widgets) {
        const int wide = std::min(widget->sizeHint().width(), room);
        const bool fits = !rows.isEmpty() && rows.last().width + gap + wide <= room;
        if (!fits)
            rows.append(FlowRow());
        FlowRow &row = rows.last();
        row.width += wide + (row.left.isEmpty() ? 0 : gap);
        row.left.append(widget);
    }
    return rows;
}

void FlowRow::place(const QRect &line, int gap) const
{
    int from = line.left();
    for (QWidget *widget : left) {
        const int wide = std::min(widget->sizeHint().width(), line.width());
        widget->setGeometry(from, line.top(), wide, line.height());
        from += wide + gap;
    }
    int until = line.right() + 1;
    for (auto widget = right.crbegin(); widget != right.crend(); ++widget) {
        const int wide = (*widget)->sizeHint().width();
        (*widget)->setGeometry(until - wide, line.top(), wide, line.height());
        until -= wide + gap;
    }
}

} // namespace pressboard::client
