// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/format.h"
#include "client/models/order_words.h"
#include "client/translations.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

/// Every row names what is said in Chinese and in English.
class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void says_data();
    void says();

private:
    Translations m_translations;
};

namespace {

QString due(DueTier tier, int days)
{
    BoardRow row;
    row.due = tier;
    row.dueDays = days;
    row.deliveryDate = QDate(2026, 12, 5);
    return format::due(row);
}

BoardRow fullRow()
{
    BoardRow row;
    row.orderNo = QStringLiteral("PO20261112003");
    row.customer = QStringLiteral("新知书局");
    row.product = QStringLiteral("《江南纪事》精装书");
    row.quantity = 3000;
    row.unit = QStringLiteral("册");
    row.due = DueTier::Overdue;
    row.dueDays = -2;
    row.stepName = QStringLiteral("胶包");
    row.category = StepCategory::Content;
    row.stepStatus = StepStatus::InProgress;
    row.operatorName = QStringLiteral("刘洋");
    row.elapsed = 72min;
    row.progress = {7, 13};
    return row;
}

QString heldFor(StepStatus status, std::optional<std::chrono::seconds> elapsed)
{
    BoardRow row;
    row.stepStatus = status;
    row.elapsed = elapsed;
    return format::heldFor(row);
}

QString early(int days)
{
    BoardRow row;
    row.daysEarly = days;
    return format::earliness(row);
}

QString completedAt(bool today)
{
    BoardRow row;
    row.completedLocal = QDateTime(QDate(2026, 11, 22), QTime(10, 21));
    row.completedToday = today;
    return format::completedAt(row);
}

FieldChange change(const char *field, const wire::Value &before, const wire::Value &after)
{
    return {QString::fromLatin1(field), before, after};
}

QString summary(const QList<FieldChange> &fields)
{
    return format::changeSummary({1, RowChange::Updated, fields, std::nullopt});
}

Order chatOrder()
{
    Order order;
    order.orderNo = QStringLiteral("PO20261112003");
    order.customerName = QStringLiteral("新知书局");
    order.productName = QStringLiteral("画册");
    order.quantity = 3000;
    order.unit = QStringLiteral("册");
    order.status = OrderStatus::Processing;
    order.deliveryDate = QDate(2026, 12, 5);
    Step step;
    step.name = QStringLiteral("覆膜");
    step.status = StepStatus::Waiting;
    step.statusSince = Moment(1h);
    order.steps = {step};
    return order;
}

const QTimeZone chatZone("Asia/Shanghai");

QString forCustomer(const Order &order)
{
    return format::customerSentence(order, {}, chatZone);
}

} // namespace

using Said = QString (*)();
Q_DECLARE_METATYPE(Said)

