// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notice_news.h"
#include "client/notify/toast_policy.h"
#include "client/translations.h"
#include "tests/client/models/sample_shop.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::SampleShop;

/// What a station makes of a piece of news.
enum class Told {
    Never, ///< there is no such news at all
    InActivity, ///< in 动态 only
    Shown,
    Heard, ///< shown, with sound
    Stays, ///< shown, with sound, until somebody takes it away
};

/// The last thing that happens in it is the news.
using Story = void (*)(SampleShop &shop);

Q_DECLARE_METATYPE(Told)
Q_DECLARE_METATYPE(Story)
Q_DECLARE_METATYPE(ToastKind)
Q_DECLARE_METATYPE(ToastEmphasis)

/// The table of toasts, row by row: an office, a station whose step the order still needs (折页),
/// and one that has nothing to do with it.
class TestToastPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsStations_data();
    void tellsStations();
    void savedWithoutChangeIsNoNews_data();
    void savedWithoutChangeIsNoNews();
    void stationsMayWantMore();
    void warningsStayLonger();
    void errorsComeThroughMute();

private:
    void row(const char *name, Story story, ToastKind kind, ToastEmphasis emphasis, Told office,
             Told mine, Told other);
    void words(const QString &zhTitle, const QString &zhText, const QString &enTitle,
               const QString &enText);
    void orderRows();
    void stepRows();
    void noticeRows();

    Translations m_translations;
    QTestData *m_row = nullptr;
};

namespace {

const QStringList steps{QStringLiteral("印刷"), QStringLiteral("折页"), QStringLiteral("胶包")};

QString text(const char16_t *utf16)
{
    return QString::fromUtf16(utf16);
}

void order(SampleShop &shop)
{
    shop.newOrder(101, text(u"2026-12-05"));
    shop.steps(101, steps);
}

void orderDue(SampleShop &shop, const char16_t *due)
{
    shop.newOrder(101, text(due));
    shop.steps(101, steps);
}

/// The order's first step runs, by 张伟.
void printing(SampleShop &shop)
{
    order(shop);
    shop.setStep(101, 0, StepStatus::InProgress, text(u"张伟"));
}

void folded(SampleShop &shop)
{
    order(shop);
    shop.setStep(101, 0, StepStatus::Completed);
    shop.setStep(101, 1, StepStatus::Completed);
}

QJsonObject notice(const char *level, const char16_t *message, const char16_t *sender = u"王芳")
{
    return {{QStringLiteral("type"), QString::fromLatin1(level)},
            {QStringLiteral("message"), text(message)},
            {QStringLiteral("sender"), text(sender)}};
}

/// Lives a story and keeps the news of its last event, as a station would hear it.
class Station
{
public:
    explicit Station(const QStringList &mySteps)
        : m_profile{QStringLiteral("station"), mySteps}
    {
        m_shop.goLive();
        QObject::connect(&m_shop.store, &Store::eventArrived, &m_context,
                         [this](const Event &event, const Change &change) {
                             m_news = ToastPolicy::newsOf(event, change, here());
                         });
    }
    void live(Story story) { story(m_shop); }
    std::optional<News> news(ToastKind kind) const
    {
        for (const News &news : m_news) {
            if (news.toast.kind == kind)
                return news;
        }
        return std::nullopt;
    }
    int newsCount() const { return int(m_news.size()); }

    bool stepMoves = false;
    bool unknownTypes = false;

private:
    Circumstances here() const
    {
        const Store &store = m_shop.store;
        return {store.book(), store.ready().joinSteps(),
                store.zone(), store.now(),
                m_profile,    stepMoves,
                unknownTypes};
    }

    SampleShop m_shop;
    StationProfile m_profile;
    QObject m_context;
    QList<News> m_news;
};

Told toldTo(const QStringList &mySteps, Story story, ToastKind kind)
{
    Station station(mySteps);
    station.live(story);
    const auto news = station.news(kind);
    if (!news)
        return Told::Never;
    if (!news->isToast)
        return Told::InActivity;
    if (news->toast.sticky)
        return news->toast.sound ? Told::Stays : Told::Never;
    return news->toast.sound ? Told::Heard : Told::Shown;
}

Toast toastOf(Story story, ToastKind kind)
{
    Station station({text(u"折页")});
    station.live(story);
    return station.news(kind).value_or(News()).toast;
}

} // namespace

