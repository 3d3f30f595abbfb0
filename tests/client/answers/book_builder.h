// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shop_facts.h"
#include "client/answers/time_range.h"
#include "shared/state/views.h"

namespace pressboard::test {

using namespace pressboard::client;
using namespace std::chrono_literals;

/// A book put together by hand, in a shop in Shanghai that works 08:00-12:00 and 13:00-20:00, on
/// Monday 2026-11-23 at 10:34. Times are the shop's: "11-23 09:00" is this year's.
class BookBuilder
{
public:
    static QTimeZone zone() { return QTimeZone("Asia/Shanghai"); }
    static Moment at(const char *time)
    {
        return *momentFromText(QStringLiteral("2026-") + QLatin1StringView(time), zone());
    }
    static QDate day(const char *date)
    {
        return dateFromText(QStringLiteral("2026-") + QLatin1StringView(date));
    }
    static Moment now() { return at("11-23 10:34"); }
    static QDate today() { return day("11-23"); }
    static WorkHours hours() { return *WorkHours::parse(u"08:00-12:00,13:00-20:00"_qs); }

    /// Without a due date when `due` is empty.
    BookBuilder &order(qint64 id, OrderStatus status, const char *due = "")
    {
        m_order = {};
        m_order.orderId = id;
        m_order.orderNo = QStringLiteral("PO2026%1").arg(id, 7, 10, QLatin1Char('0'));
        m_order.status = status;
        if (*due != '\0')
            m_order.deliveryDate = day(due);
        return keep();
    }
    BookBuilder &completedAt(const char *time)
    {
        m_order.completedAt = at(time);
        return keep();
    }
    BookBuilder &step(const char *name, StepStatus status, const char *start = "",
                      const char *end = "", StepCategory category = StepCategory::Content)
    {
        Step step;
        step.progressId = m_order.orderId.number() * 100 + m_order.steps.size();
        step.orderId = m_order.orderId;
        step.name = QString::fromUtf8(name);
        step.order = int(m_order.steps.size()) + 1;
        step.category = category;
        step.status = status;
        if (*start != '\0')
            step.startTime = at(start);
        if (*end != '\0')
            step.endTime = at(end);
        m_order.steps.append(step);
        return keep();
    }
    /// The last step: since when it has its status.
    BookBuilder &since(const char *time)
    {
        m_order.steps.last().statusSince = at(time);
        return keep();
    }

    static FactsScope scope()
    {
        const QStringList joins = defaultJoinSteps();
        return {WorkCalendar(hours(), zone(), today().addDays(-200), today().addDays(60)),
                QSet<QString>(joins.begin(), joins.end()), now() - std::chrono::days(70)};
    }
    ShopFacts facts() const { return ShopFacts(scope(), book); }

    Book book;

private:
    BookBuilder &keep()
    {
        book.putOrder(m_order);
        return *this;
    }

    Order m_order;
};

inline RangeScope rangeScope()
{
    return {BookBuilder::now(), 0ms};
}

} // namespace pressboard::test
