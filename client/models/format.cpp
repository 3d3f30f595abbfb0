// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace pressboard::client::format {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::format)
};

using namespace std::chrono;

/// The translation itself says which language it is: the words and the dates then always agree.
QLocale language()
{
    //: The locale whose names of days and months fit this translation.
    return QLocale(Words::tr("en"));
}

QString elapsedWithinDay(minutes elapsed)
{
    const auto hour = duration_cast<hours>(elapsed);
    const auto minute = (elapsed - hour).count();
    if (hour.count() == 0)
        return Words::tr("%1 min").arg(minute);
    if (minute == 0)
        return Words::tr("%1 h").arg(hour.count());
    return Words::tr("%1 h %2 min").arg(hour.count()).arg(minute);
}

QStringList present(QStringList texts)
{
    texts.removeAll(QString());
    return texts;
}

} // namespace

bool speaksChinese()
{
    return language().language() == QLocale::Chinese;
}

QString number(qint64 number)
{
    //: How a thousand is written: with or without a separator. Other numbers follow.
    const QString thousand = Words::tr("1,000");
    const QString separator = thousand.mid(1, thousand.size() - 4);
    QString digits = QString::number(qAbs(number));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, separator);
    return number < 0 ? u'-' + digits : digits;
}

QString signedNumber(qint64 number)
{
    return number > 0 ? u'+' + format::number(number) : format::number(number);
}

QString quantity(std::optional<qint64> quantity, const QString &unit)
{
    if (!quantity)
        return {};
    if (unit.isEmpty())
        return number(*quantity);
    //: 1: a number, 2: its unit
    return Words::tr("%1 %2").arg(number(*quantity), unit);
}

QString date(QDate date)
{
    //: A date without its year, as QLocale's format
    return date.isValid() ? language().toString(date, Words::tr("d MMM")) : QString();
}

QString dateWithDay(QDate date)
{
    //: A date with its day of the week, as QLocale's format
    return date.isValid() ? language().toString(date, Words::tr("ddd d MMM")) : QString();
}

QString weekday(QDate date)
{
    //: The day of the week, as QLocale's format
    return date.isValid() ? language().toString(date, Words::tr("dddd")) : QString();
}

QString time(const QDateTime &local)
{
    return local.toString(QStringLiteral("HH:mm"));
}

QString timeSince(const QDateTime &local, QDate today)
{
    const qint64 days = local.date().daysTo(today);
    if (days == 0)
        return time(local);
    if (days == 1)
        return Words::tr("yesterday %1").arg(time(local));
    //: 1: a date, 2: a time
    return Words::tr("%1, %2", "moment").arg(date(local.date()), time(local));
}

QString timeAhead(const QDateTime &local, QDate today)
{
    if (!local.isValid())
        return {};
    const qint64 days = today.daysTo(local.date());
    if (days == 0)
        return time(local);
    if (days == 1)
        return Words::tr("tomorrow %1").arg(time(local));
    //: 1: a date, 2: a time
    return Words::tr("%1, %2", "moment").arg(date(local.date()), time(local));
}

QString elapsed(std::optional<seconds> elapsed)
{
    if (!elapsed)
        return {};
    const auto day = duration_cast<days>(*elapsed);
    if (day.count() == 0)
        return elapsedWithinDay(duration_cast<minutes>(*elapsed));
    const auto hour = duration_cast<hours>(*elapsed - day).count();
    if (hour == 0)
        return Words::tr("%1 d").arg(day.count());
    return Words::tr("%1 d %2 h").arg(day.count()).arg(hour);
}

QString daysEarly(int days)
{
    if (days > 0)
        return Words::tr("%n d early", nullptr, days);
    return days == 0 ? Words::tr("on time") : Words::tr("%n d late", nullptr, -days);
}

QString category(StepCategory category)
{
    switch (category) {
    case StepCategory::Cover:
        return Words::tr("Cover");
    case StepCategory::Content:
        return Words::tr("Inner pages");
    case StepCategory::Unknown:
        break;
    }
    return {};
}

QString printType(PrintType type)
{
    switch (type) {
    case PrintType::Cover:
        return Words::tr("Cover");
    case PrintType::Content:
        return Words::tr("Inner pages");
    case PrintType::CoverContent:
        return Words::tr("Cover + inner");
    case PrintType::Unknown:
        break;
    }
    return {};
}

QString status(OrderStatus status, const QString &display)
{
    if (speaksChinese() && !display.isEmpty())
        return display;
    switch (status) {
    case OrderStatus::Pending:
        return Words::tr("Pending");
    case OrderStatus::Processing:
        return Words::tr("In production");
    case OrderStatus::Completed:
        return Words::tr("Completed");
    case OrderStatus::Cancelled:
        return Words::tr("Cancelled");
    case OrderStatus::Unknown:
        break;
    }
    return display;
}

QString status(StepStatus status, const QString &display)
{
    if (speaksChinese() && !display.isEmpty())
        return display;
    switch (status) {
    case StepStatus::Waiting:
        return Words::tr("Waiting");
    case StepStatus::InProgress:
        return Words::tr("In progress");
    case StepStatus::Completed:
        return Words::tr("Completed");
    case StepStatus::Skipped:
        return Words::tr("Skipped");
    case StepStatus::Unknown:
        break;
    }
    return display;
}

