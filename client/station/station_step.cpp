// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_step.h"

#include "client/bigscreen/short_words.h"
#include "client/models/format.h"

#include <QCoreApplication>

namespace pressboard::client {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StationStep)
};

void tellEarlierStep(StationStep &words, const BoardRow &row)
{
    if (row.previousStep.isEmpty() || !row.elapsed || row.stepStatus != StepStatus::Waiting)
        return;
    const QString time = short_words::elapsed(row.elapsed);
    //: 1: a step, 2: a time
    words.earlier = Words::tr("%1 done %2 ago").arg(short_words::step(row.previousStep), time);
    words.earlierShort = Words::tr("done %1 ago").arg(time);
}

} // namespace

StationStep stationStep(const BoardRow &row, int sharedPrefix)
{
    StationStep words;
    words.orderId = row.orderId;
    words.tier = row.mustStop ? DueTier::Overdue : row.due; // the same red
    words.mustStop = row.mustStop;
    words.isNew = row.isNew;
    words.due = short_words::due(row);
    words.number = row.orderNo.mid(sharedPrefix);
    words.customer = short_words::customer(row.customer);
    words.product = short_words::product(row.product);
    words.quantity = format::quantity(row.quantity, row.unit);
    words.step = short_words::step(row.stepName);
    words.category = format::category(row.category);
    words.operatorName = row.operatorName;
    words.elapsed = short_words::elapsed(row.elapsed);
    tellEarlierStep(words, row);
    return words;
}

} // namespace pressboard::client
