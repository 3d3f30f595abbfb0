// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_row.h"

#include "client/models/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::wall)
};

constexpr int shortName = 4; ///< Chinese letters; 东方出版 of 东方出版社

QString shortDue(const BoardRow &row)
{
    if (row.mustStop)
        return format::due(row);
    switch (row.due) {
    case DueTier::Overdue:
        return Words::tr("%1 d late").arg(-row.dueDays);
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

QString shortElapsed(std::optional<seconds> elapsed)
{
    if (!elapsed)
        return {};
    const auto day = duration_cast<days>(*elapsed);
    const auto hour = duration_cast<hours>(*elapsed - day);
    const auto minute = duration_cast<minutes>(*elapsed - day - hour);
    if (day.count() > 0)
        return Words::tr("%1 d %2 h").arg(day.count()).arg(hour.count());
    if (hour.count() == 0)
        return Words::tr("%1 min").arg(minute.count());
    return Words::tr("%1 h %2").arg(hour.count()).arg(minute.count());
}

/// 配本 of 配本(塑封): what is in brackets is for the one who does it.
QString withoutBrackets(const QString &name)
{
    const auto bracket =
        std::find_if(name.begin(), name.end(), [](QChar c) { return c == u'(' || c == u'（'; });
    const QString before = name.left(bracket - name.begin()).trimmed();
    return before.isEmpty() ? name : before;
}

QString withoutTitle(const QString &product)
{
    const QString after = product.mid(product.lastIndexOf(u'》') + 1).trimmed();
    return after.isEmpty() ? product : after;
}

bool isChinese(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.script() == QChar::Script_Han; });
}

QString shortCustomer(QString name)
{
    for (const QString &form :
         {QStringLiteral("股份有限公司"), QStringLiteral("有限责任公司"),
          QStringLiteral("有限公司"), QStringLiteral("公司"), QStringLiteral("集团")}) {
        if (name.endsWith(form) && name.size() > form.size() + 1)
            name.chop(form.size());
    }
    return isChinese(name) ? name.left(shortName) : name;
}

QString customerAs(WallSetup::Customers shown, const QString &name)
{
    switch (shown) {
    case WallSetup::Customers::Full:
        return name;
    case WallSetup::Customers::Short:
        return shortCustomer(name);
    case WallSetup::Customers::Hidden:
        break;
    }
    return {};
}

} // namespace

WallRow wallRow(const BoardRow &row, int sharedPrefix, WallSetup::Customers customers)
{
    return {row.mustStop ? DueTier::Overdue : row.due, // the same red
            row.mustStop,
            shortDue(row),
            row.orderNo.mid(sharedPrefix),
            customerAs(customers, row.customer),
            withoutTitle(row.product),
            withoutBrackets(row.stepName),
            row.operatorName,
            shortElapsed(row.elapsed)};
}

WallRow longestUsualWords()
{
    WallRow longest;
    //: As long as names of people usually are
    longest.operatorName = Words::tr("Robinson");
    //: As long as names of steps usually are
    longest.step = Words::tr("Laminating");
    return longest;
}

} // namespace pressboard::client