QString statusName(StepStatus status, const QString &display)
{
    if (status != StepStatus::Unknown)
        return format::status(status);
    //: of a step of which nobody knows more than that it is not finished
    return display.isEmpty() ? Words::tr("open") : display;
}

QString progress(Progress progress)
{
    return QStringLiteral("%1/%2").arg(progress.finished).arg(progress.total);
}

QString due(const BoardRow &row)
{
    if (row.mustStop)
        return Words::tr("Cancelled · stop");
    switch (row.due) {
    case DueTier::Overdue:
        return Words::tr("%n d overdue", nullptr, -row.dueDays);
    case DueTier::Today:
        return Words::tr("Today");
    case DueTier::Within3Days:
        return row.dueDays == 1 ? Words::tr("Tomorrow")
                                : Words::tr("%n d left", nullptr, row.dueDays);
    case DueTier::None:
    case DueTier::Later:
        break;
    }
    return date(row.deliveryDate);
}

QString productLine(const BoardRow &row)
{
    return dotted({row.product, quantity(row.quantity, row.unit)});
}

QString heldFor(const BoardRow &row)
{
    QString state;
    if (row.stepStatus == StepStatus::InProgress)
        state = Words::tr("in progress");
    else if (row.stepStatus == StepStatus::Waiting)
        state = Words::tr("waiting");
    else if (!row.stepName.isEmpty())
        state = statusName(row.stepStatus, row.stepWord);
    return present({state, elapsed(row.elapsed)}).join(u' ');
}

QString dueDay(const BoardRow &row)
{
    if (row.due == DueTier::Today)
        return Words::tr("Today", "due");
    if (row.dueDays == 1)
        return Words::tr("Tomorrow", "due");
    return due(row);
}

QString verdict(DueVerdict verdict)
{
    switch (verdict) {
    case DueVerdict::TooLate:
        return Words::tr("Too late");
    case DueVerdict::AtRisk:
        return Words::tr("At risk");
    case DueVerdict::Unknown:
        return Words::tr("Too few cases");
    case DueVerdict::InTime:
        return Words::tr("In time");
    case DueVerdict::None:
        break;
    }
    return {};
}

QString stepsLeft(int steps)
{
    return Words::tr("%n step(s)", nullptr, steps);
}

/// Nobody works to the minute that an estimate could tell.
QString about(seconds work)
{
    const double hour = double(work.count()) / 3600;
    if (hour < 1) {
        const auto rounded = std::max<qint64>(5, qRound64(hour * 12) * 5);
        return Words::tr("about %1 min").arg(rounded);
    }
    const double rounded = hour < 10 ? qRound64(hour * 2) / 2.0 : double(qRound64(hour));
    return Words::tr("about %1 h").arg(QString::number(rounded));
}

QString expectedAt(const BoardRow &row)
{
    return timeAhead(row.judgement.expected, row.deliveryDate.addDays(-row.dueDays));
}

QString slowAt(const BoardRow &row)
{
    const QString time = timeAhead(row.judgement.slow, row.deliveryDate.addDays(-row.dueDays));
    //: when nine in ten cases are ready
    return time.isEmpty() ? QString() : Words::tr("slow %1").arg(time);
}

QString earliness(const BoardRow &row)
{
    return row.daysEarly ? daysEarly(*row.daysEarly) : QString();
}

QString completedAt(const BoardRow &row)
{
    return row.completedToday ? time(row.completedLocal) : date(row.completedLocal.date());
}

QString sentence(const BoardRow &row)
{
    const QString step = present({row.stepName, category(row.category)}).join(u' ');
    const QString completed = row.completedAt ? completedAt(row) : QString();
    const QString steps = row.progress.total > 0 ? progress(row.progress) : QString();
    const bool isJudged = row.judgement.verdict != DueVerdict::None;
    const QString left = isJudged ? stepsLeft(row.judgement.stepsLeft) : QString();
    //: of a step whose turn has come, until somebody looked at it
    const QString isNew = row.isNew ? Words::tr("new") : QString();
    return present({isNew, due(row), row.orderNo, row.customer, productLine(row), step,
                    heldFor(row), row.operatorName, earliness(row), completed, steps, left,
                    expectedAt(row), slowAt(row), verdict(row.judgement.verdict)})
        .join(Words::tr(", "));
}

QString listCount(qint64 listed, std::optional<qint64> counted)
{
    if (!counted || *counted == listed)
        return number(listed);
    return QStringLiteral("%1 / %2").arg(number(listed), number(*counted));
}

QString unreportedLine(int rows)
{
    return Words::tr("Over 24 h, not reported (%n)", nullptr, rows);
}

QString waitingLine(int rows)
{
    return Words::tr("%n more waiting for an earlier step", nullptr, rows);
}

QString dotted(const QStringList &texts)
{
    return present(texts).join(Words::tr(" · "));
}

} // namespace pressboard::client::format
