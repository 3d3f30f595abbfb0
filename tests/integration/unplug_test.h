// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/desktop.h"
#include "tests/integration/honesty_watch.h"
#include "tests/support/redis/redis_fixture.h"

namespace pressboard::client {
class Page;
} // namespace pressboard::client

namespace pressboard::test {

/// A shop with a board on a desktop, and a plug that somebody pulls and puts back in after ten
/// minutes. For tests that say which plug.
class UnplugTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

protected:
    /// With tests/run.sh --long the outage takes the ten minutes it tells of; else the desktop sits
    /// through them in a moment, and tries again four times as often.
    static bool isLong() { return qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS"); }

    /// What the CRM writes meanwhile: a new order, a finished one, another date, and a step that
    /// moved.
    void writeOfTheOutage();
    /// Pages without colour, frozen for ten minutes; a toast says why.
    void sitThrough();
    /// After HonestyWatch::mend(): live within ten seconds, right within another one, two toasts in
    /// all, and not a moment of looking live before.
    void isBackAndRight();

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<HonestyWatch> m_watch;

private:
    void write(const QString &type, const QJsonObject &data);
    void writeMorning();
    QList<client::Page *> pages() const;
    void livePagesHaveColour();
    QStringList wordsOfDrainedPages();
};

} // namespace pressboard::test