void TestFormat::says_data()
{
    QTest::addColumn<Said>("said");
    QTest::addColumn<QString>("zh");
    QTest::addColumn<QString>("en");
    const auto row = [](const char *name, Said said, const QString &zh, const QString &en) {
        QTest::newRow(name) << said << zh << en;
    };
    row(
        "number", [] { return format::number(1284); }, QStringLiteral("1284"),
        QStringLiteral("1,284"));
    row(
        "large", [] { return format::number(-1234567); }, QStringLiteral("-1234567"),
        QStringLiteral("-1,234,567"));
    row(
        "small", [] { return format::number(0); }, QStringLiteral("0"), QStringLiteral("0"));
    row(
        "more", [] { return format::signedNumber(14); }, QStringLiteral("+14"),
        QStringLiteral("+14"));
    row(
        "quantity", [] { return format::quantity(3000, QStringLiteral("册")); },
        QStringLiteral("3000册"), QStringLiteral("3,000 册"));
    row(
        "quantity alone", [] { return format::quantity(3000, {}); }, QStringLiteral("3000"),
        QStringLiteral("3,000"));
    row("no quantity", [] { return format::quantity({}, QStringLiteral("册")); }, {}, {});
    row(
        "date", [] { return format::date(QDate(2026, 12, 5)); }, QStringLiteral("12-05"),
        QStringLiteral("5 Dec"));
    row(
        "date with day", [] { return format::dateWithDay(QDate(2026, 12, 5)); },
        QStringLiteral("12-05 周六"), QStringLiteral("Sat 5 Dec"));
    row(
        "yesterday",
        [] {
            return format::timeSince(QDateTime(QDate(2026, 12, 4), QTime(18, 2)),
                                     QDate(2026, 12, 5));
        },
        QStringLiteral("昨天 18:02"), QStringLiteral("yesterday 18:02"));
    row(
        "earlier",
        [] {
            return format::timeSince(QDateTime(QDate(2026, 12, 1), QTime(18, 2)),
                                     QDate(2026, 12, 5));
        },
        QStringLiteral("12-01 18:02"), QStringLiteral("1 Dec, 18:02"));
    row(
        "minutes", [] { return format::elapsed(18min); }, QStringLiteral("18分"),
        QStringLiteral("18 min"));
    row(
        "not a minute", [] { return format::elapsed(59s); }, QStringLiteral("0分"),
        QStringLiteral("0 min"));
    row(
        "hour", [] { return format::elapsed(72min); }, QStringLiteral("1小时12分"),
        QStringLiteral("1 h 12 min"));
    row(
        "few minutes", [] { return format::elapsed(64min); }, QStringLiteral("1小时4分"),
        QStringLiteral("1 h 4 min"));
    row(
        "full hour", [] { return format::elapsed(5h); }, QStringLiteral("5小时"),
        QStringLiteral("5 h"));
    row(
        "day", [] { return format::elapsed(26h + 30min); }, QStringLiteral("1天2小时"),
        QStringLiteral("1 d 2 h"));
    row(
        "full day", [] { return format::elapsed(48h); }, QStringLiteral("2天"),
        QStringLiteral("2 d"));
    row("unknown time", [] { return format::elapsed(std::nullopt); }, {}, {});
    row(
        "overdue", [] { return due(DueTier::Overdue, -2); }, QStringLiteral("逾期2天"),
        QStringLiteral("2 d overdue"));
    row(
        "today", [] { return due(DueTier::Today, 0); }, QStringLiteral("今天交"),
        QStringLiteral("Today"));
    row(
        "tomorrow", [] { return due(DueTier::Within3Days, 1); }, QStringLiteral("明天交"),
        QStringLiteral("Tomorrow"));
    row(
        "in three days", [] { return due(DueTier::Within3Days, 3); }, QStringLiteral("剩3天"),
        QStringLiteral("3 d left"));
    row(
        "later", [] { return due(DueTier::Later, 9); }, QStringLiteral("12-05"),
        QStringLiteral("5 Dec"));
    row(
        "product line", [] { return format::productLine(fullRow()); },
        QStringLiteral("《江南纪事》精装书·3000册"),
        QStringLiteral("《江南纪事》精装书 · 3,000 册"));
    row(
        "runs for", [] { return heldFor(StepStatus::InProgress, 72min); },
        QStringLiteral("进行中 1小时12分"), QStringLiteral("in progress 1 h 12 min"));
    row(
        "waits for", [] { return heldFor(StepStatus::Waiting, 26h); },
        QStringLiteral("待开始 1天2小时"), QStringLiteral("waiting 1 d 2 h"));
    row(
        "waits since nobody knows", [] { return heldFor(StepStatus::Waiting, {}); },
        QStringLiteral("待开始"), QStringLiteral("waiting"));
    row(
        "early", [] { return early(1); }, QStringLiteral("提前1天"), QStringLiteral("1 d early"));
    row(
        "on time", [] { return early(0); }, QStringLiteral("按期"), QStringLiteral("on time"));
    row(
        "late", [] { return early(-1); }, QStringLiteral("逾期1天"), QStringLiteral("1 d late"));
    row(
        "completed today", [] { return completedAt(true); }, QStringLiteral("10:21"),
        QStringLiteral("10:21"));
    row(
        "completed before", [] { return completedAt(false); }, QStringLiteral("11-22"),
        QStringLiteral("22 Nov"));
    row(
        "category", [] { return format::category(StepCategory::Content); }, QStringLiteral("内文"),
        QStringLiteral("Inner pages"));
    row(
        "print type", [] { return format::printType(PrintType::CoverContent); },
        QStringLiteral("封面+内文"), QStringLiteral("Cover + inner"));
    row(
        "the publisher's own word",
        [] { return format::status(OrderStatus::Processing, QStringLiteral("生产中")); },
        QStringLiteral("生产中"), QStringLiteral("In production"));
    row(
        "order status", [] { return format::status(OrderStatus::Cancelled); },
        QStringLiteral("已取消"), QStringLiteral("Cancelled"));
    row(
        "step status", [] { return format::status(StepStatus::Skipped); }, QStringLiteral("已跳过"),
        QStringLiteral("Skipped"));
    row(
        "unreported", [] { return format::unreportedLine(12); },
        QStringLiteral("超过24小时未报完工 (12)"), QStringLiteral("Over 24 h, not reported (12)"));
    row(
        "waiting", [] { return format::waitingLine(246); }, QStringLiteral("另有 246 道等上道工序"),
        QStringLiteral("246 more waiting for an earlier step"));
    row(
        "count", [] { return format::listCount(27, 27); }, QStringLiteral("27"),
        QStringLiteral("27"));
    row(
        "count that differs", [] { return format::listCount(25, 1027); },
        QStringLiteral("25 / 1027"), QStringLiteral("25 / 1,027"));
    row(
        "row aloud", [] { return format::sentence(fullRow()); },
        QStringLiteral("逾期2天，PO20261112003，新知书局，《江南纪事》精装书·3000册，胶包 "
                       "内文，进行中 1小时12分，刘洋，7/13"),
        QStringLiteral("2 d overdue, PO20261112003, 新知书局, 《江南纪事》精装书 · 3,000 册, 胶包 "
                       "Inner pages, "
                       "in progress 1 h 12 min, 刘洋, 7/13"));
    row(
        "change of two",
        [] {
            return summary({change("quantity", 3000, 3500),
                            change("delivery_date", QStringLiteral("2026-12-08"),
                                   QStringLiteral("2026-12-05"))});
        },
        QStringLiteral("交期 12-08 → 12-05；数量 3000 → 3500"),
        QStringLiteral("Due 8 Dec → 5 Dec; quantity 3,000 → 3,500"));
    row(
        "set and cleared",
        [] {
            return summary({change("salesman", QStringLiteral("陈静"), wire::Value()),
                            change("print_type", wire::Value(), QStringLiteral("cover_content"))});
        },
        QStringLiteral("印刷 无 → 封面+内文；业务员 陈静 → 无"),
        QStringLiteral("Print type none → Cover + inner; sales rep 陈静 → none"));
    row(
        "reopened",
        [] {
            return summary({change("status", 3, 2), change("status_since", {}, {})});
        },
        QStringLiteral("状态 已完成 → 处理中"), QStringLiteral("Status Completed → In production"));
    row(
        "a status that is none of ours",
        [] {
            return summary(
                {change("status", 2, wire::Value()),
                 change("status_display", QStringLiteral("处理中"), QStringLiteral("外发中"))});
        },
        QStringLiteral("状态 处理中 → 外发中"), QStringLiteral("Status In production → 外发中"));
    row(
        "one that was none of ours",
        [] {
            return summary(
                {change("status", wire::Value(), 3),
                 change("status_display", QStringLiteral("外发中"), QStringLiteral("已完成"))});
        },
        QStringLiteral("状态 外发中 → 已完成"), QStringLiteral("Status 外发中 → Completed"));
    row(
        "an order's own word",
        [] { return format::status(OrderStatus::Unknown, QStringLiteral("外发中")); },
        QStringLiteral("外发中"), QStringLiteral("外发中"));
    row(
        "a step's own word",
        [] { return format::statusName(StepStatus::Unknown, QStringLiteral("外协")); },
        QStringLiteral("外协"), QStringLiteral("外协"));
    row(
        "a step without a word", [] { return format::statusName(StepStatus::Unknown, {}); },
        QStringLiteral("未完成"), QStringLiteral("open"));
    row("ordinary start",
        [] {
            return summary({change("status", 1, 2), change("status_display", {}, {})});
        },
        {}, {});
    row(
        "for a customer, waiting", [] { return forCustomer(chatOrder()); },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：排队等覆膜，交期12-05"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: waiting for 覆膜, due 5 Dec"));
    row(
        "for a customer, in marks",
        [] {
            Order order = chatOrder();
            order.productName = QStringLiteral("《江南纪事》");
            order.steps[0].status = StepStatus::InProgress;
            order.steps[0].operatorName = QStringLiteral("张伟");
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局《江南纪事》3000册：正在覆膜，交期12-05"),
        QStringLiteral("PO20261112003 新知书局 《江南纪事》 3,000 册: now at 覆膜, due 5 Dec"));
    row(
        "for a customer, two at once",
        [] {
            Order order = chatOrder();
            order.steps[0].status = StepStatus::InProgress;
            order.steps.append(order.steps[0]);
            order.steps[1].name = QStringLiteral("锁线");
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：正在覆膜、锁线，交期12-05"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: now at 覆膜 and 锁线, due 5 Dec"));
    row(
        "for a customer, at another's",
        [] {
            Order order = chatOrder();
            order.steps[0].status = StepStatus::Unknown;
            order.steps[0].statusDisplay = QStringLiteral("外协中");
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：覆膜外协中，交期12-05"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: 覆膜: 外协中, due 5 Dec"));
    row(
        "for a customer, not begun",
        [] {
            Order order = chatOrder();
            order.status = OrderStatus::Pending;
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：排队等生产，交期12-05"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: waiting for production, due 5 Dec"));
    row(
        "for a customer, delivered",
        [] {
            Order order = chatOrder();
            order.status = OrderStatus::Completed;
            order.steps[0].name = QStringLiteral("送货");
            order.steps[0].status = StepStatus::Completed;
            order.steps[0].endTime = momentFromText(QStringLiteral("2026-11-28 16:00"), chatZone);
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：已完成，11-28 送货"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: finished, 送货 on 28 Nov"));
    row(
        "for a customer, done at some time",
        [] {
            Order order = chatOrder();
            order.status = OrderStatus::Completed;
            order.steps.clear();
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：已完成"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: finished"));
    row(
        "for a customer, cancelled",
        [] {
            Order order = chatOrder();
            order.status = OrderStatus::Cancelled;
            return forCustomer(order);
        },
        QStringLiteral("PO20261112003 新知书局 画册 3000册：已取消"),
        QStringLiteral("PO20261112003 新知书局 画册 3,000 册: Cancelled"));
    row(
        "fifty lines and a count",
        [] {
            const QStringList lines(53, QStringLiteral("x"));
            return format::customerLines(lines).section(u'\n', 49);
        },
        QStringLiteral("x\n另有 3 单"), QStringLiteral("x\nand 3 more orders"));
}

void TestFormat::says()
{
    QFETCH(Said, said);
    m_translations.use(QStringLiteral("zh_CN"));
    QTEST(said(), "zh");
    m_translations.use(QStringLiteral("en"));
    QTEST(said(), "en");
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
