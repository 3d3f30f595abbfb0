// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store.h"
#include "tests/client/store/sample_image.h"
#include "tests/support/manual_clock.h"

namespace pressboard::test {

/// A store to which the test is the server: 10 o'clock in Shanghai, 2026-11-23, a Monday.
class GreetedStore
{
public:
    protocol::ConnectionEstablished greeting() const;
    /// Greeted and synced, with one order of two steps.
    void goLive();
    void becomeSynced(protocol::Sync::Mode mode, StreamId position,
                      const QList<Order> &orders = {});
    bool orderEvent(qint64 orderId, StreamId id, const QString &customer = {});
    void setState(client::ConnectionState state);
    StreamId idNow() const;

    ManualClock clock{at(1'795'399'200'000)};
    client::Store store{clock};
};

} // namespace pressboard::test
