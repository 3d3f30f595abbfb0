// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/answer_columns.h"

#include "client/answers/sentences.h"
#include "client/models/format.h"

#include <QDateTime>

namespace pressboard::client {
namespace {

constexpr double all = 100; ///< percent

QDateTime local(Moment moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
}

bool isByHour(TimeRange range)
{
    return range != TimeRange::Last7Days && range != TimeRange::Last30Days;
}

/// "2" or "2.5": a mean of four weeks has quarters.
QString mean(double value)
{
    return QString::number(value, 'f', value == double(qint64(value)) ? 0 : 1);
}

} // namespace

QString AnswerColumns::name(const DueColumns::Column &column)
{
    return column.day.isNull() ? tr("Overdue") : format::dateWithDay(column.day);
}

QString AnswerColumns::dueText(const DueColumns::Column &column)
{
    //: 1: a day, 2 to 4: numbers of orders
    return tr("%1: %2 pending, %3 in production, %4 finished")
        .arg(name(column), format::number(column.pending), format::number(column.processing),
             format::number(column.completed));
}

QString AnswerColumns::dueNote(const DueColumns &answer)
{
    const int beyond = answer.later + answer.undated;
    if (beyond == 0)
        return tr("Not finished yet");
    return tr("Not finished yet; %n more later or without a date", nullptr, beyond);
}

ColumnData::Column AnswerColumns::dueColumn(const DueColumns &answer, int index)
{
    const DueColumns::Column &due = answer.columns[size_t(index)];
    ColumnData::Column column{format::date(due.day),
                              ColumnData::Label::Plain,
                              format::number(due.open()),
                              false,
                              dueText(due),
                              false};
    // The days that people ask for, and the one that the sentence names.
    column.keepsLabel = index <= DueColumns::today + 1 || index == answer.busiest();
    if (index == DueColumns::overdue) {
        column.label = tr("Overdue", "a column");
        // Red means something, or is not there.
        column.shape = due.open() > 0 ? ColumnData::Label::Filled : ColumnData::Label::Plain;
        column.isTopBold = true;
    } else if (index == DueColumns::today) {
        column.label = tr("Today");
        column.shape = ColumnData::Label::Outlined;
        column.isTopBold = true;
    }
    return column;
}

ColumnData AnswerColumns::of(const DueColumns &answer)
{
    ColumnData data;
    ColumnData::Stack processing{
        format::status(OrderStatus::Processing), ColumnData::Fill::Medium, {}};
    ColumnData::Stack pending{format::status(OrderStatus::Pending), ColumnData::Fill::Strong, {}};
    // A set has one colour: what is overdue is a set of its own.
    ColumnData::Stack overdue{{}, ColumnData::Fill::Red, {}};
    for (int i = 0; i < DueColumns::count; ++i) {
        const DueColumns::Column &column = answer.columns[size_t(i)];
        const bool isOverdue = i == DueColumns::overdue;
        overdue.values.append(isOverdue ? column.open() : 0);
        processing.values.append(isOverdue ? 0 : column.processing);
        pending.values.append(isOverdue ? 0 : column.pending);
        data.columns.append(dueColumn(answer, i));
    }
    data.stacks = {overdue, processing, pending};
    data.note = dueNote(answer);
    return data;
}

QString AnswerColumns::name(const FinishedColumns::Column &column, TimeRange range,
                            const QTimeZone &zone)
{
    const QDateTime begin = local(column.begin, zone);
    if (!isByHour(range))
        return format::dateWithDay(begin.date());
    return QStringLiteral("%1–%2").arg(format::time(begin), format::time(local(column.end, zone)));
}

QString AnswerColumns::finishedText(const FinishedColumns &answer,
                                    const FinishedColumns::Column &column, const QTimeZone &zone)
{
    const QString when = name(column, answer.range, zone);
    if (!answer.isComparable())
        return tr("%1: %n step(s) finished", nullptr, column.finished).arg(when);
    return tr("%1: %n step(s) finished, usually %2", nullptr, column.finished)
        .arg(when, mean(column.usual));
}

ColumnData AnswerColumns::of(const FinishedColumns &answer, const QTimeZone &zone)
{
    ColumnData data;
    ColumnData::Stack finished{
        tr("Finished, %1").arg(sentence::range(answer.range)), ColumnData::Fill::Medium, {}};
    for (const FinishedColumns::Column &column : answer.columns) {
        const QDateTime begin = local(column.begin, zone);
        data.columns.append(
            {isByHour(answer.range) ? format::time(begin) : format::date(begin.date()),
             ColumnData::Label::Plain,
             {},
             false,
             finishedText(answer, column, zone),
             false});
        finished.values.append(column.finished);
        if (answer.isComparable())
            data.line.append(column.usual);
    }
    data.stacks = {finished};
    data.lineName = tr("Mean of the same weekday, %n week(s)", nullptr, answer.weeks);
    if (!answer.isComparable())
        data.note = tr("Too few cases to compare with");
    data.hasScale = true;
    return data;
}

QString AnswerColumns::name(const OnTimeWeeks::Week &week)
{
    return tr("Week of %1").arg(format::date(week.monday));
}

QString AnswerColumns::onTimeText(const OnTimeWeeks::Week &week)
{
    if (!week.isEnough())
        return tr("%1: %n order(s), too few to say", nullptr, week.due).arg(name(week));
    return tr("%1: %n order(s), %2 on time (%3%)", nullptr, week.due)
        .arg(name(week), format::number(week.onTime), format::number(week.percent()));
}

ColumnData AnswerColumns::of(const OnTimeWeeks &answer)
{
    ColumnData data;
    ColumnData::Stack rest{{}, ColumnData::Fill::Medium, {}};
    ColumnData::Stack last{{}, ColumnData::Fill::Strong, {}};
    for (int i = 0; i < OnTimeWeeks::count; ++i) {
        const OnTimeWeeks::Week &week = answer.weeks[size_t(i)];
        const bool isLast = i == OnTimeWeeks::count - 1;
        const double share = week.isEnough() ? week.percent() : 0;
        rest.values.append(isLast ? 0 : share);
        last.values.append(isLast ? share : 0);
        const QString top = week.isEnough() ? QStringLiteral("%1%").arg(week.percent())
                                            : tr("%1 due").arg(week.due);
        data.columns.append({format::date(week.monday), ColumnData::Label::Plain, top,
                             isLast && week.isEnough(), onTimeText(week), false});
    }
    data.stacks = {rest, last};
    data.note =
        tr("Weeks begin on Mondays; fewer than %n order(s) say nothing", nullptr, fewestCases);
    data.top = all;
    return data;
}

} // namespace pressboard::client
