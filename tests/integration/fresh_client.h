// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/connection.h"
#include "client/connection/qt_scheduler.h"
#include "client/models/board.h"
#include "client/store/store.h"
#include "tests/integration/server_process.h"

namespace pressboard::test {

/// A desktop that has just come and knows nothing but the server's book of this moment: what every
/// other desktop has to show, too. It has no window.
class FreshClient
{
public:
    /// False when it is not live within half a minute.
    bool connectTo(const ServerProcess &server);
    bool isLive() const { return !m_store.isStale(); }
    client::Board &board() { return m_board; }

private:
    SystemClock m_clock;
    client::QtScheduler m_scheduler;
    client::Store m_store{m_clock};
    client::Board m_board{m_store, m_clock};
    std::unique_ptr<client::Connection> m_connection;
};

} // namespace pressboard::test
