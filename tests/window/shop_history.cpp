// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/shop_history.h"

#include "shared/state/views.h"
#include "tests/window/sample_shop.h"

#include <algorithm>
#include <random>

using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

constexpr int daysBack = 63;
constexpr int coverSteps = 4; ///< of the kinds; they come first
constexpr int opening = 8 * 60;
constexpr int closing = 20 * 60;
const QDate today(2026, 11, 23);

struct StepKind
{
    const char *name;
    StepCategory category;
    int minutes; ///< it usually runs
    int waits; ///< and waits before, in minutes
};

constexpr StepKind kinds[] = {
    {"印刷", StepCategory::Cover, 190, 30},   {"覆膜", StepCategory::Cover, 80, 200},
    {"烫金", StepCategory::Cover, 120, 90},   {"压痕", StepCategory::Cover, 70, 60},
    {"调图", StepCategory::Content, 40, 20},  {"CTP", StepCategory::Content, 30, 15},
    {"折页", StepCategory::Content, 125, 50}, {"锁线", StepCategory::Content, 115, 140},
    {"胶包", StepCategory::Content, 95, 120}, {"打包", StepCategory::Content, 45, 60},
};

class History
{
public:
    Book take() { return std::move(m_book); }

    void deliver(QDate due)
    {
        Order order = begin(due);
        order.status = OrderStatus::Completed;
        const bool isLate = below(100) < 11;
        order.completedAt = at(due.addDays(isLate ? 1 + below(2) : -below(3)), 9 * 60 + below(500));
        run(order, *order.completedAt - 10h, 0, coverSteps);
        run(order, *order.completedAt, coverSteps, int(std::size(kinds)));
        keep(order);
    }
    void plan(QDate due, int kind)
    {
        Order order = begin(due);
        order.status = kind % 3 == 0 ? OrderStatus::Pending : OrderStatus::Processing;
        const auto ago = std::chrono::minutes(20 + below(8000));
        order.statusSince = sampleNow() - ago - 2h;
        if (order.status == OrderStatus::Processing) {
            const int cover = 1 + below(coverSteps);
            const int content = coverSteps + 1 + below(4);
            run(order, sampleNow() - ago / 4, 0, cover);
            run(order, sampleNow() - ago / 3, coverSteps, content);
            start(order, content, kind);
        }
        keep(order);
    }
    /// Taken after so many minutes; 0: by nobody.
    void call(int hoursAgo, const char *name, int minutes)
    {
        const Moment at = sampleNow() - std::chrono::hours(hoursAgo);
        Notice notice;
        notice.id = {quint64(at.time_since_epoch().count()), 0};
        notice.data = {{QStringLiteral("call"), QString::fromUtf8(name)},
                       {QStringLiteral("title"), QString::fromUtf8(name)},
                       {QStringLiteral("message"), QString::fromUtf8(name)},
                       {QStringLiteral("type"), QStringLiteral("error")},
                       {QStringLiteral("order_id"), int(1 + below(int(m_last)))},
                       {QStringLiteral("alarm"), Alarm{}.toJson()}};
        if (minutes > 0)
            notice.settled =
                Settlement{QStringLiteral("李娜"), {}, at + std::chrono::minutes(minutes)};
        m_book.addNotice(notice);
    }
    /// One of the rare steps: too few to say what is usual.
    void emboss(int day)
    {
        Order order = begin(today.addDays(20));
        order.status = OrderStatus::Processing;
        Step step = order.steps.first();
        step.name = QString::fromUtf8("击凸");
        step.status = StepStatus::Completed;
        step.startTime = at(today.addDays(-day), 9 * 60);
        step.endTime = at(today.addDays(-day), 10 * 60);
        order.steps = {step};
        keep(order);
    }

private:
    int below(int bound) { return int(m_random() % quint64(bound)); }
    static Moment at(QDate day, int minute)
    {
        const QDateTime midnight = day.startOfDay(QTimeZone("Asia/Shanghai"));
        return Moment(std::chrono::milliseconds(midnight.toMSecsSinceEpoch()))
            + std::chrono::minutes(minute);
    }
    Order begin(QDate due)
    {
        Order order;
        order.orderId = ++m_last;
        order.orderNo = QStringLiteral("PO2026%1%2")
                            .arg(due.toString(QStringLiteral("MMdd")))
                            .arg(m_last % 1000, 3, 10, QLatin1Char('0'));
        order.customerName = QStringLiteral("东方出版社");
        order.deliveryDate = due;
        for (const StepKind &kind : kinds)
            addStep(order, kind);
        return order;
    }
    void addStep(Order &order, const StepKind &kind)
    {
        const QStringList people = QString::fromUtf8("刘洋 陈静 李娜 王芳 张伟").split(u' ');
        Step step;
        step.progressId = order.orderId.number() * 100 + order.steps.size();
        step.orderId = order.orderId;
        step.orderNo = order.orderNo;
        step.name = QString::fromUtf8(kind.name);
        step.order = int(order.steps.size()) + 1;
        step.category = kind.category;
        step.status = StepStatus::Waiting;
        step.operatorName = people.at(below(int(people.size())));
        order.steps.append(step);
    }
    /// So many minutes of work before a moment: most go home at 20:00 and come at 08:00, some
    /// work through the night.
    Moment before(Moment moment, int minutes, bool atNight)
    {
        if (atNight)
            return moment - std::chrono::minutes(minutes);
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(),
                                                               QTimeZone("Asia/Shanghai"));
        QDate day = local.date();
        int minute = std::min(local.time().msecsSinceStartOfDay() / 60'000, closing);
        while (minute - opening < minutes) {
            minutes -= std::max(0, minute - opening);
            day = day.addDays(-1);
            minute = closing;
        }
        return at(day, minute - minutes);
    }
    /// These steps are done, one after the other, the last of them at `end`.
    void run(Order &order, Moment end, int first, int last)
    {
        const bool atNight = below(100) < 15;
        for (int i = last - 1; i >= first; --i) {
            const StepKind &kind = kinds[i];
            Step &step = order.steps[i];
            // Most are near what is usual, some take thrice as long.
            const int part = below(10) == 0 ? 300 : 50 + below(110);
            step.status = StepStatus::Completed;
            step.endTime = step.statusSince = end;
            step.startTime = before(end, kind.minutes * part / 100, atNight);
            end = before(*step.startTime, kind.waits * (20 + below(160)) / 100, atNight);
        }
    }
    void start(Order &order, int index, int kind)
    {
        if (kind % 5 > 2 || index >= int(order.steps.size()))
            return;
        Step &step = order.steps[index];
        const bool isForgotten = kind % 10 == 1;
        step.status = StepStatus::InProgress;
        step.startTime = step.statusSince = sampleNow()
            - (isForgotten ? 25h + std::chrono::minutes(below(4000))
                           : std::chrono::minutes(5 + below(90)));
    }
    void keep(Order &order)
    {
        order.statusDisplay = standardText(order.status);
        m_book.putOrder(order);
    }

