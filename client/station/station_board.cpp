// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_board.h"

#include "client/answers/usual_durations.h"
#include "client/bigscreen/short_words.h"
#include "client/models/almost_ready.h"
#include "client/models/format.h"
#include "client/models/order_prefix.h"

#include <QCoreApplication>

namespace pressboard::client {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StationBoard)
};

QList<BoardRow> rowsOf(const BoardListModel &list)
{
    QList<BoardRow> rows;
    rows.reserve(list.rowCount());
    for (int row = 0; row < list.rowCount(); ++row)
        rows.append(list.row(row));
    return rows;
}

QList<BoardRow> almostReady(const Store &store, const BoardListModel &waiting)
{
    QList<BoardRow> rows;
    for (const BoardRow &row : rowsOf(waiting)) {
        const Order *order = store.book().order(row.orderId);
        const Step *step = order ? order->step(row.progressId) : nullptr;
        if (step && isAlmostReady(*order, *step, store.ready().joinSteps()))
            rows.append(row);
    }
    return rows;
}

void tellEnd(StationStep &words, const BoardRow &row, const Store &store, const StationPace &pace)
{
    const auto usual = pace.usual.constFind(row.stepName);
    if (!row.elapsed || usual == pace.usual.constEnd() || !usual->isEnough())
        return;
    const Moment now = store.boardNow();
    const OptionalMoment end = expectedEnd(now - *row.elapsed, usual->median, pace.calendar, now);
    words.endTitle = end ? Words::tr("Done at about") : Words::tr("Usually takes");
    words.end = end ? format::timeSince(
                    QDateTime::fromMSecsSinceEpoch(end->time_since_epoch().count(), store.zone()),
                    store.today())
                    : short_words::elapsed(usual->median);
}

} // namespace

StationBoard stationBoard(const Store &store, Board &board, const StationPace &pace)
{
    const QList<BoardRow> running = rowsOf(board.running()) + rowsOf(board.unreported());
    const QList<BoardRow> ready = rowsOf(board.ready());
    const QList<BoardRow> soon = almostReady(store, board.waiting());
    // One beginning for all: an order is called the same wherever it stands.
    OrderPrefix prefix;
    for (const QList<BoardRow> *rows : {&running, &ready, &soon}) {
        for (const BoardRow &row : *rows)
            prefix.add(row.orderNo);
    }
    const auto words = [&prefix](const BoardRow &row) {
        return stationStep(row, prefix.in(row.orderNo));
    };
    StationBoard shown;
    for (const BoardRow &row : running) {
        shown.running.append(words(row));
        tellEnd(shown.running.last(), row, store, pace);
    }
    for (const BoardRow &row : ready)
        (shown.next.isEmpty() ? shown.next : shown.queue).append(words(row));
    for (const BoardRow &row : soon)
        shown.soon.append(words(row));
    return shown;
}

} // namespace pressboard::client