void TestToastPolicy::row(const char *name, Story story, ToastKind kind, ToastEmphasis emphasis,
                          Told office, Told mine, Told other)
{
    m_row = &(QTest::newRow(name) << story << kind << emphasis << office << mine << other);
}

void TestToastPolicy::words(const QString &zhTitle, const QString &zhText, const QString &enTitle,
                            const QString &enText)
{
    *m_row << zhTitle << zhText << enTitle << enText;
}

void TestToastPolicy::tellsStations_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<ToastKind>("kind");
    QTest::addColumn<ToastEmphasis>("emphasis");
    QTest::addColumn<Told>("office");
    QTest::addColumn<Told>("mine");
    QTest::addColumn<Told>("other");
    QTest::addColumn<QString>("zhTitle");
    QTest::addColumn<QString>("zhText");
    QTest::addColumn<QString>("enTitle");
    QTest::addColumn<QString>("enText");
    orderRows();
    stepRows();
    noticeRows();
}

void TestToastPolicy::orderRows()
{
    using enum Told;
    using enum ToastEmphasis;
    row(
        "created", [](SampleShop &shop) { shop.newOrder(101, text(u"2026-12-05")); },
        ToastKind::OrderCreated, Neutral, Shown, InActivity, InActivity);
    words(text(u"新订单 PO2026112101"), text(u"东方出版社·秋季产品画册 3000册·交期 12-05 周六"),
          text(u"New order PO2026112101"),
          text(u"东方出版社 · 秋季产品画册 3,000 册 · due Sat 5 Dec"));

    row(
        "created, little is known",
        [](SampleShop &shop) {
            shop.order(101,
                       {{QStringLiteral("action"), QStringLiteral("created")},
                        {QStringLiteral("order_no"), QStringLiteral("PO1")},
                        {QStringLiteral("customer_name"), text(u"晨光文具")}});
        },
        ToastKind::OrderCreated, Neutral, Shown, InActivity, InActivity);
    words(text(u"新订单 PO1"), text(u"晨光文具"), text(u"New order PO1"), text(u"晨光文具"));

    row(
        "changed",
        [](SampleShop &shop) {
            order(shop);
            shop.order(101,
                       {{QStringLiteral("quantity"), 3500},
                        {QStringLiteral("delivery_date"), QStringLiteral("2026-12-08")}});
        },
        ToastKind::OrderChanged, Neutral, Shown, Heard, InActivity);
    words(text(u"订单有改动 PO2026112101"), text(u"交期 12-05 → 12-08；数量 3000 → 3500"),
          text(u"Order changed PO2026112101"), text(u"Due 5 Dec → 8 Dec; quantity 3,000 → 3,500"));

    row(
        "changed, my step is done",
        [](SampleShop &shop) {
            folded(shop);
            shop.order(101, {{QStringLiteral("quantity"), 3500}});
        },
        ToastKind::OrderChanged, Neutral, Shown, InActivity, InActivity);
    words(text(u"订单有改动 PO2026112101"), text(u"数量 3000 → 3500"),
          text(u"Order changed PO2026112101"), text(u"Quantity 3,000 → 3,500"));

    row(
        "cancelled while it runs",
        [](SampleShop &shop) {
            printing(shop);
            shop.setStatus(101, OrderStatus::Cancelled);
        },
        ToastKind::OrderCancelled, Alarm, Shown, Stays, InActivity);
    words(text(u"订单已取消，请停止生产 PO2026112101"), text(u"正在：印刷（张伟）"),
          text(u"Order cancelled, stop work PO2026112101"), text(u"Now at: 印刷 (张伟)"));

    row(
        "cancelled before it ran",
        [](SampleShop &shop) {
            order(shop);
            shop.setStatus(101, OrderStatus::Cancelled);
        },
        ToastKind::OrderCancelled, Neutral, Shown, Stays, InActivity);
    words(text(u"订单已取消，请停止生产 PO2026112101"), {},
          text(u"Order cancelled, stop work PO2026112101"), {});

    row(
        "deleted",
        [](SampleShop &shop) {
            order(shop);
            shop.order(101, {{QStringLiteral("action"), QStringLiteral("deleted")}});
        },
        ToastKind::OrderDeleted, Neutral, Shown, Shown, InActivity);
    words(text(u"订单已删除 PO2026112101"), text(u"若仍在生产，请联系办公室"),
          text(u"Order deleted PO2026112101"), text(u"If still in production, call the office"));

    row(
        "completed early",
        [](SampleShop &shop) {
            orderDue(shop, u"2026-11-24");
            shop.setStatus(101, OrderStatus::Completed);
        },
        ToastKind::OrderCompleted, Neutral, Shown, InActivity, InActivity);
    words(text(u"订单完成 PO2026112101"), text(u"东方出版社·提前1天"),
          text(u"Order completed PO2026112101"), text(u"东方出版社 · 1 day early"));

    row(
        "completed on time",
        [](SampleShop &shop) {
            orderDue(shop, u"2026-11-23");
            shop.setStatus(101, OrderStatus::Completed);
        },
        ToastKind::OrderCompleted, Neutral, Shown, InActivity, InActivity);
    words(text(u"订单完成 PO2026112101"), text(u"东方出版社·按期"),
          text(u"Order completed PO2026112101"), text(u"东方出版社 · on time"));

    row(
        "completed late",
        [](SampleShop &shop) {
            orderDue(shop, u"2026-11-21");
            shop.setStatus(101, OrderStatus::Completed);
        },
        ToastKind::OrderCompleted, Neutral, Shown, InActivity, InActivity);
    words(text(u"订单完成 PO2026112101"), text(u"东方出版社·逾期2天"),
          text(u"Order completed PO2026112101"), text(u"东方出版社 · 2 days late"));
}

