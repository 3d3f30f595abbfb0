// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/sample_morning.h"

#include "tests/window/sample_shop.h"

#include <QDateTime>

using namespace pressboard::client;
using namespace pressboard::protocol;

namespace pressboard::test {

namespace {

const QDate yesterday(2026, 11, 22);

QJsonObject at(const char *key, const QJsonValue &value)
{
    return {{QString::fromLatin1(key), value}};
}

} // namespace

SampleMorning::SampleMorning(Store &store, ManualClock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

void SampleMorning::tell()
{
    begin();
    lastEvening();
    beforeTheCut();
    cut();
    waitUntil({9, 40});
    comeBack(Sync::Mode::Snapshot);
    afterTheCut();
    waitUntil({10, 34});
    m_store.noteAlive();
}

void SampleMorning::begin()
{
    waitUntil({17, 0}, yesterday);
    StoreImage image;
    image.book = sampleBook();
    image.book.position = {quint64(m_clock.now().time_since_epoch().count()), 0};
    image.stats = sampleStats(image.book);
    image.dayStats = sampleDayStats(image.book);
    image.shop = sampleShop();
    image.dataAsOf = image.lastChange = m_clock.now();
    m_store.restore(image);
    comeBack(Sync::Mode::Resume);
}

void SampleMorning::lastEvening()
{
    waitUntil({17, 40}, yesterday);
    notice("info",
           QStringLiteral("明天 8:00 全厂盘点，请提前清理机台，贵重纸张入库上锁，谢谢配合"));
    waitUntil({17, 48}, yesterday);
    step(2, 8, StepStatus::Completed, QStringLiteral("张伟"));
    waitUntil({17, 52}, yesterday);
    cut();
    waitUntil({8, 1});
    comeBack(Sync::Mode::Resume);
}

void SampleMorning::beforeTheCut()
{
    waitUntil({8, 5});
    notice("info", QStringLiteral("食堂今天 11:30 开饭"),
           at("expires", QStringLiteral("2026-11-23T02:00:00Z")));
    for (int seed = 80; seed < 92; ++seed)
        event(QString(event_type::order),
              {{QStringLiteral("order_id"), 1000 + seed},
               {QStringLiteral("order_no"), QStringLiteral("PO202611%1").arg(seed)}},
              true);
    waitUntil({8, 20});
    const StreamId wrong = notice("warning", QStringLiteral("今天 18:00 停机检修 2 小时"));
    waitUntil({8, 26});
    notice("warning", QStringLiteral("今天 19:00 停机检修 2 小时"),
           {{QStringLiteral("replaces"), wrong.toString()},
            {QStringLiteral("expires"), QStringLiteral("2026-11-23T11:00:00Z")}});
    step(4, 8, StepStatus::InProgress, QStringLiteral("李娜"));
    waitUntil({9, 2});
    order(70,
          {{QStringLiteral("action"), QStringLiteral("created")},
           {QStringLiteral("order_no"), QStringLiteral("PO20261123017")},
           {QStringLiteral("customer_name"), QStringLiteral("晨光文具")},
           {QStringLiteral("product_name"), QStringLiteral("2027 台历")},
           {QStringLiteral("quantity"), 3000},
           {QStringLiteral("unit"), QStringLiteral("本")},
           {QStringLiteral("status"), 2},
           {QStringLiteral("delivery_date"), QStringLiteral("2026-12-05")}});
    waitUntil({9, 12});
}

void SampleMorning::afterTheCut()
{
    waitUntil({9, 51});
    const StreamId early = notice("info", QStringLiteral("新到一批 157 克铜版纸，放在 3 号架"));
    waitUntil({9, 58});
    order(8,
          {{QStringLiteral("delivery_date"), QStringLiteral("2026-12-05")},
           {QStringLiteral("quantity"), 3500}});
    step(4, 8, StepStatus::Completed);
    waitUntil({10, 3});
    event(QString(event_type::notice),
          {{QStringLiteral("replaces"), early.toString()},
           {QStringLiteral("message"), QString()},
           {QStringLiteral("sender"), QStringLiteral("李娜")}});
    step(6, 9, StepStatus::Skipped);
    waitUntil({10, 12});
    notice("success", QStringLiteral("《江南纪事》样书客户已签字"), at("order_id", 1007));
    order(13, at("status", int(OrderStatus::Completed)));
    order(16, at("status", int(OrderStatus::Completed)));
    waitUntil({10, 25});
    order(10, at("status", int(OrderStatus::Cancelled)));
    step(4, 8, StepStatus::InProgress);
    waitUntil({10, 31});
    notice("error", QStringLiteral("2 号印刷机漏墨，请立即停机检查"));
    waitUntil({10, 32});
    step(6, 10, StepStatus::InProgress, QStringLiteral("陈静"));
}

void SampleMorning::waitUntil(QTime time, QDate day)
{
    const QDateTime then(day, time, QTimeZone("Asia/Shanghai"));
    const auto by =
        std::chrono::milliseconds(then.toMSecsSinceEpoch()) - m_clock.now().time_since_epoch();
    if (by.count() < 0)
        m_clock.jump(by);
    else
        m_clock.advance(by);
}

StreamId SampleMorning::event(const QString &type, QJsonObject data, bool imported)
{
    const auto now = quint64(m_clock.now().time_since_epoch().count());
    m_last = now > m_last.ms ? StreamId{now, 0} : StreamId{m_last.ms, m_last.seq + 1};
    m_store.handle(EventMessage{type, data, m_last, imported});
    return m_last;
}

StreamId SampleMorning::notice(const char *level, const QString &text, QJsonObject more)
{
    more.insert(QStringLiteral("type"), QString::fromLatin1(level));
    more.insert(QStringLiteral("message"), text);
    more.insert(QStringLiteral("sender"), QStringLiteral("王芳"));
    return event(QString(event_type::notice), more);
}

StreamId SampleMorning::order(int seed, QJsonObject fields)
{
    fields.insert(QStringLiteral("order_id"), 1000 + seed);
    return event(QString(event_type::order), fields);
}

void SampleMorning::step(int seed, int index, StepStatus status, const QString &who)
{
    const qint64 orderId = 1000 + seed;
    QJsonObject fields{{QStringLiteral("order_id"), orderId},
                       {QStringLiteral("progress_id"), orderId * 100 + index},
                       {QStringLiteral("status"), int(status)}};
    const QString now = toWire(m_clock.now());
    if (status == StepStatus::InProgress)
        fields.insert(QStringLiteral("start_time"), now);
    if (status == StepStatus::Completed)
        fields.insert(QStringLiteral("end_time"), now);
    if (!who.isEmpty())
        fields.insert(QStringLiteral("operator"), who);
    event(QString(event_type::progress), fields);
}

void SampleMorning::cut()
{
    m_store.noteAlive();
    ConnectionStatus status;
    status.state = ConnectionState::Waiting;
    status.trouble = Trouble::Cut;
    m_store.setConnectionStatus(status);
}

void SampleMorning::comeBack(Sync::Mode mode)
{
    ConnectionStatus status;
    status.state = ConnectionState::Syncing;
    m_store.setConnectionStatus(status);
    ConnectionEstablished hello;
    hello.epoch = QStringLiteral("sample");
    hello.time = m_clock.now();
    hello.permissions = QStringList{QStringLiteral("view_orders")};
    hello.shop = sampleShop();
    m_store.handle(hello);
    m_store.handle(Sync{mode, {}});
    const Book &book = m_store.book();
    if (mode == Sync::Mode::Snapshot)
        m_store.handle(SnapshotPart{1, 1, book.orders().values(), book.notices});
    Synced synced;
    synced.epoch = QStringLiteral("sample");
    synced.position = book.position;
    synced.stats = m_store.stats();
    synced.dayStart = QDate(2026, 11, 23);
    synced.dayStats = m_store.dayStats();
    m_store.handle(synced);
    status.state = ConnectionState::Live;
    m_store.setConnectionStatus(status);
}

} // namespace pressboard::test
