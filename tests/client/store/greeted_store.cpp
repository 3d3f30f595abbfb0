// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/store/greeted_store.h"

#include <QTest>

namespace pressboard::test {

using namespace client;
using protocol::Sync;

protocol::ConnectionEstablished GreetedStore::greeting() const
{
    protocol::ConnectionEstablished message;
    message.user = QStringLiteral("lina");
    message.epoch = QStringLiteral("e1");
    message.time = clock.now();
    message.permissions = {QStringLiteral("view_orders")};
    message.groups = {QStringLiteral("user_lina")};
    message.shop = sampleShop();
    return message;
}

void GreetedStore::setState(ConnectionState state)
{
    ConnectionStatus status;
    status.state = state;
    store.setConnectionStatus(status);
}

void GreetedStore::becomeSynced(Sync::Mode mode, StreamId position, const QList<Order> &orders)
{
    setState(ConnectionState::Syncing);
    store.handle(Sync{mode, {}});
    if (mode == Sync::Mode::Snapshot)
        QVERIFY(store.handle(protocol::SnapshotPart{1, 1, orders, {}}));
    protocol::Synced synced;
    synced.epoch = QStringLiteral("e1");
    synced.position = position;
    QVERIFY(store.handle(synced));
    setState(ConnectionState::Live);
}

void GreetedStore::goLive()
{
    store.handle(greeting());
    becomeSynced(Sync::Mode::Snapshot, {100, 0}, {sampleOrder(1, 2)});
}

bool GreetedStore::orderEvent(qint64 orderId, StreamId id, const QString &customer)
{
    return store.handle(protocol::EventMessage{
        event_type::order,
        {{QStringLiteral("order_id"), orderId}, {QStringLiteral("customer_name"), customer}},
        id});
}

StreamId GreetedStore::idNow() const
{
    return {quint64(clock.now().time_since_epoch().count()), 0};
}

} // namespace pressboard::test
