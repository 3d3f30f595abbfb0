// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/fresh_client.h"

#include "client/connection/web_socket.h"

#include <QTest>

using namespace pressboard::client;

namespace pressboard::test {

bool FreshClient::connectTo(const ServerProcess &server)
{
    m_connection = std::make_unique<Connection>(
        m_store, m_scheduler, m_clock, [] { return std::make_unique<WebSocket>(); },
        [] { return 0.0; }, ClientInfo());
    const auto address = ServerAddress::parse(QStringLiteral("127.0.0.1:%1").arg(server.port()));
    if (!address)
        return false;
    m_connection->setTarget(*address, server.adminToken());
    return QTest::qWaitFor([this] { return isLive(); }, 30'000);
}

} // namespace pressboard::test
