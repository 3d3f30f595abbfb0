// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/ingest/channels/listening.h"

namespace pressboard::test {

/// A channel layer, empty at the start of each test, and who listens to it. For tests that do
/// something to it.
class ChannelLayerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

protected:
    void start();
    /// As a publisher of 2.x would, whatever it is.
    void push(const QString &message) const;
    QByteArray command(const char *line) const;

    RedisFixture m_redis;
    std::unique_ptr<Listening> m_listening;
};

} // namespace pressboard::test
