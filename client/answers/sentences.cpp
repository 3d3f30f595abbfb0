// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/sentences.h"

#include "client/models/format.h"
#include "client/models/order_number.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace pressboard::client::sentence {
namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::sentence)
};

constexpr int shortTail = 3;

/// What `say` tells of a count, with the count marked as a door.
template<typename Say> QString counted(int count, Counts what, Say say)
{
    constexpr int another = 1000; // with other digits; the words around them are the same
    return count == 0 ? say(count)
                      : marks::aroundCount(say(count), say(count + another), count, what);
}

/// A number that stands in a sentence as it is, without a door when it counts nothing.
QString counted(int count, Counts what)
{
    const QString number = format::number(count);
    return count == 0 ? number : marks::around(number, what);
}

QString twoClauses(const QString &first, const QString &second)
{
    //: Two clauses of a sentence, each of which could stand alone
    return second.isEmpty() ? first : Words::tr("%1; %2").arg(first, second);
}

QString dueToday(const DueColumns &answer)
{
    const int open = answer.columns[DueColumns::today].open();
    if (open == 0)
        return Words::tr("Nothing more is due today");
    return counted(open, Counts::DueToday, [&](int count) {
        if (answer.beforeBinding == 0)
            return Words::tr("%n order(s) still due today", nullptr, count);
        if (count == 1)
            return Words::tr("1 order still due today, not at binding yet");
        return Words::tr("%n order(s) still due today, %1 not at binding yet", nullptr, count)
            .arg(counted(answer.beforeBinding, Counts::BeforeBinding));
    });
}

QString finishedInRange(TimeRange range, int count)
{
    switch (range) {
    case TimeRange::Last24Hours:
        return Words::tr("%n step(s) finished in the last 24 h", nullptr, count);
    case TimeRange::Today:
        return Words::tr("%n step(s) finished today", nullptr, count);
    case TimeRange::Yesterday:
        return Words::tr("%n step(s) finished yesterday", nullptr, count);
    case TimeRange::Last7Days:
        return Words::tr("%n step(s) finished in 7 days", nullptr, count);
    case TimeRange::Last30Days:
        break;
    }
    return Words::tr("%n step(s) finished in 30 days", nullptr, count);
}

QString weekdayOf(const FinishedColumns &answer, const Scope &scope)
{
    const bool isRolling = answer.range == TimeRange::Last24Hours;
    const Moment begin = isRolling ? answer.columns.last().begin : answer.columns.first().begin;
    return format::weekday(dateAt(begin, scope.zone));
}

QString comparedWith(const FinishedColumns &answer, const Scope &scope)
{
    const int more = answer.percentMore();
    const bool isOneDay =
        answer.range != TimeRange::Last7Days && answer.range != TimeRange::Last30Days;
    const QString percent = format::number(qAbs(more));
    if (!isOneDay) {
        if (more == 0)
            return Words::tr("as many as the mean of the %n week(s) before", nullptr, answer.weeks);
        return (more > 0 ? Words::tr("%1% more than the mean of the %n week(s) before", nullptr,
                                     answer.weeks)
                         : Words::tr("%1% fewer than the mean of the %n week(s) before", nullptr,
                                     answer.weeks))
            .arg(percent);
    }
    const QString day = weekdayOf(answer, scope);
    if (more == 0)
        return Words::tr("as many as the mean of the last %n %1(s)", nullptr, answer.weeks)
            .arg(day);
    return (more > 0
                ? Words::tr("%2% more than the mean of the last %n %1(s)", nullptr, answer.weeks)
                : Words::tr("%2% fewer than the mean of the last %n %1(s)", nullptr, answer.weeks))
        .arg(day, percent);
}