void TestToastPolicy::stepRows()
{
    using enum Told;
    using enum ToastEmphasis;
    row(
        "my step is ready",
        [](SampleShop &shop) {
            printing(shop);
            shop.setStep(101, 0, StepStatus::Completed);
        },
        ToastKind::StepReady, YourTurn, Never, Heard, Never);
    words(text(u"轮到你：折页 PO2026112101"),
          text(u"东方出版社·秋季产品画册·上道 印刷 已完成·交期 12-05"),
          text(u"Your turn: 折页 PO2026112101"),
          text(u"东方出版社 · 秋季产品画册 · previous 印刷 completed · due 5 Dec"));

    row(
        "my step is ready since the one before was skipped",
        [](SampleShop &shop) {
            order(shop);
            shop.setStep(101, 0, StepStatus::Skipped);
        },
        ToastKind::StepReady, YourTurn, Never, Heard, Never);
    words(text(u"轮到你：折页 PO2026112101"),
          text(u"东方出版社·秋季产品画册·上道 印刷 已跳过·交期 12-05"),
          text(u"Your turn: 折页 PO2026112101"),
          text(u"东方出版社 · 秋季产品画册 · previous 印刷 skipped · due 5 Dec"));

    row(
        "my step is ready since the order is in production",
        [](SampleShop &shop) {
            shop.order(101,
                       {{QStringLiteral("action"), QStringLiteral("created")},
                        {QStringLiteral("order_no"), QStringLiteral("PO1")},
                        {QStringLiteral("status"), 1}});
            shop.steps(101, {text(u"折页")});
            shop.setStatus(101, OrderStatus::Processing);
        },
        ToastKind::StepReady, YourTurn, Never, Heard, Never);
    words(text(u"轮到你：折页 PO1"), {}, text(u"Your turn: 折页 PO1"), {});

    row(
        "started", [](SampleShop &shop) { printing(shop); }, ToastKind::StepStarted, Neutral,
        InActivity, InActivity, InActivity);
    words(text(u"已开工：印刷 PO2026112101"), text(u"张伟·东方出版社"),
          text(u"Started: 印刷 PO2026112101"), text(u"张伟 · 东方出版社"));

    row(
        "finished",
        [](SampleShop &shop) {
            printing(shop);
            shop.step(101, SampleShop::progressId(101, 0),
                      {{QStringLiteral("status"), 3},
                       {QStringLiteral("start_time"), QStringLiteral("2026-11-23T02:00:00Z")},
                       {QStringLiteral("end_time"), QStringLiteral("2026-11-23T03:20:00Z")}});
        },
        ToastKind::StepCompleted, Neutral, InActivity, InActivity, InActivity);
    words(text(u"已完工：印刷 PO2026112101"), text(u"张伟·用时 1小时20分·下道 折页"),
          text(u"Finished: 印刷 PO2026112101"), text(u"张伟 · took 1 h 20 min · next 折页"));

    row(
        "my step was skipped",
        [](SampleShop &shop) {
            order(shop);
            shop.setStep(101, 1, StepStatus::Skipped);
        },
        ToastKind::StepSkipped, Neutral, InActivity, Shown, InActivity);
    words(text(u"已跳过：折页 PO2026112101"), text(u"下道 胶包"),
          text(u"Skipped: 折页 PO2026112101"), text(u"next 胶包"));

    row(
        "my step was reopened",
        [](SampleShop &shop) {
            folded(shop);
            shop.setStep(101, 1, StepStatus::InProgress);
        },
        ToastKind::StepReopened, Neutral, Shown, Heard, InActivity);
    words(text(u"返工：折页 PO2026112101"), text(u"已完成改回进行中"),
          text(u"Reopened: 折页 PO2026112101"), text(u"Completed → In progress"));
}