    std::mt19937_64 m_random{20'261'123};
    qint64 m_last = 0;
    Book m_book;
};

} // namespace

Book shopHistory()
{
    History history;
    for (int day = -daysBack; day <= 2; ++day) {
        for (int i = 0; i < 4 + (day + daysBack) % 4; ++i)
            history.deliver(today.addDays(day));
    }
    constexpr int planned[] = {2, 5, 2, 2, 2, 4, 3, 0, 6, 9, 5, 4, 6, 2, 7};
    int kind = 0;
    for (int day = -1; day < int(std::size(planned)) - 1; ++day) {
        for (int i = 0; i < planned[day + 1]; ++i)
            history.plan(today.addDays(day), ++kind);
    }
    for (int day = 1; day <= 3; ++day)
        history.emboss(day);
    int hoursAgo = 150;
    for (const int minutes : {2, 3, 0, 3, 7, 4, 2, 25})
        history.call(hoursAgo -= 9, "缺纸", minutes);
    for (const int minutes : {6, 12, 9, 5, 41})
        history.call(hoursAgo -= 6, "机器故障", minutes);
    for (const int minutes : {4, 8})
        history.call(hoursAgo -= 5, "质量问题", minutes);
    Book book = history.take();
    book.epoch = QStringLiteral("sample");
    book.position = {1'795'401'120'000, 0};
    return book;
}

Book firstMorning()
{
    History history;
    for (int kind = 1; kind <= 3; ++kind)
        history.plan(today.addDays(kind), kind);
    Book book = history.take();
    book.epoch = QStringLiteral("sample");
    book.position = {1'795'401'120'000, 0};
    return book;
}

} // namespace pressboard::test