QString runningLong(const ForgottenSteps &answer)
{
    const std::pair<QString, int> worst = answer.worstStep();
    const int longAgo = answer.longAgoCount();
    if (longAgo == 1) {
        // The one is a word of this sentence, and its only number but the 24 hours.
        const QString said = Words::tr("1 step over 24 h, not reported: %1").arg(worst.first);
        return said.startsWith(u'1')
            ? marks::around(said.left(1), Counts::RunningLong) + said.mid(1)
            : said;
    }
    return counted(longAgo, Counts::RunningLong, [&](int all) {
        if (worst.second == longAgo)
            return Words::tr("%n step(s) over 24 h, not reported, all at %1", nullptr, all)
                .arg(worst.first);
        return Words::tr("%n step(s) over 24 h, not reported, %2 of them at %1", nullptr, all)
            .arg(worst.first, counted(worst.second, Counts::RunningLongAtWorst));
    });
}

/// Of `due` orders.
QString onTimeOf(const OnTimeWeeks &answer, int due)
{
    const OnTimeWeeks::Week &last = answer.weeks[OnTimeWeeks::count - 1];
    const OnTimeWeeks::Week &before = answer.weeks[OnTimeWeeks::count - 2];
    if (!last.isEnough())
        return Words::tr("%n order(s) due last week: too few to say", nullptr, due);
    const QString percent = format::number(last.percent());
    if (!before.isEnough())
        return Words::tr("%n order(s) due last week, %1% on time", nullptr, due).arg(percent);
    const int better = last.percent() - before.percent();
    const QString points = format::number(qAbs(better));
    if (better == 0)
        return Words::tr("%n order(s) due last week, %1% on time, as in the week before", nullptr,
                         due)
            .arg(percent);
    return (better > 0
                ? Words::tr(
                    "%n order(s) due last week, %1% on time, %2 points better than the week before",
                    nullptr, due)
                : Words::tr(
                    "%n order(s) due last week, %1% on time, %2 points worse than the week before",
                    nullptr, due))
        .arg(percent, points);
}

/// 比上周同班多 12%; empty when there is too little to compare with.
QString comparedWithWeekBefore(const ShiftReport &report)
{
    const std::optional<int> more = report.percentMore();
    if (!more)
        return {};
    if (*more == 0)
        return Words::tr("as many as the same shift last week");
    return (*more > 0 ? Words::tr("%1% more than the same shift last week")
                      : Words::tr("%1% fewer than the same shift last week"))
        .arg(format::number(qAbs(*more)));
}

/// 覆膜 2、印刷 1: the steps with any, the most first.
QString countsOf(const ShiftReport &report, int ShiftReport::Row::*count)
{
    QList<ShiftReport::Row> rows = report.rows;
    rows.removeIf([count](const ShiftReport::Row &row) { return row.*count == 0; });
    std::stable_sort(rows.begin(), rows.end(),
                     [count](const auto &a, const auto &b) { return a.*count > b.*count; });
    QStringList texts;
    for (const ShiftReport::Row &row : std::as_const(rows))
        texts.append(
            Words::tr("%1 %2", "a step, how many").arg(row.step, format::number(row.*count)));
    return texts.isEmpty() ? Words::tr("none") : texts.join(Words::tr(", ", "in a list"));
}

QString finishedLine(const ShiftReport::Row &row, bool isComparable)
{
    const QString done = Words::tr("%1: %n", nullptr, row.finished).arg(row.step);
    if (!isComparable)
        return done;
    return Words::tr("%1 (%2 in the same shift last week)")
        .arg(done, format::number(row.weekBefore));
}

} // namespace

Told due(const DueColumns &answer)
{
    const DueColumns::Column &busiest = answer.columns[size_t(answer.busiest())];
    if (answer.busiest() == 0)
        return marks::read(dueToday(answer));
    const QString later = counted(busiest.open(), Counts::DueOnBusiestDay, [&](int count) {
        return Words::tr("after that %1 is busiest with %n order(s)", nullptr, count)
            .arg(format::date(busiest.day));
    });
    return marks::read(twoClauses(dueToday(answer), later));
}

