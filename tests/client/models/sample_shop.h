// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store.h"
#include "tests/support/manual_clock.h"

#include <QJsonObject>

namespace pressboard::test {

using namespace pressboard::client;
using namespace std::chrono_literals;

/// A store that is live on a small shop in Shanghai, on Monday 2026-11-23 at 10:00, and the words
/// to make things happen there.
class SampleShop
{
public:
    SampleShop()
        : clock(Moment(std::chrono::milliseconds(1'795'399'200'000)))
        , store(clock)
    {
    }

    /// Greeting, sync and live; a snapshot is `snapshot` with `notices`.
    void goLive(protocol::Sync::Mode mode = protocol::Sync::Mode::Snapshot)
    {
        greet();
        store.handle(protocol::Sync{mode, {}});
        if (mode == protocol::Sync::Mode::Snapshot)
            store.handle(protocol::SnapshotPart{1, 1, snapshot, notices});
        beLive();
    }
    void greet()
    {
        protocol::ConnectionEstablished hello;
        hello.user = QStringLiteral("lina");
        hello.epoch = QStringLiteral("e1");
        hello.time = clock.now();
        hello.permissions = permissions;
        hello.features = features;
        hello.shop = shop;
        setState(ConnectionState::Syncing);
        store.handle(hello);
    }
    void beLive()
    {
        protocol::Synced synced;
        synced.epoch = QStringLiteral("e1");
        synced.position = std::max(store.book().position, last);
        synced.stats = stats;
        synced.dayStart = dayStats.isEmpty() ? QDate() : store.today();
        synced.dayStats = dayStats;
        store.handle(synced);
        setState(ConnectionState::Live);
    }
    void setState(ConnectionState state)
    {
        ConnectionStatus status;
        status.state = state;
        store.setConnectionStatus(status);
    }
    void cut() { setState(ConnectionState::Waiting); }

    StreamId event(const QString &type, const QJsonObject &data, bool imported = false)
    {
        const auto ms = quint64(clock.now().time_since_epoch().count());
        last = ms > last.ms ? StreamId{ms, 0} : StreamId{last.ms, last.seq + 1};
        store.handle(protocol::EventMessage{type, data, last, imported});
        return last;
    }
    StreamId order(const CrmId &orderId, QJsonObject fields, bool imported = false)
    {
        fields.insert(QStringLiteral("order_id"), orderId.toJson());
        return event(QString(event_type::order), fields, imported);
    }
    StreamId step(const CrmId &orderId, const CrmId &progressId, QJsonObject fields,
                  bool imported = false)
    {
        fields.insert(QStringLiteral("order_id"), orderId.toJson());
        fields.insert(QStringLiteral("progress_id"), progressId.toJson());
        return event(QString(event_type::progress), fields, imported);
    }
    /// 李娜 takes an alarm, at another station.
    void settle(StreamId alarm)
    {
        last = {std::max(last.ms, quint64(clock.now().time_since_epoch().count())), last.seq + 1};
        store.handle(protocol::Settled{
            last, alarm, {QStringLiteral("李娜"), QStringLiteral("覆膜机"), clock.now()}});
    }
    StreamId notice(QJsonObject fields) { return event(QString(event_type::notice), fields); }

    /// PO2026…1001 of 东方出版社, 3000册 of 秋季产品画册, in production and due on `due`.
    StreamId newOrder(qint64 orderId, const QString &due)
    {
        return order(orderId,
                     {{QStringLiteral("action"), QStringLiteral("created")},
                      {QStringLiteral("order_no"), QStringLiteral("PO2026112%1").arg(orderId)},
                      {QStringLiteral("customer_name"), QStringLiteral("东方出版社")},
                      {QStringLiteral("product_name"), QStringLiteral("秋季产品画册")},
                      {QStringLiteral("quantity"), 3000},
                      {QStringLiteral("unit"), QStringLiteral("册")},
                      {QStringLiteral("delivery_date"), due},
                      {QStringLiteral("status"), 2}});
    }
    /// Content steps in this order; the first `finished` are completed, all others wait.
    void steps(qint64 orderId, const QStringList &names, int finished = 0)
    {
        for (int i = 0; i < names.size(); ++i) {
            step(orderId, progressId(orderId, i),
                 {{QStringLiteral("step_name"), names.at(i)},
                  {QStringLiteral("step_order"), i + 1},
                  {QStringLiteral("step_category"), QStringLiteral("content")},
                  {QStringLiteral("status"), i < finished ? 3 : 1}});
        }
    }
    static qint64 progressId(qint64 orderId, int index) { return orderId * 100 + index; }
    StreamId setStep(qint64 orderId, int index, StepStatus status, const QString &who = {})
    {
        QJsonObject fields{{QStringLiteral("status"), int(status)}};
        if (!who.isEmpty())
            fields.insert(QStringLiteral("operator"), who);
        return step(orderId, progressId(orderId, index), fields);
    }
    StreamId setStatus(qint64 orderId, OrderStatus status)
    {
        return order(orderId, {{QStringLiteral("status"), int(status)}});
    }

    ManualClock clock;
    Store store;
    StreamId last;
    QList<Order> snapshot;
    QList<Notice> notices;
    QStringList permissions{QStringLiteral("view_orders")};
    QStringList features; ///< of the server
    QJsonObject stats;
    QJsonObject dayStats;
    protocol::Shop shop{QStringLiteral("宏达印刷厂"),
                        QStringLiteral("Asia/Shanghai"),
                        QStringLiteral("08:00"),
                        QStringLiteral("08:00-12:00,13:30-20:00"),
                        3600,
                        defaultJoinSteps(),
                        {}};
};

} // namespace pressboard::test
