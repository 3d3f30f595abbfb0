// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/short_words.h"

#include "client/models/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace pressboard::client::short_words {

using namespace std::chrono;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::short_words)
};

constexpr int shortName = 4; ///< Chinese letters; 东方出版 of 东方出版社

/// 1.2 of 72 minutes; 1 of 60. What has not passed yet is not counted.
QString decimalHours(seconds elapsed)
{
    const auto tenths = elapsed / 6min;
    const QString whole = QString::number(tenths / 10);
    return tenths % 10 == 0 ? whole : whole + u'.' + QString::number(tenths % 10);
}

bool isChinese(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.script() == QChar::Script_Han; });
}

} // namespace

QString due(const BoardRow &row)
{
    if (row.mustStop)
        return format::due(row);
    switch (row.due) {
    case DueTier::Overdue:
        return Words::tr("%1 d overdue").arg(-row.dueDays);
    case DueTier::Today:
        return Words::tr("Today");
    case DueTier::Within3Days:
        return row.dueDays == 1 ? Words::tr("1 d left", "tomorrow")
                                : Words::tr("%1 d left").arg(row.dueDays);
    case DueTier::None:
    case DueTier::Later:
        break;
    }
    return format::date(row.deliveryDate);
}

QString elapsed(std::optional<seconds> elapsed)
{
    if (!elapsed)
        return {};
    const auto day = duration_cast<days>(*elapsed);
    if (day.count() > 0)
        return Words::tr("%1 d %2 h")
            .arg(day.count())
            .arg(duration_cast<hours>(*elapsed - day).count());
    if (*elapsed < 1h)
        return Words::tr("%1 min").arg(duration_cast<minutes>(*elapsed).count());
    return Words::tr("%1 h").arg(decimalHours(*elapsed));
}

QString step(const QString &name)
{
    const auto bracket =
        std::find_if(name.begin(), name.end(), [](QChar c) { return c == u'(' || c == u'（'; });
    const QString before = name.left(bracket - name.begin()).trimmed();
    return before.isEmpty() ? name : before;
}

QString product(const QString &name)
{
    const QString after = name.mid(name.lastIndexOf(u'》') + 1).trimmed();
    return after.isEmpty() ? name : after;
}

QString customer(QString name)
{
    for (const QString &form :
         {QStringLiteral("股份有限公司"), QStringLiteral("有限责任公司"),
          QStringLiteral("有限公司"), QStringLiteral("公司"), QStringLiteral("集团")}) {
        if (name.endsWith(form) && name.size() > form.size() + 1)
            name.chop(form.size());
    }
    return isChinese(name) ? name.left(shortName) : name;
}

QString usualPerson()
{
    //: As long as names of people usually are
    return Words::tr("Robinson");
}

QString usualStep()
{
    //: As long as names of steps usually are
    return Words::tr("Laminating");
}

} // namespace pressboard::client::short_words
