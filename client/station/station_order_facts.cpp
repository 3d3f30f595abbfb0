// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_order_facts.h"

#include "client/bigscreen/short_words.h"
#include "client/models/board_entry.h"
#include "client/models/format.h"
#include "client/models/order_number.h"

#include <QCoreApplication>

namespace pressboard::client {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StationOrderFacts)
};

BoardRow heldRow(const Order &order, const Store &store)
{
    const BoardEntry entry = heldEntry(order, store.ready().joinSteps());
    BoardRow row = entry.row;
    tellTime(row, entry.since, store.boardNow(), store.today());
    return row;
}

QString heldSentence(const BoardRow &row)
{
    if (row.stepName.isEmpty())
        return {};
    const QString step = short_words::step(row.stepName);
    const QString time = short_words::elapsed(row.elapsed);
    if (row.stepStatus == StepStatus::InProgress)
        //: 1: a step that runs, 2: how long, 3: who
        return format::dotted({time.isEmpty() ? Words::tr("In %1").arg(step)
                                              : Words::tr("In %1 for %2").arg(step, time),
                               row.operatorName});
    //: 1: a step, 2: how long
    return time.isEmpty() ? Words::tr("Waiting for %1").arg(step)
                          : Words::tr("Waiting for %1 for %2").arg(step, time);
}

QString placeInQueue(CrmId orderId, const BoardListModel &ready)
{
    for (int row = 0; row < ready.rowCount(); ++row) {
        if (ready.row(row).orderId == orderId)
            return row == 0 ? Words::tr("Next") : Words::tr("%n order(s) before it", nullptr, row);
    }
    return {};
}

QString below(const Order &order, const TimelineStep &told, const Store &store)
{
    const Step *step = order.step(told.progressId);
    const bool isRunning = told.state == TimelineStep::State::Running;
    if (step == nullptr || (!isRunning && told.state != TimelineStep::State::Ready))
        return {};
    BoardRow row = entryOf(order, *step).row;
    tellTime(row,
             isRunning ? runningSince(*step) : readySince(order, *step, store.ready().joinSteps()),
             store.boardNow(), store.today());
    const QString who = isRunning ? step->operatorName : Words::tr("ready");
    return QString(who + QLatin1Char(' ') + short_words::elapsed(row.elapsed)).trimmed();
}

QList<StationOrderTrack> tracksOf(const Order &order, const StepTimeline &timeline,
                                  const Store &store)
{
    QList<StationOrderTrack> tracks;
    for (const TimelineTrack &track : timeline.tracks) {
        tracks.append({track.title, {}});
        for (const TimelineStep &step : track.steps)
            tracks.last().steps.append(
                {short_words::step(step.name), step.state, below(order, step, store)});
    }
    return tracks;
}

} // namespace

StationOrderFacts stationOrderFacts(const Order &order, const Store &store, Board &board)
{
    BoardRow row = heldRow(order, store);
    row.mustStop = board.marks().mustStop(order);
    const StepTimeline timeline =
        timelineOf(order, store.ready().joinSteps(), store.boardNow(), store.zone());
    const auto prefix = std::max<qsizetype>(0, order.orderNo.size() - StationOrderFacts::saidAloud);
    StationOrderFacts facts;
    facts.orderId = order.orderId;
    facts.number = format::orderNumber(order).mid(prefix);
    facts.prefix = order.orderNo.left(prefix);
    facts.status = format::status(order.status, order.statusDisplay);
    facts.tier = row.mustStop ? DueTier::Overdue : row.due;
    facts.due = row.mustStop || row.due != DueTier::Later ? short_words::due(row) : QString();
    facts.date = format::dateWithDay(order.deliveryDate);
    facts.customer = order.customerName;
    facts.product = order.productName;
    facts.quantity = format::quantity(order.quantity, order.unit);
    facts.held = heldSentence(row);
    facts.queue = placeInQueue(order.orderId, board.ready());
    facts.join = timeline.joinText;
    facts.tracks = tracksOf(order, timeline, store);
    facts.note = order.note;
    facts.mustStop = row.mustStop;
    return facts;
}

} // namespace pressboard::client