Told queue(const StepQueue &answer, const Scope &scope)
{
    if (answer.rows.isEmpty())
        return {Words::tr("No step waits to be started"), {}};
    const StepQueue::Row &worst = answer.rows.first();
    const Order *order = scope.book.order(worst.longestOrder);
    const QString number = order == nullptr
        ? QString()
        : marks::around(shortNumber(format::orderNumber(*order)), Counts::LongestQueued);
    const QString longest = workTime(worst.longest, scope.workDay);
    const QString usual = workTime(worst.waits.median, scope.workDay);
    // At night nothing has waited yet that became ready after work: "for 0 min now" answers
    // nothing.
    const bool hasLongest = !number.isEmpty() && worst.longest >= std::chrono::minutes(1);
    return marks::read(counted(worst.ready, Counts::Queued, [&](int count) {
        if (!hasLongest)
            return Words::tr("%n job(s) wait for %1", nullptr, count).arg(worst.step);
        if (!worst.waits.isEnough())
            return Words::tr("%n job(s) wait for %1, the longest %2 for %3 now", nullptr, count)
                .arg(worst.step, number, longest);
        return Words::tr("%n job(s) wait for %1, usually %4, the longest %2 for %3 now", nullptr,
                         count)
            .arg(worst.step, number, longest, usual);
    }));
}

Told finished(const FinishedColumns &answer, const Scope &scope)
{
    const QString sum = counted(answer.finished, Counts::Finished,
                                [&](int count) { return finishedInRange(answer.range, count); });
    if (!answer.isComparable())
        return marks::read(sum);
    //: Two clauses: 142 steps finished today, 12% fewer than …
    return marks::read(Words::tr("%1, %2").arg(sum, comparedWith(answer, scope)));
}

Told forgotten(const ForgottenSteps &answer)
{
    const int longAgo = answer.longAgoCount();
    const int unusual = int(answer.rows.size()) - longAgo;
    if (answer.rows.isEmpty())
        return {Words::tr("No running step is overdue for its report"), {}};
    if (longAgo == 0)
        return marks::read(counted(unusual, Counts::RunningUnusual, [](int count) {
            return Words::tr("%n step(s) running 3 times as long as usual", nullptr, count);
        }));
    const QString more = counted(unusual, Counts::RunningUnusual, [](int count) {
        return Words::tr("%n more 3 times as long as usual", nullptr, count);
    });
    return marks::read(twoClauses(runningLong(answer), unusual == 0 ? QString() : more));
}

Told inHand(const WorkInHand &answer)
{
    if (answer.open() == 0)
        return {Words::tr("No order in hand"), {}};
    return marks::read(counted(answer.open(), Counts::InHand, [&](int count) {
        return Words::tr("%n order(s) in hand: %1 pending, %2 in production", nullptr, count)
            .arg(counted(answer.pending, Counts::Pending),
                 counted(answer.processing, Counts::Processing));
    }));
}

Told durations(const StepDurations &answer, int row, const Scope &scope)
{
    if (row < 0 || row >= answer.rows.size())
        return {Words::tr("No step was finished with its times in 30 days"), {}};
    const StepDurations::Row &shown = answer.rows.at(row);
    const QString cases = counted(shown.times.cases, Counts::Timed);
    if (!shown.times.isEnough())
        return marks::read(
            Words::tr("Too few cases of %1 to say (%2 times)").arg(shown.step, cases));
    return marks::read(Words::tr("%1 usually takes %2, nine in ten within %3 (%4 times)")
                           .arg(shown.step, workTime(shown.times.median, scope.workDay),
                                workTime(shown.times.p90, scope.workDay), cases));
}

Told onTime(const OnTimeWeeks &answer)
{
    const OnTimeWeeks::Week &last = answer.weeks[OnTimeWeeks::count - 1];
    if (last.due == 0)
        return {Words::tr("No order was due last week"), {}};
    return marks::read(
        counted(last.due, Counts::DueLastWeek, [&](int count) { return onTimeOf(answer, count); }));
}

Told shift(const ShiftReport &report)
{
    const QString done = counted(report.all.finished, Counts::FinishedInShift, [&](int count) {
        return Words::tr("%1: %n step(s) finished", nullptr, count)
            .arg(shiftName(report.pick, report.span));
    });
    const QString compared = comparedWithWeekBefore(report);
    return marks::read(compared.isEmpty() ? done : Words::tr("%1, %2").arg(done, compared));
}