void TestToastPolicy::noticeRows()
{
    using enum Told;
    using enum ToastEmphasis;
    row(
        "info", [](SampleShop &shop) { shop.notice(notice("info", u"明天 8:00 全厂盘点")); },
        ToastKind::NoticeInfo, Neutral, Shown, Shown, Shown);
    words(text(u"通知·王芳"), text(u"明天 8:00 全厂盘点"), text(u"Notice · 王芳"),
          text(u"明天 8:00 全厂盘点"));

    row(
        "success", [](SampleShop &shop) { shop.notice(notice("success", u"样书已签字")); },
        ToastKind::NoticeSuccess, Neutral, Shown, Shown, Shown);
    words(text(u"完成·王芳"), text(u"样书已签字"), text(u"Done · 王芳"), text(u"样书已签字"));

    row(
        "warning", [](SampleShop &shop) { shop.notice(notice("warning", u"19:00 停机检修")); },
        ToastKind::NoticeWarning, Attention, Heard, Heard, Heard);
    words(text(u"注意·王芳"), text(u"19:00 停机检修"), text(u"Attention · 王芳"),
          text(u"19:00 停机检修"));

    row(
        "error", [](SampleShop &shop) { shop.notice(notice("error", u"2 号印刷机漏墨")); },
        ToastKind::NoticeError, Alarm, Stays, Stays, Stays);
    words(text(u"重要·王芳"), text(u"2 号印刷机漏墨"), text(u"Important · 王芳"),
          text(u"2 号印刷机漏墨"));

    row(
        "of nobody, with a title",
        [](SampleShop &shop) {
            QJsonObject data = notice("info", u"请提前清理机台", u"");
            data.insert(QStringLiteral("title"), text(u"盘点"));
            shop.notice(data);
        },
        ToastKind::NoticeInfo, Neutral, Shown, Shown, Shown);
    words(text(u"通知"), text(u"盘点：请提前清理机台"), text(u"Notice"),
          text(u"盘点: 请提前清理机台"));

    row(
        "expired",
        [](SampleShop &shop) {
            QJsonObject data = notice("error", u"旧消息");
            data.insert(QStringLiteral("expires"), QStringLiteral("2026-11-23T01:00:00Z"));
            shop.notice(data);
        },
        ToastKind::NoticeError, Alarm, InActivity, InActivity, InActivity);
    words(text(u"重要·王芳"), text(u"旧消息"), text(u"Important · 王芳"), text(u"旧消息"));

    row(
        "withdrawn",
        [](SampleShop &shop) {
            const StreamId id = shop.notice(notice("warning", u"今天 19:00 停机检修 2 小时"));
            QJsonObject data = notice("info", u"");
            data.insert(QStringLiteral("replaces"), id.toString());
            shop.notice(data);
        },
        ToastKind::NoticeWithdrawn, Neutral, Shown, Shown, Shown);
    words(text(u"王芳撤回了一条通知"), text(u"今天 19:00 停机检修 2 小时"),
          text(u"王芳 withdrew a notice"), text(u"今天 19:00 停机检修 2 小时"));

    row(
        "replaced by another",
        [](SampleShop &shop) {
            const StreamId id = shop.notice(notice("warning", u"19:00 停机检修"));
            QJsonObject data = notice("warning", u"20:00 停机检修");
            data.insert(QStringLiteral("replaces"), id.toString());
            shop.notice(data);
        },
        ToastKind::NoticeWithdrawn, Neutral, Never, Never, Never);
    words({}, {}, {}, {});

    row(
        "test",
        [](SampleShop &shop) {
            QJsonObject data = notice("info", u"发送测试通知");
            data.insert(QStringLiteral("test"), true);
            shop.notice(data);
        },
        ToastKind::NoticeTest, Neutral, Shown, Shown, Shown);
    words(text(u"测试，无需处理"), text(u"发送测试通知"), text(u"Test, nothing to do"),
          text(u"发送测试通知"));

    row(
        "a type we do not know",
        [](SampleShop &shop) {
            shop.event(QStringLiteral("die_ready"),
                       {{QStringLiteral("message"), text(u"M-118 刀模已到")}});
        },
        ToastKind::UnknownType, Neutral, InActivity, InActivity, InActivity);
    words(text(u"新消息（die_ready）"), text(u"M-118 刀模已到"), text(u"New message (die_ready)"),
          text(u"M-118 刀模已到"));
}

