// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/connection/lone_connection.h"

#include <QTest>

namespace pressboard::test {

using namespace client;
using protocol::Sync;

LoneConnection::LoneConnection()
    : connection(
        store, scheduler, clock, sockets.factory(), [] { return 0.5; },
        ClientInfo{QStringLiteral("0.1"), QStringLiteral("press 1"), QStringLiteral("zh_CN")})
{
}

protocol::ConnectionEstablished LoneConnection::greeting() const
{
    protocol::ConnectionEstablished message;
    message.user = QStringLiteral("lina");
    message.epoch = QStringLiteral("e1");
    message.position = {100, 0};
    message.heartbeatSeconds = 20;
    message.time = clock.now();
    message.source.since = clock.now();
    return message;
}

void LoneConnection::start()
{
    connection.setTarget(*ServerAddress::parse(QStringLiteral("192.168.1.10")),
                         QStringLiteral(" s3cret\n"));
}

void LoneConnection::sync(Sync::Mode mode, quint64 position)
{
    socket().receive(Sync{mode, {}});
    if (mode == Sync::Mode::Snapshot)
        socket().receive(protocol::SnapshotPart{});
    protocol::Synced synced;
    synced.epoch = QStringLiteral("e1");
    synced.position = {position, 0};
    synced.source.since = clock.now();
    socket().receive(synced);
}

void LoneConnection::goLive()
{
    start();
    greet();
    sync();
    QVERIFY(status().state == ConnectionState::Live);
}

void LoneConnection::pong()
{
    socket().receive(protocol::Pong{clock.now(), store.book().position});
}

} // namespace pressboard::test
