// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/shown_board.h"

#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/models/board.h"
#include "client/models/board_row.h"

using namespace pressboard::client;

namespace pressboard::test {

namespace {

QString lineOf(const BoardRow &row)
{
    const QStringList words{
        row.orderNo,
        row.customer,
        row.product,
        QString::number(row.quantity.value_or(-1)),
        row.deliveryDate.toString(Qt::ISODate),
        QString::number(row.dueDays),
        row.stepName,
        QString::number(int(row.stepStatus)),
        row.operatorName,
        row.previousStep,
        QStringLiteral("%1/%2").arg(row.progress.finished).arg(row.progress.total),
        row.completedLocal.toString(Qt::ISODate)};
    return words.join(u'|');
}

void addRows(const QAbstractItemModel &model, QStringList &lines)
{
    lines.append(QStringLiteral("--"));
    for (int i = 0; i < model.rowCount(); ++i)
        lines.append(lineOf(model.index(i, 0).data(RowRole).value<BoardRow>()));
}

} // namespace

QStringList shownOn(const BoardPage &page)
{
    QStringList lines;
    for (const Panel *panel : page.panels().panels())
        addRows(*panel->rows().model(), lines);
    for (int i = 0; i < BoardNumbers::count; ++i)
        lines.append(page.numbers().cell(i).number());
    return lines;
}

QStringList shownBy(Board &board)
{
    QStringList lines;
    const QList<const BoardListModel *> lists{&board.running(), &board.ready(), &board.urgent(),
                                              &board.completed()};
    for (const BoardListModel *list : lists)
        addRows(*list, lines);
    for (int i = 0; i < BoardNumbers::count; ++i)
        lines.append(board.numbers().at(BoardNumbers::Number(i)).value);
    return lines;
}

} // namespace pressboard::test