void TestToastPolicy::tellsStations()
{
    QFETCH(Story, story);
    QFETCH(ToastKind, kind);
    QFETCH(ToastEmphasis, emphasis);
    m_translations.use(QStringLiteral("zh_CN"));
    QTEST(toldTo({}, story, kind), "office");
    QTEST(toldTo({text(u"折页")}, story, kind), "mine");
    QTEST(toldTo({text(u"模切")}, story, kind), "other");

    const Toast zh = toastOf(story, kind);
    QCOMPARE(zh.emphasis, emphasis);
    QTEST(zh.title, "zhTitle");
    QTEST(zh.text, "zhText");
    m_translations.use(QStringLiteral("en"));
    const Toast en = toastOf(story, kind);
    QTEST(en.title, "enTitle");
    QTEST(en.text, "enText");
}

void TestToastPolicy::savedWithoutChangeIsNoNews_data()
{
    QTest::addColumn<Story>("story");
    const auto row = [](const char *name, Story story) { QTest::newRow(name) << story; };
    row("saved, nothing changed", [](SampleShop &shop) {
        order(shop);
        shop.order(101, {{QStringLiteral("quantity"), 3000}});
    });
    row("production began", [](SampleShop &shop) {
        shop.order(
            101,
            {{QStringLiteral("action"), QStringLiteral("created")}, {QStringLiteral("status"), 1}});
        shop.setStatus(101, OrderStatus::Processing);
    });
    row("met by an update", [](SampleShop &shop) {
        shop.order(
            101,
            {{QStringLiteral("action"), QStringLiteral("updated")}, {QStringLiteral("status"), 2}});
    });
    row("met by its step", [](SampleShop &shop) { shop.setStep(101, 0, StepStatus::Waiting); });
    row("imported", [](SampleShop &shop) {
        order(shop);
        shop.order(101, {{QStringLiteral("quantity"), 9000}}, true);
    });
    row("numbers", [](SampleShop &shop) {
        shop.event(QString(event_type::numbers), {{QStringLiteral("total_orders"), 5}});
    });
    row("an unknown order was deleted", [](SampleShop &shop) {
        shop.order(101, {{QStringLiteral("action"), QStringLiteral("deleted")}});
    });
}

void TestToastPolicy::savedWithoutChangeIsNoNews()
{
    QFETCH(Story, story);
    Station station({text(u"折页")});
    station.live(story);
    QCOMPARE(station.newsCount(), 0);
}

void TestToastPolicy::stationsMayWantMore()
{
    Station station({});
    station.stepMoves = true;
    station.unknownTypes = true;
    station.live([](SampleShop &shop) { printing(shop); });
    QVERIFY(station.news(ToastKind::StepStarted)->isToast);
    station.live([](SampleShop &shop) { shop.event(QStringLiteral("die_ready"), {}); });
    QVERIFY(station.news(ToastKind::UnknownType)->isToast);
}

void TestToastPolicy::warningsStayLonger()
{
    const auto duration = [](const char *level) {
        return noticeToast({{7, 1}, {}, notice(level, u"19:00")}).duration;
    };
    QCOMPARE(duration("info"), std::chrono::milliseconds(5s));
    QCOMPARE(duration("warning"), std::chrono::milliseconds(15s));
}

void TestToastPolicy::errorsComeThroughMute()
{
    const Notice error{{7, 1}, {}, notice("error", u"漏墨")};
    QVERIFY(noticeToast(error).throughMute);
    QCOMPARE(noticeToast(error).noticeId, QStringLiteral("7-1"));
    QVERIFY(!noticeToast({{7, 2}, {}, notice("warning", u"漏墨")}).throughMute);
}

QTEST_GUILESS_MAIN(TestToastPolicy)
#include "tst_toast_policy.moc"