QString handover(const ShiftReport &report, const QString &shop, const ForgottenSteps &forgotten)
{
    QStringList lines{format::dotted({shop, Words::tr("Handover")})};
    lines.append(Words::tr("%1, %2", "a shift, its hours")
                     .arg(report.span.shift.name, shiftTime(report.span)));
    lines.append(shift(report).text);
    for (const ShiftReport::Row &row : report.rows) {
        if (row.finished > 0)
            lines.append(finishedLine(row, report.isComparable));
    }
    lines.append(Words::tr("Running now: %1").arg(countsOf(report, &ShiftReport::Row::running)));
    lines.append(Words::tr("Ready to start: %1").arg(countsOf(report, &ShiftReport::Row::ready)));
    if (!forgotten.rows.isEmpty())
        lines.append(sentence::forgotten(forgotten).text);
    return lines.join(u'\n');
}

QString shiftName(ShiftPick pick, const ShiftSpan &span)
{
    switch (pick) {
    case ShiftPick::Night:
        return Words::tr("Last night: %1", "a shift").arg(span.shift.name);
    case ShiftPick::Last:
        return Words::tr("Last shift: %1").arg(span.shift.name);
    case ShiftPick::Current:
        break;
    }
    return Words::tr("This shift: %1").arg(span.shift.name);
}

QString shiftTime(const ShiftSpan &span)
{
    const auto local = [&](Moment moment) {
        return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), span.zone);
    };
    const QDateTime begin = local(span.begin());
    const QDateTime end = local(span.end());
    const QString from =
        QStringLiteral("%1 %2").arg(format::date(begin.date()), format::time(begin));
    if (begin.date() == end.date())
        return QStringLiteral("%1–%2").arg(from, format::time(end));
    return QStringLiteral("%1–%2 %3").arg(from, format::date(end.date()), format::time(end));
}

Told calls(const CallTimes &answer)
{
    const CallTimes::Row &all = answer.all;
    if (all.calls == 0)
        return {
            Words::tr("Nobody called for help in %n day(s)", nullptr, CallTimes::memory.count()),
            {}};
    QString said = counted(all.calls, Counts::Called, [](int count) {
        return Words::tr("%n call(s) for help in %1 days", nullptr, count)
            .arg(format::number(CallTimes::memory.count()));
    });
    if (all.times.isEnough())
        //: Two clauses: 12 calls for help in 7 days, …
        said = Words::tr("%1, usually taken after %2, at the longest after %3")
                   .arg(said, format::elapsed(all.times.median), format::elapsed(all.longest));
    else if (all.times.cases > 0)
        said =
            Words::tr("%1, taken after %2 at the longest").arg(said, format::elapsed(all.longest));
    if (all.waiting > 0)
        said = twoClauses(said, Words::tr("%n waiting now", nullptr, all.waiting));
    return marks::read(twoClauses(
        said, all.untaken == 0 ? QString() : Words::tr("%n not taken", nullptr, all.untaken)));
}

QString workTime(std::chrono::seconds time, std::chrono::seconds workDay)
{
    if (workDay <= 0s)
        return format::elapsed(time);
    const auto days = time / workDay;
    return format::elapsed(days * 24h + time % workDay);
}

QString range(TimeRange range)
{
    switch (range) {
    case TimeRange::Last24Hours:
        return Words::tr("Last 24 h");
    case TimeRange::Today:
        return Words::tr("Today");
    case TimeRange::Yesterday:
        return Words::tr("Yesterday");
    case TimeRange::Last7Days:
        return Words::tr("7 days");
    case TimeRange::Last30Days:
        break;
    }
    return Words::tr("30 days");
}

QString shortNumber(const QString &orderNo)
{
    qsizetype letters = 0;
    while (letters < orderNo.size() && orderNo.at(letters).isLetter())
        ++letters;
    if (orderNo.size() - letters <= shortTail + 1)
        return orderNo;
    return orderNo.left(letters) + u'…' + orderNo.right(shortTail);
}

} // namespace pressboard::client::sentence
